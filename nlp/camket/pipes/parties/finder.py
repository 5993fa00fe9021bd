"""Find the parties of an item."""

from __future__ import annotations

from camket.pipes.parties.names import Name, read_names
from camket.pipes.parties.roles import Group, groups, promised, quoted
from camket.pipes.parties.stance import stance
from camket.pipes.parties.table import cell_parties, is_inside
from camket.pipes.source import Source
from camket.records import Act, Cue, Party, PartyRole
from camket.text.lexer import Syllables

_NO_PARTY = frozenset(("diffuse", "unnamed"))
_WORDS = {"lead": "chủ trì", "coordinate": "phối hợp"}


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
    names = [name for name in read_names(syllables) if not is_inside(name, taken)]
    if names:
        parties += _from_text(source, names, act)
    return tuple(sorted(parties, key=lambda party: party.start))


def _from_text(source: Source, names: list[Name], act: Act | None) -> list[Party]:
    how = stance(source, act)
    if how == "silent":
        return []
    decide = quoted if how == "report" else promised
    found = []
    for group in groups(source.syllables, names):
        role = decide(source.syllables, group)
        if role:
            found += [_party(source.syllables, name, role, group) for name in group.names if name.kind not in _NO_PARTY]
    return found


def _party(syllables: Syllables, name: Name, role: PartyRole, group: Group) -> Party:
    start, end = syllables.span(name.first, name.last)
    ranges = [(first, last) for first, last in (group.cue, group.next) if first < last]
    cues = tuple(Cue(*syllables.span(*r), "party") for r in ranges)
    words = [syllables.slice(*r) for r in ranges]
    return Party(start, end, role, cues, _explain(syllables.text[start:end], role, words))


def _explain(name: str, role: PartyRole, words: list[str]) -> str:
    reason = " … ".join(f"“{word}”" for word in words) or "chủ ngữ của nội dung"
    return f"{name}: {_WORDS[role]} ({reason})"


def _cell_party(syllables: Syllables, first: int, last: int, role: PartyRole) -> Party:
    start, end = syllables.span(first, last)
    return Party(start, end, role, (), f"{syllables.text[start:end]}: {_WORDS[role]} (cột của bảng)")
