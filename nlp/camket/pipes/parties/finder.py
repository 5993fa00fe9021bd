"""Find the parties of an item."""

from __future__ import annotations

from typing import Final

from camket.pipes.parties.abbreviations import Definition, defined_names, find_definitions
from camket.pipes.parties.context import Group, groups
from camket.pipes.parties.eligibility import is_party
from camket.pipes.parties.lists import QUOTING
from camket.pipes.parties.merging import merged
from camket.pipes.parties.names import Name, names_of
from camket.pipes.parties.roles import in_announcement, in_promise, in_report, is_introduced
from camket.pipes.parties.stance import Stance, stance
from camket.pipes.parties.table import cell_parties, is_inside
from camket.pipes.source import Source
from camket.records import Act, Cue, Party, PartyRole
from camket.text.lexer import Syllables

_WORDS: Final = {"lead": "chủ trì", "coordinate": "phối hợp"}
_APART: Final[dict[Stance, frozenset[str]]] = {"announcement": frozenset(("", "recipient"))}
_APART_ELSEWHERE: Final = frozenset(("",))


def find_parties(source: Source, act: Act | None = None) -> tuple[Party, ...]:
    """Find the organisations and office-holders that an item names as responsible, in order of the text.

    Parameters
    ----------
    source : Source
        The item.
    act : Act or None
        What the item does, where it is known; else it is told from a few words. In a commitment the subject of a
        promise leads, in a lead-in the body that speaks; in a report only quoted assignments and the cells of a "Chủ
        trì" or "Phối hợp" column count; a cause names nobody.

    Returns
    -------
    tuple of Party
        Each with the full name as its span, without "đồng chí" or a preposition.

    Examples
    --------
    >>> from camket.records import Item
    >>> item = Item("Giao Phòng Nội vụ chủ trì, phối hợp với UBND các xã rà soát.", "commitment")
    >>> [(item.text[p.start:p.end], p.role) for p in find_parties(Source(item))]
    [('Phòng Nội vụ', 'lead'), ('UBND các xã', 'coordinate')]
    """
    syllables = source.syllables
    cells, taken = cell_parties(source)
    parties = [_cell_party(syllables, first, last, role) for first, last, role in cells]
    how = stance(source, act)
    if how == "silent" or (how == "report" and QUOTING.isdisjoint(syllables.symbols)):
        return tuple(parties)
    names = names_of(source)
    definitions = find_definitions(syllables, names)
    if definitions:
        names = defined_names(syllables, names, definitions)
    names = [name for name in names if not is_inside(name, taken)]
    parties += [
        _party(syllables, name, role, group, definitions)
        for group, role in assignments(source, names, how)
        for name in merged(syllables, group, one_holder=how == "announcement" and is_introduced(syllables, group))
        if is_party(syllables, name, group, role)
    ]
    return tuple(sorted(parties, key=lambda party: party.start))


def assignments(source: Source, names: list[Name], how: Stance) -> list[tuple[Group, PartyRole]]:
    """The groups of names that have a role in an item of a stance, in order."""
    found: list[tuple[Group, PartyRole]] = []
    led = False
    for group in groups(source.syllables, names, apart=_APART.get(how, _APART_ELSEWHERE)):
        if how == "promise":
            role = in_promise(source.syllables, group, led=led)
        elif how == "announcement":
            role = in_announcement(source.syllables, group)
        else:
            role = in_report(source.syllables, group)
        if role:
            led = led or role == "lead"
            found.append((group, role))
    return found


def _party(
    syllables: Syllables, name: Name, role: PartyRole, group: Group, definitions: dict[str, Definition]
) -> Party:
    start, end = syllables.span(name.first, name.last)
    ranges = [(first, last) for first, last in (group.cue, group.next) if first < last]
    reason = " … ".join(f"“{syllables.slice(*r)}”" for r in ranges) or "chủ ngữ của nội dung"
    words = syllables.text[start:end]
    meaning = f" ({definitions[words]})" if words in definitions else ""
    cues = tuple(Cue(*syllables.span(*r), "party") for r in ranges)
    return Party(start, end, role, cues, f"{words}{meaning}: {_WORDS[role]} ({reason})")


def _cell_party(syllables: Syllables, first: int, last: int, role: PartyRole) -> Party:
    start, end = syllables.span(first, last)
    return Party(start, end, role, (), f"{syllables.text[start:end]}: {_WORDS[role]} (cột của bảng)")
