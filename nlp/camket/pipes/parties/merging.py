"""Read several offices as one party where one person holds them."""

from __future__ import annotations

from camket.pipes.parties.context import Group
from camket.pipes.parties.lists import COMRADE, SIGNS
from camket.pipes.parties.names import Name
from camket.text.lexer import Syllables


def merged(syllables: Syllables, group: Group, *, one_holder: bool) -> list[Name]:
    """Give the names of a group; the offices that one person holds make one name.

    ``one_holder`` says that a person is introduced: "Tôi là Lê Văn Tư, Phó Bí thư Đảng ủy, Chủ tịch UBND xã". Offices
    in brackets and those after a single "đồng chí" belong to one person as well.
    """
    first, last = group.names[0], group.names[-1]
    holds = one_holder or group.before == "bracket" or _is_comrade(syllables, group)
    if not holds or any(name.kind != "office" for name in group.names):
        return list(group.names)
    return [Name(first.outer, first.first, last.last, first.kind, first.counted)]


def _is_comrade(syllables: Syllables, group: Group) -> bool:
    first = group.names[0]
    addressed = first.outer < first.first and syllables.codes[first.outer] in COMRADE
    listed = SIGNS["and"] not in syllables.codes[first.last : group.names[-1].first]
    return addressed and listed and all(name.outer == name.first for name in group.names[1:])
