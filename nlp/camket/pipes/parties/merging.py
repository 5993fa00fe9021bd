"""Read names that are complete only together as one."""

from __future__ import annotations

from dataclasses import replace

from camket.pipes.parties.context import Group
from camket.pipes.parties.lists import HEADS, LEVEL_ENDS, SIGNS
from camket.pipes.parties.names import Name
from camket.text.lexer import Syllables


def merged(syllables: Syllables, group: Group) -> list[Name]:
    """Give the names of a group, those that share a tail or a holder as one.

    "Bí thư, Phó Bí thư Đảng ủy" and "Đảng ủy, UBND xã" are named only together; so are the offices of one person, in
    brackets or after "tôi là".
    """
    names = [group.names[0]]
    one_holder = group.before in ("bracket", "holder")
    for name in group.names[1:]:
        last = names[-1]
        if last.kind == name.kind and (one_holder or _shares_tail(syllables, last, name)):
            names[-1] = replace(last, last=name.last)
        else:
            names.append(name)
    return names


def _shares_tail(syllables: Syllables, one: Name, other: Name) -> bool:
    head = HEADS.match(syllables.codes, one.first)
    if head is None or head[0] != one.last:
        return False
    joint = syllables.codes[one.last : other.outer]
    leveled = syllables.codes[other.last - 1] in LEVEL_ENDS and other.last - other.first > 1
    if one.kind == "office":
        short, long = (syllables.slice(name.first, name.last).lower() for name in (one, other))
        return leveled or short in long
    return one.kind == "body" and leveled and joint == SIGNS["comma"]
