"""A sheet on its grid, whatever the program it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Row:
    """A row that has text: its number in the sheet, the cells as shown, the columns continued from above."""

    number: int
    cells: list[str]
    merged: tuple[int, ...] = ()


@dataclass(slots=True)
class Sheet:
    """Rows of a sheet in order; ``hidden`` counts rows and columns left out because nobody sees them."""

    name: str
    rows: list[Row] = field(default_factory=list)
    hidden: int = 0
    uncomputed: int = 0
