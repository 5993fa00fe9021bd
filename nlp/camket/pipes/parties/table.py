"""Read the parties from the cells of a table row, by the header that stands in the item's context."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from camket.pipes.parties.extension import extend
from camket.pipes.parties.lists import SIGNS
from camket.pipes.parties.names import Name, read_names
from camket.pipes.source import Source
from camket.records import PartyRole
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

_LEAD_COLUMN: Final = Grammar(
    "(?:chủ trì|phụ trách|(?:cơ quan|đơn vị|người|bộ phận|cấp) (?:thực hiện|chịu trách nhiệm|đầu mối)"
    "|đầu mối|phân công|trách nhiệm)"
)
# A column of bodies or of persons, where the header says no more.
_BODY_COLUMN: Final = Grammar("(?:cơ quan|đơn vị|(?P<person>đồng chí|họ và tên|họ tên))")
_PARTNER_COLUMN: Final = Grammar("phối hợp")
_PARTNER: Final = Grammar("phối hợp (?:với|cùng)?")
_SEPARATORS: Final = frozenset((SIGNS["comma"], SIGNS["semicolon"], SIGNS["and"], SIGNS["plus"], SIGNS["slash"]))
Cell = tuple[int, int]
Column = tuple[PartyRole, Cell, bool]


def cell_parties(source: Source) -> tuple[list[tuple[int, int, PartyRole]], list[Cell]]:
    """Give the parties that columns such as "Chủ trì" and "Phối hợp" name, in tokens, and the cells they stand in.

    The columns are those of the item, where the reader of the table knew them, else those of its context.
    """
    found: list[tuple[int, int, PartyRole]] = []
    taken: list[Cell] = []
    row = source.syllables
    for role, cell, whole in _known(source) or _read_header(source):
        parts = [cell] if whole else _parts(row, cell)
        found += [(first, last, _role(row, first, last, cell, role)) for first, last in parts if first < last]
        taken.append(cell)
    return found, taken


_ROLES: Final[dict[str, PartyRole]] = {"lead": "lead", "coordinate": "coordinate"}


def _known(source: Source) -> list[Column]:
    starts = source.syllables.starts
    return [
        (role, (bisect_left(starts, start), bisect_left(starts, end)), False)
        for name, start, end in source.item.columns
        if (role := _ROLES.get(name))
    ]


def _read_header(source: Source) -> list[Column]:
    header = source.item.context
    if header is None or "|" not in header or "|" not in source.item.text or source.context is None:
        return []
    return _columns(source.context, source.syllables)


def _columns(header: Syllables, row: Syllables) -> list[Column]:
    """Give the role of each column of parties, its cell, and whether the cell is one party as a whole."""
    heads, cells = _cells(header), _cells(row)
    # A row may lack its number, whose label was taken out of the text, or have a remark too many.
    shift = len(heads) - len(cells)
    if shift > 1:
        return []
    found: list[Column] = []
    for (first, last), cell in zip(heads[max(shift, 0) :], cells, strict=False):
        alone = _BODY_COLUMN.match(header, first, last)
        if alone and alone.end() == last:
            found.append(("lead", cell, alone["person"] is not None))
        elif _LEAD_COLUMN.search(header, first, last):
            found.append(("lead", cell, False))
        elif _PARTNER_COLUMN.search(header, first, last):
            found.append(("coordinate", cell, False))
    return found


def _cells(syllables: Syllables) -> list[Cell]:
    bars = [i for i, c in enumerate(syllables.codes) if c == SIGNS["bar"]]
    return list(zip([0, *(bar + 1 for bar in bars)], [*bars, len(syllables)], strict=True))


def _parts(syllables: Syllables, cell: Cell) -> list[Cell]:
    """The names in a cell: known ones as they are read, others between the separators."""
    inside = Syllables(syllables.slice(*cell)) if cell[0] < cell[1] else Syllables("")
    names = {name.outer: name for name in read_names(inside)}
    parts, start = [], 0
    while start < len(inside):
        name = names.get(start)
        last = name.last if name else _until_separator(inside, start)
        first = name.first if name else start
        if last > first and not _is_no_name(inside, name, first, last) and inside.forms[first][0].isalpha():
            parts.append((cell[0] + first, cell[0] + last))
        start = _next_start(inside, max(last, start + 1))
    return parts


def _is_no_name(inside: Syllables, name: Name | None, first: int, last: int) -> bool:
    """Whether words of a cell bind nobody, or are one capital that goes on in small letters: "Toàn | thể viên chức"."""
    if name is not None:
        return name.kind == "diffuse"
    return last - first == 1 and last < len(inside) and inside.forms[last][0].islower() and not _ends(inside, last)


def _ends(inside: Syllables, at: int) -> bool:
    """Whether a name ends before a token: at a separator or at "phối hợp với"."""
    return inside.codes[at] in _SEPARATORS or _PARTNER.match(inside, at) is not None


def diffuse_cells(source: Source) -> list[Cell]:
    """Cells of columns of leading bodies that hold only a subject that binds nobody, in tokens."""
    cells = [cell for role, cell, _ in _known(source) or _read_header(source) if role == "lead"]
    return [cell for cell in cells if cell[0] < cell[1] and _is_diffuse(source.syllables, cell)]


def _is_diffuse(syllables: Syllables, cell: Cell) -> bool:
    names = read_names(Syllables(syllables.slice(*cell)))
    return bool(names) and all(name.kind == "diffuse" for name in names) and names[0].first == 0


def _until_separator(inside: Syllables, start: int) -> int:
    if not inside.forms[start][0].isupper():
        return start
    return extend(inside, start + 1)


def _next_start(inside: Syllables, at: int) -> int:
    """Give the first token after the next separator or "phối hợp với"."""
    codes = inside.codes
    partner = _PARTNER.match(inside, at)
    if partner:
        return partner.end()
    while at < len(codes) and codes[at] not in _SEPARATORS:
        at += 1
    while at < len(codes) and codes[at] in _SEPARATORS:
        at += 1
    return at


def _role(syllables: Syllables, first: int, last: int, cell: Cell, role: PartyRole) -> PartyRole:
    """The column's role, unless the cell says "X phối hợp" or "phối hợp: X"."""
    before = _PARTNER.search(syllables, max(cell[0], first - 3), first)
    after = _PARTNER.search(syllables, last, min(cell[1], last + 2))
    helps = after is not None and not any(form[0].isupper() for form in syllables.forms[after.end() : cell[1]])
    return "coordinate" if before or helps else role


def is_inside(name: Name, cells: list[Cell]) -> bool:
    """Whether a name stands in one of the cells."""
    return any(first <= name.first < last for first, last in cells)
