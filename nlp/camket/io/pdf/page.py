"""A page: its tables, and its lines outside of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from camket.io.layout import LAYOUT
from camket.io.pdf.grid import Table, find_tables
from camket.io.pdf.lines import Line, Word, make_lines
from camket.text.labels import parse_label

_PAGE_NUMBER = re.compile(r"^\W*(?:trang|page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\W*$", re.IGNORECASE)
# Running heads stand in this share of the page's height at either end.
EDGE = 0.11


Filled = tuple[Table, list[list[list[Word]]]]


@dataclass(slots=True)
class Page:
    """What a page holds, tables filled."""

    number: int
    height: float
    width: float
    words: list[Word]
    images: int = 0
    tables: list[Filled] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def make_page(number: int, raw: dict[str, Any]) -> Page:
    """A page from what pdfium found on it."""
    words = [Word(*word) for word in raw["words"] if word[0]]
    page = Page(number, raw["height"], raw["width"], words, raw["images"])
    rules = [r for r in (tuple(rule) for rule in raw["rules"]) if max(r[2] - r[0], r[3] - r[1]) < raw["height"] * 1.5]
    tables = find_tables(rules)
    filled: list[Filled] = [(table, [[[] for _ in table.xs[1:]] for _ in table.ys[1:]]) for table in tables]
    loose = [word for word in words if not _place(word, filled)]
    page.tables = [(t, cells) for t, cells in filled if not _is_layout(t, cells)]
    loose += [w for table, cells in filled if _is_layout(table, cells) for row in cells for cell in row for w in cell]
    page.lines = make_lines(loose, number)
    return page


def _is_layout(table: Table, cells: list[list[list[Word]]]) -> bool:
    """A frame, or ruled lines around the head of a letter."""
    filled = [words for row in cells for words in row if words]
    if len(table.xs) <= 2 or not filled:
        return True
    head = any(LAYOUT.search(" ".join(w.text for w in words)) for words in filled)
    return head and len(table.xs) <= 4 and len(table.ys) <= 5


def _place(word: Word, tables: list[Filled]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    for table, cells in tables:
        at = table.cell(x, y)
        if at:
            cells[at[0]][at[1]].append(word)
            return True
    return False


def running_lines(pages: list[Page]) -> set[int]:
    """Ids of the lines that many pages have at the same height at their head or foot: file titles, page numbers."""
    shapes: Counter[tuple[str, int]] = Counter()
    edge: list[tuple[Line, tuple[str, int]]] = []
    for page in pages:
        found = [(line, _shape(line)) for line in page.lines if _at_edge(line, page)]
        shapes.update({shape for _, shape in found})
        edge.extend(found)
    often = max(3, len(pages) // 2)
    return {id(line) for line, shape in edge if _PAGE_NUMBER.match(line.text) or shapes[shape] >= often}


def _at_edge(line: Line, page: Page) -> bool:
    outside = line.y1 < page.height * EDGE or line.y0 > page.height * (1 - EDGE)
    listed = parse_label(line.text) and not _PAGE_NUMBER.match(line.text)
    return outside and len(line.text) < 110 and not listed


def _shape(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.y0 / 3)
