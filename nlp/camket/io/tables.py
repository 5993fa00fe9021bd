"""Find the head rows of tables and drop those that a page break repeats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from camket.io.columns import is_header, is_order_row
from camket.records import Block

# Head rows stand among the first rows of a table.
_DEPTH = 3


def mark_headers(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks with ``is_table_header`` set on the head rows of each table.

    Examples
    --------
    >>> rows = [Block("", "table_row", cells=c) for c in (("TT", "Nội dung", "Thời hạn"), ("1", "Làm đường", "30/6"))]
    >>> [row.is_table_header for row in mark_headers(rows)]
    [True, False]
    """
    out: list[Block] = []
    for (is_row, _, _), group in groupby(blocks, key=_table):
        found = list(group)
        out.extend(_mark(found) if is_row else found)
    return tuple(out)


def _table(block: Block) -> tuple[bool, int | None, str | None]:
    is_row = block.kind == "table_row"
    return is_row, block.position.table if is_row else None, block.position.sheet if is_row else None


def _mark(rows: list[Block]) -> list[Block]:
    first = next((i for i, row in enumerate(rows[:_DEPTH]) if row.is_table_header or is_header(row.cells)), None)
    if first is None:
        return rows
    last = _last_header(rows, first)
    heads = {row.cells for row in rows[first : last + 1]}
    kept = []
    for index, row in enumerate(rows):
        if first <= index <= last:
            kept.append(replace(row, is_table_header=True))
        elif index < last or (row.cells not in heads and not is_order_row(row.cells)):
            kept.append(replace(row, is_table_header=is_header(row.cells)) if index > last else row)
    return kept


def _last_header(rows: list[Block], first: int) -> int:
    last = first
    while last + 1 < len(rows) and (_below(rows[last], rows[last + 1]) or is_order_row(rows[last + 1].cells)):
        last += 1
    return last


def _below(head: Block, row: Block) -> bool:
    """Whether a row is the second line of a head: it only fills columns that the first line spans or leaves open."""
    cells = row.cells
    if not cells or (cells[0].strip() and not row.is_table_header) or any(len(c) > 40 for c in cells):
        return row.is_table_header
    open_columns = {i + 1 for i, c in enumerate(head.cells) if not c} | {i for i, c in enumerate(head.cells) if not c}
    open_columns |= {i for i in range(len(head.cells) - 1) if not head.cells[i + 1]}
    filled = [i for i, c in enumerate(cells) if c.strip()]
    return bool(filled) and all(i in open_columns for i in filled) and not any(c[:1].isdigit() for c in cells)
