"""Decide which names are definite enough to be written to."""

from __future__ import annotations

from typing import Final

from camket.pipes.parties.context import Group
from camket.pipes.parties.lists import BEARING, NAMED, SIGNS, SUBJECTS
from camket.pipes.parties.names import Name
from camket.records import PartyRole
from camket.text.lexer import Syllables

_TASKED: Final = frozenset(("assign", "agent", "speaker"))


def is_party(syllables: Syllables, name: Name, group: Group, role: PartyRole) -> bool:
    """Whether a name of a group is definite enough to be written to.

    Groups need "các", "mỗi" or "từng", a given task or a duty; people named by their work a given task or a duty;
    a place is a party only where it does something.
    """
    if name.kind in NAMED:
        return True
    if name.kind in ("diffuse", "unnamed") or (name.counted == "each" and _is_household(syllables, name)):
        return False
    led = "lead" in group.after
    tasked = group.before in _TASKED or led
    if name.kind == "place":
        # A bare "huyện" is a subject only at the head of a clause; a place with its name also after a comma.
        bare = name.last - name.first == 1 and group.before == "comma"
        return (
            name.counted != "number"
            and role == "lead"
            and (tasked or bool(group.after & {"doing", "which"}))
            and not bare
        )
    if name.kind == "person":
        named = any(form[0].isupper() for form in syllables.forms[name.first + 2 : name.last])
        return name.counted != "number" and (led or named or (name.counted == "each" and role == "lead"))
    if name.counted == "number" and group.before in SUBJECTS and not _is_share(syllables, name):
        return bool(group.after & {"doing", "coordinate"})
    return name.counted == "each" or (role == "lead" and _is_bound(syllables, group))


def _is_share(syllables: Syllables, name: Name) -> bool:
    return name.first > 0 and syllables.codes[name.first - 1] == SIGNS["slash"]


def _is_household(syllables: Syllables, name: Name) -> bool:
    """Whether it is as in "mỗi hộ": households are many, and nobody writes to them."""
    return name.last > name.first + 1 and syllables.lowered[name.first + 1] == "hộ"


def _is_bound(syllables: Syllables, group: Group) -> bool:
    """Whether a group without "các" is given a task or a duty."""
    if group.before in ("assign", "agent") or group.after & {"lead", "which", "state_but_promise"}:
        return True
    if group.before == "speaker":
        return group.names[0].counted == "number"
    return bool(BEARING.match(syllables.symbols, group.next[0]))
