"""The cells of a reported table row: what its columns say of the figures in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from camket.lexicons import lexicon
from camket.linking.unit import Unit
from camket.pipes.cells import Cell, header_names, named_cells
from camket.pipes.source import Source
from camket.records import Figure, Item

_WORDS = lexicon("linking")["state"]
_KEPT, _BROKEN = re.compile(_WORDS["cell_kept"]), re.compile(_WORDS["cell_broken"])
_BAR = " | "
_OPEN = re.compile(r"\b(?:đang|chưa|sẽ|mới|còn)\b")
_SUBJECT = ("task", "unit")
_RESULT = ("actual", "assessment", "note")  # columns that a result may stand in


@dataclass(frozen=True, slots=True)
class Row:
    """A row with a column of results.

    Attributes
    ----------
    cells : tuple of (str, int, int)
        Standard names of its filled cells with offsets.
    text : str
        The row in lower case.
    """

    cells: tuple[Cell, ...]
    text: str

    def column(self, place: int) -> str:
        """Name of the column that a character stands in; empty where it has no standard name."""
        return next((name for name, start, end in self.cells if start <= place < end), "")

    def holds(self, place: int) -> bool:
        """Whether a figure at a place may be a result: not the plan, not an earlier year, not the name of the row."""
        return self.column(place) in _RESULT

    def subject(self, place: int) -> str:
        """The name of the row, its unit and the cell that a character stands in: what a figure there is about."""
        own = [(s, e) for name, s, e in self.cells if name in _SUBJECT or s <= place < e]
        return " ".join(self.text[start:end] for start, end in own)

    @property
    def is_nothing(self) -> bool:
        """Whether the result is a bare nought."""
        actual = [self.text[start:end] for name, start, end in self.cells if name == "actual"]
        return bool(actual) and all(re.fullmatch(r"0+|không(?: có)?", cell.strip()) for cell in actual)

    @property
    def verdict(self) -> bool | None:
        """What the column of assessment says in a word: True for kept, False for not kept, None for neither.

        Examples
        --------
        >>> cells = (("task", 0, 4), ("assessment", 7, 16))
        >>> Row(cells, "nước | không đạt").verdict
        False
        """
        said = [self.text[start:end].strip(" .") for name, start, end in self.cells if name == "assessment"]
        if any(_BROKEN.match(cell) for cell in said):
            return False
        return True if any(_KEPT.match(cell) for cell in said) else None


def row_of(report: Unit) -> Row | None:
    """The row that a report is; None where it is none, or no column of its table holds results."""
    item = report.annotation.item
    return _row(item.text, item.context, item.columns) if _BAR in item.text else None


def stands_alone(figure: Figure, report: Unit) -> bool:
    """Whether a figure is all that the last cell of a row holds, and no word of unfinished work stands before it."""
    text = report.text.lower()
    before, _, last = text.rpartition(_BAR)
    at = len(before) + len(_BAR)
    return bool(before) and at <= figure.start and last.strip() == text[figure.start : figure.end] and not _OPEN.search(
        before
    )  # fmt: skip


@lru_cache(maxsize=2000)
def _row(text: str, context: str | None, columns: tuple[Cell, ...]) -> Row | None:
    cells = named_cells(Source(Item(text, "report", context=context, columns=columns)))
    named = {name for name, _, _ in cells}.union(header_names(context))
    return Row(tuple(cells), text.lower()) if "actual" in named else None
