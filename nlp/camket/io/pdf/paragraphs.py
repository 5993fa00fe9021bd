"""Join wrapped lines into paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median

from camket.io.layout import LAYOUT
from camket.io.metadata.lines import is_caps
from camket.io.pdf.lines import Line
from camket.text.labels import parse_label

# In line heights: a line that ends this far from the right edge was not wrapped, a first line is set in this far.
SHORT = 4.0
INDENT = 0.8
# A leading this much wider than the usual one parts paragraphs.
WIDE = 1.35
_OPEN_END = re.compile(r"[,\-–/(]$|\b(?:và|của|các|với|cho|để|là|được|theo|trong|từ|đến|tại|về)$", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.;:!?]$|\./\.$")


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph."""

    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Text, lines joined by line breaks."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Margins:
    """Edges of the running text and its usual leading."""

    left: float
    right: float
    leading: float


def margins(lines: list[Line]) -> Margins:
    """Edges and leading of a document, from all its lines."""
    if not lines:
        return Margins(0, 0, 0)
    rights = sorted(line.x1 for line in lines)
    lefts = sorted(line.x0 for line in lines)
    steps = [b.y0 - a.y0 for a, b in zip(lines, lines[1:], strict=False) if a.page == b.page and 0 < b.y0 - a.y0 < 60]
    return Margins(lefts[len(lefts) // 10], rights[-1 - len(rights) // 10], median(steps) if steps else 0.0)


def join_lines(lines: list[Line], edges: Margins) -> list[Paragraph]:
    """Paragraphs in reading order."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, edges):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Paragraph([line]))
    return paragraphs


def _continues(paragraph: Paragraph, line: Line, edges: Margins) -> bool:
    before = paragraph.lines[-1]
    if parse_label(line.text) or LAYOUT.match(line.text) or LAYOUT.match(before.text):
        return False
    if before.page == line.page and not 0 < line.y0 - before.y0 <= edges.leading * WIDE + before.height * 0.3:
        return False
    if before.page != line.page and _FULL_STOP.search(before.text):
        return False
    if is_caps(before.text) != is_caps(line.text) and before.bold != line.bold:
        return False
    return _wrapped(paragraph, line, edges)


def _wrapped(paragraph: Paragraph, line: Line, edges: Margins) -> bool:
    """Whether a line goes on where the one before it was full."""
    before = paragraph.lines[-1]
    height = before.height
    if _centred(before, edges) and _centred(line, edges):
        return before.bold == line.bold and is_caps(before.text) == is_caps(line.text) and not _FULL_STOP.search(before.text)
    if before.x1 < edges.right - SHORT * height - line.words[0].x1 + line.words[0].x0:
        return False
    indented = line.x0 > min(edges.left, before.x0) + INDENT * height
    if indented and line.x0 > before.x0 + INDENT * height:
        return bool(_OPEN_END.search(before.text))
    if indented and len(paragraph.lines) > 1 and line.x0 > paragraph.lines[1].x0 + INDENT * height:
        return bool(_OPEN_END.search(before.text))
    if len(paragraph.lines) == 1 and indented and _FULL_STOP.search(before.text):
        return False
    return True


def _centred(line: Line, edges: Margins) -> bool:
    middle = (edges.left + edges.right) / 2
    aside = (line.x0 - edges.left) / line.height
    return aside > 2.5 and abs((line.x0 + line.x1) / 2 - middle) < line.height * 1.2


def is_centred(paragraph: Paragraph, edges: Margins) -> bool:
    """Whether all lines stand in the middle."""
    return all(_centred(line, edges) for line in paragraph.lines)
