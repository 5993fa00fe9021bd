"""Tables of a web page on their grid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from camket.io.layout import LAYOUT

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_SPAN = 64


def is_layout(table: LexborNode) -> bool:
    """Whether a table places parts of a page side by side: it holds other tables or the head of a letter."""
    rows = _rows(table)
    widest = max((len(_cells(row)) for row in rows), default=0)
    if widest <= 1 or len(table.css("table")) > 1:
        return True
    return widest <= 3 and len(rows) <= 6 and bool(LAYOUT.search(table.text()))


def own_cells(table: LexborNode) -> list[LexborNode]:
    """Cells of a table, without those of the tables in it."""
    return [cell for row in _rows(table) for cell in _cells(row)]


def table_rows(table: LexborNode) -> Iterator[tuple[list[str], tuple[int, ...], bool]]:
    """Cells of each row, the columns continued from above, and whether it is a header row."""
    open_spans: dict[int, int] = {}
    rows = _rows(table)
    width = max((sum(_span(c, "colspan") for c in _cells(row)) for row in rows), default=0)
    for row in rows:
        cells: list[str] = []
        merged: list[int] = []
        found = _cells(row)
        for cell in found:
            _skip(cells, merged, open_spans)
            columns, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(cells), len(cells) + columns):
                open_spans[column] = down - 1
            cells.extend([_text(cell), *[""] * (columns - 1)])
        _skip(cells, merged, open_spans)
        cells.extend([""] * (width - len(cells)))
        yield cells, tuple(merged), _is_head(row, found)


def _is_head(row: LexborNode, cells: list[LexborNode]) -> bool:
    in_head = row.parent is not None and row.parent.tag == "thead"
    return in_head or (bool(cells) and all(cell.tag == "th" for cell in cells))


def _skip(cells: list[str], merged: list[int], open_spans: dict[int, int]) -> None:
    while open_spans.get(len(cells), 0) > 0:
        open_spans[len(cells)] -= 1
        merged.append(len(cells))
        cells.append("")


def _rows(table: LexborNode) -> list[LexborNode]:
    found = []
    for part in table.iter():
        if part.tag == "tr":
            found.append(part)
        elif part.tag in ("tbody", "thead", "tfoot"):
            found.extend(row for row in part.iter() if row.tag == "tr")
    return found


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _span(cell: LexborNode, name: str) -> int:
    text = cell.attributes.get(name) or "1"
    return min(max(int(text), 1), MAX_SPAN) if text.isdigit() and len(text) < 6 else 1


def _text(cell: LexborNode) -> str:
    for br in cell.css("br"):
        br.insert_before(" ")
    return cell.text(separator=" ")
