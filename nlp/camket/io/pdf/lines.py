"""Put the words of a page into lines, column after column."""

from __future__ import annotations

from dataclasses import dataclass, field

from camket.io.layout import LAYOUT
from camket.text.labels import parse_label

# A gap this wide, in line heights, parts two columns.
COLUMN_GAP = 1.6
# Baselines this close, in line heights, are those of one line.
SAME_LINE = 0.35
# Words that open the right column of a head or signature need less.
HEAD_GAP = 0.5


@dataclass(slots=True)
class Word:
    """A word and its box; y grows downwards."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    bold: bool = False
    font: str = ""
    base: float = 0.0
    confidence: float = 100.0


@dataclass(slots=True)
class Line:
    """Words side by side; ``column`` holds the edges of the column of a two-column block it stands in."""

    words: list[Word] = field(default_factory=list)
    page: int = 1
    column: tuple[float, float] | None = None

    @property
    def text(self) -> str:
        """Words joined by blanks."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(word.x1 for word in self.words)

    @property
    def y0(self) -> float:
        """Upper edge."""
        return min(word.y0 for word in self.words)

    @property
    def y1(self) -> float:
        """Lower edge."""
        return max(word.y1 for word in self.words)

    @property
    def height(self) -> float:
        """Height of the line."""
        return max(self.y1 - self.y0, 1.0)

    @property
    def bold(self) -> bool:
        """Whether most of the line is bold."""
        return sum(len(w.text) for w in self.words if w.bold) * 2 > sum(len(w.text) for w in self.words)


def make_lines(words: list[Word], page: int) -> list[Line]:
    """Lines of a page from top to bottom, each part of a two-column block on its own, left column first."""
    rows: list[Line] = []
    for word in sorted(words, key=lambda w: (w.base, w.x0)):
        if rows and word.base - rows[-1].words[0].base < SAME_LINE * (word.y1 - word.y0):
            rows[-1].words.append(word)
        else:
            rows.append(Line([word], page))
    for row in rows:
        row.words.sort(key=lambda w: w.x0)
    return _columns([_split(row) for row in rows])


def _split(line: Line) -> list[Line]:
    """Parts of a line that a wide gap separates; the gap behind a list label is none."""
    parts = [Line([line.words[0]], line.page)]
    for index in range(1, len(line.words)):
        word = line.words[index]
        gap = (word.x0 - line.words[index - 1].x1) / line.height
        label = len(parts[-1].words) == 1 and parse_label(parts[-1].text + " ")
        if (gap > COLUMN_GAP and not label) or (gap > HEAD_GAP and _opens_column(line.words[index : index + 5])):
            parts.append(Line([word], line.page))
        else:
            parts[-1].words.append(word)
    return parts


def _opens_column(words: list[Word]) -> bool:
    return bool(LAYOUT.match(" ".join(word.text for word in words)))


def _columns(rows: list[list[Line]]) -> list[Line]:
    out: list[Line] = []
    index = 0
    while index < len(rows):
        if len(rows[index]) < 2:
            out.extend(rows[index])
            index += 1
            continue
        end, gutter = _region(rows, index)
        block = [part for row in rows[index:end] for part in row]
        out.extend(_column([part for part in block if part.x0 < gutter]))
        out.extend(_column([part for part in block if part.x0 >= gutter]))
        index = end
    return out


def _column(lines: list[Line]) -> list[Line]:
    edges = min(line.x0 for line in lines), max(line.x1 for line in lines)
    for line in lines:
        line.column = edges
    return lines


def _region(rows: list[list[Line]], start: int) -> tuple[int, float]:
    """End of the block of two columns that begins in a row, and the x between the columns."""
    left, right = rows[start][0].x1, rows[start][1].x0
    end = start + 1
    while end < len(rows):
        parts = rows[end]
        new_left = max([left, *(p.x1 for p in parts if p.x0 < left)])
        new_right = min([right, *(p.x0 for p in parts if p.x0 >= left)])
        gap = (parts[0].y0 - max(p.y1 for p in rows[end - 1])) / parts[0].height
        lone = len(parts) == 1 and parts[0].x0 < left
        if new_left >= new_right or gap > (1.2 if lone else 7):
            break
        left, right, end = new_left, new_right, end + 1
    return end, (left + right) / 2
