"""Write the pages of a PDF file as paragraphs and table rows."""

from __future__ import annotations

from camket.io.builder import Builder
from camket.io.pdf.grid import Table
from camket.io.pdf.lines import Line, Word, make_lines
from camket.io.pdf.page import Page, running_lines
from camket.io.pdf.paragraphs import Margins, Paragraph, is_centred, join_lines, margins
from camket.records import Position

# Words of OCR below this confidence are doubtful; figures are whatever it says.
DOUBTFUL = 60


class Layout:
    """Takes pages in order: paragraphs and tables by their height on the page.

    Parameters
    ----------
    builder : Builder
        Takes the blocks.
    pages : list of Page
        The pages of a file.
    """

    def __init__(self, builder: Builder, pages: list[Page]) -> None:
        self.builder = builder
        self.pages = pages
        self.tables = 0
        self.width = 0
        self.row = 0
        self.paragraphs = 0
        self.rows: list[tuple[list[str], tuple[int, ...], Position]] = []
        self.edges: dict[int, Margins] = {}

    def emit(self) -> None:
        """Write the blocks of all pages."""
        running = running_lines(self.pages)
        if running:
            self.builder.skip(f"{len(running)} dòng đầu trang, chân trang, số trang", "running")
        body = [line for page in self.pages for line in page.lines if id(line) not in running]
        self.edges = self._edges(body)
        pending: list[Line] = []
        for page in self.pages:
            if pending and self._width(pending[-1]) != round(page.width):
                pending = self._text(pending)
            pending = self._page(page, pending, [line for line in page.lines if id(line) not in running])
        self._text(pending)
        self._close_table()

    def _edges(self, body: list[Line]) -> dict[int, Margins]:
        """Margins of the running text for each width of page: an annex is often set across."""
        widths = {round(page.width) for page in self.pages}
        return {width: margins([line for line in body if self._width(line) == width]) for width in widths}

    def _width(self, line: Line) -> int:
        return round(self.pages[line.page - 1].width)

    def _page(self, page: Page, pending: list[Line], lines: list[Line]) -> list[Line]:
        """Write a page but for its last lines: a paragraph may go on overleaf."""
        for table, cells in page.tables:
            above, lines = _parted(lines, table.top)
            pending = self._text(pending + above)
            self._table(cells, page, table)
        return pending + lines

    def _text(self, lines: list[Line]) -> list[Line]:
        """Write lines as paragraphs; nothing is left of them."""
        if lines:
            self._close_table()
            edges = self.edges[self._width(lines[0])]
            for paragraph in join_lines(lines, edges):
                self._paragraph(paragraph, edges)
        return []

    def _paragraph(self, paragraph: Paragraph, edges: Margins) -> None:
        self.paragraphs += 1
        self.builder.paragraph(
            paragraph.text,
            bold=all(line.bold for line in paragraph.lines),
            centred=is_centred(paragraph, edges),
            position=Position(paragraph=self.paragraphs, page=paragraph.lines[0].page),
            unsure=_unsure(paragraph),
        )

    def _table(self, cells: list[list[list[Word]]], page: Page, table: Table) -> None:
        width = len(cells[0])
        if self.rows and width != self.width:
            self._close_table()
        continued = bool(self.rows)
        if not continued:
            self.tables += 1
            self.row, self.width = 0, width
        head = [texts for texts, _, _ in self.rows[:3]]
        for index, row in enumerate(cells):
            texts = [_cell_text(words) for words in row]
            if continued and texts in head:
                continue  # the head, repeated on each page
            if continued and self._cut(texts):
                self._append(texts)
            else:
                merged = tuple(j for j in range(width) if table.owner[index][j][0] < index)
                self._row(texts, merged, page)
            continued = False

    def _row(self, texts: list[str], merged: tuple[int, ...], page: Page) -> None:
        self.row += 1
        self.rows.append((texts, merged, Position(table=self.tables, row=self.row, page=page.number)))

    def _cut(self, texts: list[str]) -> bool:
        """Whether the first row of a page is the rest of a row that the page break cut: nothing in its first cell."""
        goes_on = not texts[0] and any(text and text[0].islower() for text in texts)
        return goes_on and bool(self.rows[-1][0][0])

    def _append(self, texts: list[str]) -> None:
        cells, merged, position = self.rows[-1]
        joined = [f"{a} {b}".strip() for a, b in zip(cells, texts, strict=True)]
        self.rows[-1] = (joined, merged, position)

    def _close_table(self) -> None:
        for texts, merged, position in self.rows:
            self.builder.row(texts, merged=merged, position=position)
        self.rows = []


def _parted(lines: list[Line], height: float) -> tuple[list[Line], list[Line]]:
    """Lines above a height and below it, each in its order."""
    return [line for line in lines if line.y0 < height], [line for line in lines if line.y0 >= height]


def _cell_text(words: list[Word]) -> str:
    return " ".join(line.text for line in make_lines(words, 0)) if words else ""


def _unsure(paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
    spans, at = [], 0
    for line in paragraph.lines:
        for word in line.words:
            if word.confidence < DOUBTFUL or (word.confidence < 100 and any(c.isdigit() for c in word.text)):
                spans.append((at, at + len(word.text)))
            at += len(word.text) + 1
    return tuple(spans)
