"""Items from table rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from camket.io.builder import SEPARATOR
from camket.io.columns import column_names
from camket.records import Block

# Running numbers of rows: "3", "2.1", "IV", "a)".
_NUMBER = re.compile(r"(?:\d{1,3}|[IVX]+|[A-Za-zđ])(?:\.\d{1,2})*[.)]?")
Columns = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class Head:
    """The head of the table being read: the words and standard name of each column, the last value of each."""

    texts: list[str] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    open: bool = False

    def read(self, block: Block, below: Sequence[Sequence[str]] = ()) -> None:
        """Take in a head row, with the cells of rows below it; head rows right below each other make one head."""
        if not self.open:
            self.texts = []
        cells = list(block.cells) + [""] * (len(self.texts) - len(block.cells))
        if not self.texts:
            self.texts = cells
        elif not _numbers(cells):
            self.texts = [_joined(self.texts, cells, i) for i in range(len(cells))]
        self.names = column_names(self.texts, below)
        self.last = [""] * len(self.texts)
        self.open = True

    def columns(self, block: Block) -> Columns:
        """Standard names of a row's cells and their offsets in its text."""
        self.open = False
        found, at = [], 0
        for index, cell in enumerate(block.cells):
            name = self.names[index] if index < len(self.names) else None
            if cell and name and name != "number":
                found.append((name, at, at + len(cell)))
            at += len(cell) + len(SEPARATOR)
        return tuple(found)

    def label(self, block: Block) -> str:
        """The running number of a row."""
        first = block.cells[0]
        return first if _NUMBER.fullmatch(first) else ""

    def inherited(self, block: Block) -> dict[str, str]:
        """Values that cells merged downwards give to this row."""
        found = {}
        for index, cell in enumerate(block.cells[: len(self.last)]):
            name = self.names[index]
            if cell:
                self.last[index] = cell
            elif index in block.merged and name and self.last[index]:
                found[name] = self.last[index]
        return found

    @property
    def context(self) -> str | None:
        """The head as a line, joined like the rows."""
        return SEPARATOR.join(self.texts) if self.texts else None


def _joined(above: list[str], cells: list[str], index: int) -> str:
    if not cells[index]:
        return above[index]
    upper = above[index] or next((above[i] for i in range(index, -1, -1) if above[i]), "")
    return f"{upper} / {cells[index]}" if upper and upper != cells[index] else cells[index]


def _numbers(cells: list[str]) -> bool:
    return all(len(cell) <= 12 and not any(c.islower() for c in cell) for cell in cells)
