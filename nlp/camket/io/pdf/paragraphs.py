"""Join wrapped lines into paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from camket.io.layout import LAYOUT
from camket.io.metadata.lines import is_caps
from camket.io.metadata.offices import is_office
from camket.io.pdf.lines import Line
from camket.text.labels import goes_on, parse_label

# In line heights: a first line is set in this far.
INDENT = 0.8
# A leading this much wider than the usual one parts paragraphs.
WIDE = 1.35
# So many wrapped lines tell the leading.
ENOUGH = 3
_OPEN_END = re.compile(r"[,\-–/(]$|\b(?:và|của|các|với|cho|để|là|được|theo|trong|từ|đến|tại|về)$", re.IGNORECASE)
# Words that the number at the beginning of the next line belongs to.
_COUNTED = re.compile(
    r"\b(?:ngày|tháng|năm|số|điều|khoản|mục|điểm|quý|từ|đến|và|khoảng|trên|dưới|gần|hơn|đạt|phụ lục"
    r"|giai đoạn|nhiệm kỳ|năm học|niên độ|niên khóa|thời kỳ)$",
    re.IGNORECASE,
)
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
    """Edges and leading of the running text of a document, from all its lines."""
    body = [line for line in lines if line.column is None] or lines
    if not body:
        return Margins(0, 0, 0)
    lefts = sorted(line.x0 for line in body)
    rights = sorted(line.x1 for line in body)
    right = rights[-1 - len(rights) // 40]
    pairs = [(a, b) for a, b in pairwise(body) if a.page == b.page and 0 < b.y0 - a.y0 < 60]
    # The leading is that of lines which were wrapped: where paragraphs are short, most steps are those between them.
    wrapped = [(a, b) for a, b in pairs if not _fits(a, b, right) and not parse_label(b.text)]
    steps = [b.y0 - a.y0 for a, b in (wrapped if len(wrapped) >= ENOUGH else pairs)]
    return Margins(lefts[len(lefts) // 10], right, median(steps) if steps else 0.0)


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
    if _begins(paragraph, line) or LAYOUT.match(line.text) or before.column != line.column:
        return False
    if before.page == line.page and not 0 < line.y0 - before.y0 <= edges.leading * WIDE + before.height * 0.3:
        return False
    if before.page != line.page and _FULL_STOP.search(before.text):
        return False
    alike = before.bold == line.bold and is_caps(before.text) == is_caps(line.text)
    if line.column:
        return alike and not is_office(line.text) and not _fits(before, line, line.column[1])
    if _centred(before, edges) and _centred(line, edges):
        return alike and not _FULL_STOP.search(before.text)
    heading = before.bold != line.bold and (is_caps(before.text) or len(paragraph.lines) > 1)
    return not heading and not _fits(before, line, edges.right) and not _set_in(paragraph, line, edges)


def _begins(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line begins with a list label; a day, a dash or "(2)" of a wrapped sentence is none."""
    before = paragraph.lines[-1]
    label = parse_label(line.text)
    if not label:
        return False
    if goes_on(label, paragraph.text):
        return False
    if label.style == "bullet" and line.text[label.end : label.end + 1].isdigit():
        return not before.text[-1].isalnum()
    return not (label.style == "number" and _COUNTED.search(before.text))


def _fits(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would still have had room in the line before it: then nothing was wrapped."""
    first = line.words[0]
    blank = 0.25 * before.height
    return before.x1 + blank + (first.x1 - first.x0) < right - blank


def _set_in(paragraph: Paragraph, line: Line, edges: Margins) -> bool:
    """Whether a line begins a paragraph by its indent."""
    before = paragraph.lines[-1]
    step = INDENT * before.height
    if _COUNTED.search(before.text) and line.text[0].isdigit():
        return False
    if _OPEN_END.search(before.text) or (line.text[0].islower() and not _FULL_STOP.search(before.text)):
        return False
    if line.x0 > before.x0 + step:
        # Behind a label the lines of an item hang below its first word.
        return len(paragraph.lines) > 1 or not parse_label(before.text)
    lone = len(paragraph.lines) == 1 and abs(line.x0 - before.x0) < step and line.x0 > edges.left + step
    return lone and bool(_FULL_STOP.search(before.text)) and not parse_label(before.text)


def _centred(line: Line, edges: Margins) -> bool:
    middle = (edges.left + edges.right) / 2
    aside = (line.x0 - edges.left) / line.height
    return aside > 2.5 and abs((line.x0 + line.x1) / 2 - middle) < line.height * 1.2


def is_centred(paragraph: Paragraph, edges: Margins) -> bool:
    """Whether all lines stand in the middle."""
    return all(_centred(line, edges) for line in paragraph.lines)
