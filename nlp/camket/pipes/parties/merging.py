"""Read the offices of one person as one party."""

from __future__ import annotations

from dataclasses import replace

from camket.pipes.parties.context import Group
from camket.pipes.parties.names import Name


def merged(group: Group, *, one_holder: bool) -> list[Name]:
    """Give the names of a group; the offices that one person holds make one name.

    ``one_holder`` says that a person is introduced: "Tôi là Lê Văn Tư, Phó Bí thư Đảng ủy, Chủ tịch UBND xã".
    """
    first, last = group.names[0], group.names[-1]
    holds = one_holder or group.before == "bracket"
    if not holds or any(name.kind != "office" for name in group.names):
        return list(group.names)
    return [replace(first, last=last.last)]
