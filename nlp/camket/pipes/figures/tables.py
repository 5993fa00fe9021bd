"""Units of bare numbers in the cells of a table row."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.cells import cells_named
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.unit_reader import match_unit, written
from camket.pipes.figures.units import GLUED, MONEY, SCALE_TABLE, Unit
from camket.pipes.parties.names import read_names
from camket.pipes.source import Source
from camket.text.lexer import Syllables

_UNIT_HEADERS: Final = tuple(lexicon("figures")["tables"]["unit_headers"])
_PARTIES: Final = frozenset(["lead", "coordinate"])
Measure = tuple[float, Unit, str]


def row_units(source: Source, bare: list[Quantity]) -> None:
    """Give numbers that fill a cell the unit of their column, of the row's unit cell or of the table.

    The column's own head tells most, then the column of units, then a cell right beside the number that holds a unit
    and nothing else, then any cell that begins with one and names no body.
    """
    syllables = source.syllables
    bars = [i for i, form in enumerate(syllables.forms) if form == "|"]
    edges = [-1, *bars, len(syllables)]
    in_cells = [(q, k) for q in bare for k in [_cell(edges, q)] if _fills(syllables, edges, q, k)]
    if not in_cells:
        return
    heads = source.item.context.split("|") if source.item.context else []
    columns = heads if len(heads) == len(edges) - 1 else []
    units = _cells_of(source, edges, ("unit",))
    row = (
        next((m for k in units if (m := _whole(syllables, edges, k))), None) or _row_measure(source, edges)
        or (_table_measure(source.item.context) if source.item.context else None)
    )  # fmt: skip
    for q, k in in_cells:
        # Where the head has a column of units, the cell beside a number is no unit of it.
        near = None if units else _beside(syllables, edges, k)
        measure = (_of_column(Syllables(columns[k])) if columns else None) or near or row
        if measure is not None:
            _apply(q, measure)


def _of_column(head: Syllables) -> Measure | None:
    """The unit that a column's name gives: "So KH (%)", "Điểm", "Số hộ"."""
    first = 1 if head.lowered[:1] == ["số"] else 0
    if len(head) <= 3:
        measure = read_measure(head, first)
        if measure and measure[3] == len(head) and (first or measure[1].dimension in ("points", "share")):
            return measure[:3]
    return _bracketed(head)


def _cell(edges: list[int], q: Quantity) -> int:
    return bisect_left(edges, q.number) - 1


def _fills(syllables: Syllables, edges: list[int], q: Quantity, k: int) -> bool:
    """Whether the quantity begins its cell and nothing but a bracket follows it there."""
    first, last = edges[k] + 1, edges[k + 1]
    return q.first == first and (q.last == last or syllables.forms[q.last] == "(")


def _apply(q: Quantity, measure: Measure) -> None:
    scale, q.unit, q.name = measure
    q.elided = True
    if not q.scaled:
        q.scale, q.scaled = scale, scale != 1
        if q.high is not None:
            q.high *= scale
        if q.of is not None:
            q.of *= scale


def _beside(syllables: Syllables, edges: list[int], k: int) -> Measure | None:
    """The unit that fills the next cell or the one before."""
    near = [n for n in (k + 1, k - 1) if 0 <= n < len(edges) - 1]
    return next((m for n in near if (m := _whole(syllables, edges, n))), None)


def _whole(syllables: Syllables, edges: list[int], k: int) -> Measure | None:
    """The unit of a cell that holds nothing else."""
    measure = read_measure(syllables, edges[k] + 1) if edges[k] + 1 < edges[k + 1] else None
    return measure[:3] if measure is not None and measure[3] == edges[k + 1] else None


def _cells_of(source: Source, edges: list[int], names: tuple[str, ...] | frozenset[str]) -> list[int]:
    """Indices of the cells of columns of these names."""
    starts = source.syllables.starts
    return [bisect_left(edges, bisect_left(starts, start)) - 1 for start, _ in cells_named(source, names)]


