"""Tables of a Word document on their grid: a merged cell has its text once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from camket.io.docx.names import W, is_on, number, value
from camket.io.layout import LAYOUT

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_SPAN = 64


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a cell element or None (spanned) for each column of the grid."""

    number: int
    cells: tuple[_Element | None, ...]
    merged: tuple[int, ...]
    is_header: bool


class Grid:
    """The rows of a table, each as wide as the table."""

    def __init__(self, table: _Element) -> None:
        self._rows = [row for row in _rows(table) if not _deleted(row)]
        self._width = max((sum(span for _, span, _ in _cells(row)) for row in self._rows), default=0)

    def rows(self) -> Iterator[Row]:
        """Rows from top to bottom."""
        for index, row in enumerate(self._rows, 1):
            cells: list[_Element | None] = []
            merged: list[int] = []
            for cell, span, continues in _cells(row):
                if continues:
                    merged.extend(range(len(cells), len(cells) + span))
                cells.extend([None if continues else cell, *[None] * (span - 1)])
            cells.extend([None] * (self._width - len(cells)))
            yield Row(index, tuple(cells), tuple(merged), is_on(row.find(W + "trPr"), "tblHeader"))


def is_layout(table: _Element) -> bool:
    """Whether a table only lays out the head of a document or its signatures."""
    rows = _rows(table)
    if len(rows) > 6 or max((len(list(_cells(row))) for row in rows), default=0) > 3:
        return False
    return bool(LAYOUT.search(" ".join("".join(t.text or "" for t in p.iter(W + "t")) for p in table.iter(W + "p"))))


def _rows(table: _Element) -> list[_Element]:
    return [row for row in table.iter(W + "tr") if _owner(row) is table]


def _owner(element: _Element) -> _Element | None:
    parent = element.getparent()
    while parent is not None and parent.tag != W + "tbl":
        parent = parent.getparent()
    return parent


def _cells(row: _Element) -> Iterator[tuple[_Element | None, int, bool]]:
    before = number(value(row.find(W + "trPr"), "gridBefore")) or 0
    for _ in range(min(before, MAX_SPAN)):
        yield None, 1, False
    for cell in row.iter(W + "tc"):
        if _row_of(cell) is not row:
            continue
        properties = cell.find(W + "tcPr")
        span = min(max(number(value(properties, "gridSpan")) or 1, 1), MAX_SPAN)
        merge = properties.find(W + "vMerge") if properties is not None else None
        yield cell, span, merge is not None and merge.get(W + "val", "continue") == "continue"


def _row_of(cell: _Element) -> _Element | None:
    parent = cell.getparent()
    while parent is not None and parent.tag != W + "tr":
        parent = parent.getparent()
    return parent


def _deleted(row: _Element) -> bool:
    properties = row.find(W + "trPr")
    return properties is not None and properties.find(W + "del") is not None
