"""Rows that head the rows below them: "I | LĨNH VỰC KINH TẾ", "2 | Nhiệm vụ khác" before "2.1"."""

from __future__ import annotations

import re

from camket.io.metadata.lines import is_caps
from camket.items.entries import Entry
from camket.items.headings import Heading

_LABEL = re.compile(r"[\dIVXA-Z]+(?:\.\d+)*[.)]?")
_PART = re.compile(r"^\s*(?:[-–+*•]|trong đó\b|tổng\b|cộng\b)", re.IGNORECASE)


def is_group(entry: Entry, following: Entry | None, width: int) -> bool:
    """Whether a row only heads the rows below it: one cell of words, perhaps with a number before it.

    A running number counts only where the words are in capitals or the next row is numbered below it: otherwise the
    row is an item whose other cells are blank.
    """
    block = entry.block
    filled = [cell for cell in block.cells if cell]
    if block.is_table_header or width <= 2 or len(filled) > 2 or _PART.match(" ".join(filled)):
        return False
    words = [cell for cell in filled if len(cell) > 6 or not _LABEL.fullmatch(cell)]
    if len(words) != 1 or not block.cells[0].strip(" .)").isdigit():
        return len(words) <= 1
    return is_caps(words[0]) or _is_below(block.cells[0], following)


def under_group(path: list[Heading], entry: Entry) -> list[Heading]:
    """The headings of the rows below a group row: it ends the groups of its own level."""
    first = entry.block.cells[0]
    label = first.strip(" .)")
    text = " ".join(cell for cell in entry.block.cells if cell)
    text = text.removeprefix(first).strip() if len(first) <= 6 else text
    level = "row" if not label or label.isalpha() else "row_number"
    kept = [h for h in path if h.style != "row_number" and not (level == "row" and h.style == "row")]
    return [*kept, Heading(text, level)]


def _is_below(label: str, following: Entry | None) -> bool:
    next_label = following.block.cells[0] if following and following.block.cells else ""
    number = label.strip(" .)")
    return next_label.startswith(f"{number}.") or bool(re.match(r"[a-zđ]\s*[.)]?$|[-+]", next_label))