def _row_measure(source: Source, edges: list[int]) -> Measure | None:
    """The unit of a cell that holds little else, or one in brackets in the first cells."""
    syllables = source.syllables
    bodies = _cells_of(source, edges, _PARTIES)
    for k, (first, last) in enumerate(pairwise(edges)):
        measure = read_measure(syllables, first + 1) if k not in bodies else None
        if measure is None or measure[3] < min(last, first + 2) or last - first > 6:
            continue
        if measure[3] == last or not _names_body(syllables, first + 1, last):
            return measure[:3]
    return _bracketed(syllables) or _counted_in_name(syllables, edges)


def _names_body(syllables: Syllables, first: int, last: int) -> bool:
    """Whether a cell begins with the name of a body: "Chi cục Thuế" is no count of "chi cục"."""
    names = read_names(Syllables(syllables.slice(first, last)))
    return bool(names) and names[0].first == 0 and names[0].kind in ("body", "office")


def _counted_in_name(syllables: Syllables, edges: list[int]) -> Measure | None:
    """The counted noun in the row's name: "Số thôn | 71 | 69"."""
    for first, last in pairwise(edges[:3]):
        if first + 1 < last and _names_body(syllables, first + 1, last):
            continue
        for i in range(first + 1, last):
            found = match_unit(syllables, i)
            if found is not None and found[1].dimension == "count" and found[0] <= last:
                return 1.0, found[1], written(syllables, i, found[0])
    return None


def _table_measure(context: str) -> Measure | None:
    """The unit that a heading announces: "ĐVT: triệu đồng", "(Đơn vị: ha)"."""
    lowered = context.lower()
    for header in _UNIT_HEADERS:
        at = lowered.find(header + ":")
        if at >= 0:
            measure = read_measure(Syllables(context[at + len(header) + 1 :]), 0)
            if measure is not None:
                return measure[:3]
    return None


def _bracketed(syllables: Syllables) -> Measure | None:
    """A unit alone in brackets, or a percent sign, in a header or name cell."""
    forms = syllables.forms
    for i, form in enumerate(forms):
        if form == "(":
            measure = read_measure(syllables, i + 1)
            if measure is not None and measure[3] < len(forms) and forms[measure[3]] == ")":
                return measure[:3]
    if len(forms) <= 4 and "%" in forms and not any(f[0].isdecimal() for f in forms):
        measure = read_measure(syllables, forms.index("%"))
        return measure[:3] if measure else None
    return None


def read_measure(syllables: Syllables, position: int) -> tuple[float, Unit, str, int] | None:
    """A unit with its scale word and denominators at a token: (scale, unit, name, end)."""
    scale, position = _scale(syllables, position)
    if scale is None or position >= len(syllables):
        return None if scale is None or scale < 1e6 else (scale, MONEY, "VND", position)
    found = match_unit(syllables, position)
    if found is None:
        return (scale, MONEY, "VND", position) if scale >= 1e6 and not syllables.forms[position].isalpha() else None
    end, unit = found
    name = unit.sign or written(syllables, position, end)
    while end + 1 < len(syllables) and syllables.forms[end] == "/" and syllables.forms[end + 1].isalpha():
        inner = match_unit(syllables, end + 1)
        last = inner[0] if inner else end + 2
        name, end = name + "/" + written(syllables, end + 1, last), last
    return scale, unit, name, end


def _scale(syllables: Syllables, position: int) -> tuple[float | None, int]:
    found = SCALE_TABLE.match(syllables.symbols, position)
    if found is None:
        glued = GLUED.get(syllables.lowered[position]) if position < len(syllables) else None
        return (glued, position + 1) if glued else (1.0 if position < len(syllables) else None, position)
    end, scale = found
    if end < len(syllables) and syllables.forms[end] == "." and end + 1 < len(syllables):
        end += 1
    return scale, end
