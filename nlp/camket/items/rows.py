"""Items from table rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from camket.io.builder import SEPARATOR
from camket.io.columns import column_name
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

    def read(self, block: Block) -> None:
        """Take in a head row; rows right below each other make one head."""
        if not self.open:
            self.texts = []
        cells = list(block.cells) + [""] * (len(self.texts) - len(block.cells))
        if not self.texts:
            self.texts = cells
        elif not _numbers(cells):
            self.texts = [_joined(self.texts, cells, i) for i in range(len(cells))]
        self.names = _names(self.texts)
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


def _names(texts: list[str]) -> list[str | None]:
    """Names of the columns; where none is for the task, "Chỉ tiêu" is."""
    names = [_name(text) for text in texts]
    if "task" not in names and "target" in names:
        names[names.index("target")] = "task"
    return names


def _name(text: str) -> str | None:
    """Name of a column; of a head in two lines the lower one tells more."""
    parts = text.split(" / ")
    return next((name for part in reversed(parts) if (name := column_name(part))), None) or column_name(text)


def _joined(above: list[str], cells: list[str], index: int) -> str:
    if not cells[index]:
        return above[index]
    upper = above[index] or next((above[i] for i in range(index, -1, -1) if above[i]), "")
    return f"{upper} / {cells[index]}" if upper and upper != cells[index] else cells[index]


def _numbers(cells: list[str]) -> bool:
    return all(len(cell) <= 12 and not any(c.islower() for c in cell) for cell in cells)
