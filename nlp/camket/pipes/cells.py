"""The cells of a table row by what their columns are for."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Final

from camket.io.columns import column_names
from camket.pipes.source import Source

Cell = tuple[str, int, int]
_BAR: Final = "|"


def named_cells(source: Source) -> tuple[Cell, ...]:
    """Standard names of a row's cells with their offsets; those of no standard kind are left out.

    They are the item's own columns where the reader of the table knew them, else those of the header in its context.

    Examples
    --------
    >>> from camket.records import Item
    >>> item = Item("Làm đường | 3 km | Quý II", "commitment", context="Nội dung | Chỉ tiêu | Thời hạn")
    >>> [(name, item.text[start:end]) for name, start, end in named_cells(Source(item))]
    [('task', 'Làm đường'), ('target', '3 km'), ('time', 'Quý II')]
    """
    found: tuple[Cell, ...] | None = source.shared.get("cells")
    if found is None:
        found = source.shared["cells"] = source.item.columns or _by_header(source.item.text, source.item.context)
    return found


def cells_named(source: Source, names: Collection[str]) -> list[tuple[int, int]]:
    """Offsets of the cells whose columns have one of these names."""
    return [(start, end) for name, start, end in named_cells(source) if name in names]


def _by_header(text: str, context: str | None) -> tuple[Cell, ...]:
    names, cells = header_names(context), text.split(_BAR)
    if not names or len(cells) < 2:
        return ()
    # A row may lack its number, whose label was taken out of the text.
    shift = len(names) - len(cells)
    if shift not in (0, 1) or (shift and names[0] != "number"):
        return ()
    found, at = [], 0
    for name, cell in zip(names[shift:], cells, strict=True):
        start = at + len(cell) - len(cell.lstrip())
        if name and name != "number" and cell.strip():
            found.append((name, start, at + len(cell.rstrip())))
        at += len(cell) + 1
    return tuple(found)


@lru_cache(maxsize=1000)
def header_names(context: str | None) -> tuple[str | None, ...]:
    """Standard names of the columns that a context heads; empty where it is no header. It stands above many rows.

    Examples
    --------
    >>> header_names("Nội dung | Chỉ tiêu | Thời hạn"), header_names("Nguyên nhân")
    (('task', 'target', 'time'), ())
    """
    if context is None or _BAR not in context:
        return ()
    return tuple(column_names([heading.strip() for heading in context.split(_BAR)]))
