"""Read a PDF file."""

from __future__ import annotations

from camket.io.builder import Builder
from camket.io.errors import ReadError
from camket.io.isolated import run_isolated
from camket.io.limits import LIMITS, Limits
from camket.io.pdf.grid import Table
from camket.io.pdf.lines import Line, Word, make_lines
from camket.io.pdf.page import Page, make_page, running_lines
from camket.io.pdf.paragraphs import Margins, Paragraph, is_centred, join_lines, margins
from camket.records import Document, Position
from camket.text.legacy import convert, detect, font_code

# A page with fewer characters than this, and a picture, was scanned.
SCANNED = 20


def read_pdf(data: bytes, name: str, limits: Limits = LIMITS, *, ocr: bool = True) -> Document:
    """Read a PDF file.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for the record.
    limits : Limits
        Caps.
    ocr : bool
        Whether scanned pages are read by Tesseract where it is installed.

    Raises
    ------
    ReadError
        "corrupt", "encrypted", "image_only", "ocr_off", "too_many_pages", "too_slow", "crashed".
    """
    raw = run_isolated("pdf_pages", data, {"max_pages": limits.pages}, seconds=limits.seconds, format="PDF")
    builder = Builder(limits)
    pages = [make_page(number, page) for number, page in enumerate(raw, 1)]
    scanned = [page for page in pages if page.images and sum(len(w.text) for w in page.words) < SCANNED]
    if scanned:
        _recognise(data, pages, scanned, builder, limits, ocr)
    _decode_fonts(pages, builder)
    _Layout(builder, pages).emit()
    return builder.document(name, "pdf")


def _recognise(data: bytes, pages: list[Page], scanned: list[Page], builder: Builder, limits: Limits, ocr: bool) -> None:
    from camket.io.pdf.ocr import recognise

    whole = len(scanned) == len([p for p in pages if p.words or p.images])
    try:
        read = recognise(data, [page.number for page in scanned], limits, ocr=ocr)
    except ReadError as error:
        if whole:
            raise
        for page in scanned:
            builder.skip(f"trang {page.number} là ảnh quét", error.code)
        builder.warnings.append(str(error))
        return
    for page in scanned:
        page.words = read.get(page.number, [])
        page.lines = make_lines(page.words, page.number)
    builder.warnings.append("Có trang đọc bằng nhận dạng chữ (OCR): số liệu trên các trang đó cần kiểm tra.")


def _decode_fonts(pages: list[Page], builder: Builder) -> None:
    words = [word for page in pages for word in page.words]
    whole = None
    if not any(font_code(word.font)[0] for word in words):
        whole = detect(" ".join(word.text for word in words[:4000]))
    for word in words:
        code, capitals = font_code(word.font)
        code = code or whole
        if code:
            read = convert(word.text, code, capitals=capitals)
            builder.repairs["legacy"] += read != word.text
            word.text = read


class _Layout:
    """Writes pages into a builder: paragraphs and tables by their height on the page."""

    def __init__(self, builder: Builder, pages: list[Page]) -> None:
        self.builder = builder
        self.pages = pages
        self.tables = 0
        self.width = 0
        self.row = 0
        self.paragraphs = 0
        self.rows: list[tuple[list[str], tuple[int, ...], Position]] = []

    def emit(self) -> None:
        running = running_lines(self.pages)
        if running:
            self.builder.skip(f"{len(running)} dòng đầu trang, chân trang, số trang", "running")
        body = [line for page in self.pages for line in page.lines if id(line) not in running]
        by_width = {page.number: round(page.width) for page in self.pages}
        edges = {width: margins([x for x in body if by_width[x.page] == width]) for width in set(by_width.values())}
        pending: list[Line] = []
        for page in self.pages:
            if pending and by_width[pending[-1].page] != by_width[page.number]:
                pending = self._text(pending, edges[by_width[pending[-1].page]])
            lines = [line for line in page.lines if id(line) not in running]
            for table, cells in page.tables:
                above, lines = _parted(lines, table.top)
                pending = self._text(pending + above, edges[by_width[page.number]])
                self._table(cells, page, table)
            pending += lines
        self._text(pending, edges[by_width[self.pages[-1].number]])
        self._close_table()

    def _text(self, lines: list[Line], edges: Margins) -> list[Line]:
        """Write lines as paragraphs; nothing is left of them."""
        if lines:
            self._close_table()
        for paragraph in join_lines(lines, edges):
            self._paragraph(paragraph, edges)
        return []

    def _paragraph(self, paragraph: Paragraph, edges: Margins) -> None:
        self.paragraphs += 1
        first = paragraph.lines[0]
        text = paragraph.text
        unsure = _unsure(paragraph)
        self.builder.paragraph(text, bold=all(line.bold for line in paragraph.lines), centred=is_centred(paragraph, edges),
                               position=Position(paragraph=self.paragraphs, page=first.page), unsure=unsure)  # fmt: skip

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
                self.row += 1
                merged = tuple(j for j in range(width) if table.owner[index][j][0] < index)
                self.rows.append((texts, merged, Position(table=self.tables, row=self.row, page=page.number)))
            continued = False

    def _cut(self, texts: list[str]) -> bool:
        """Whether the first row of a page is the rest of a row that the page break cut: nothing in its first cell."""
        return not texts[0] and any(texts[1:]) and bool(self.rows[-1][0][0]) and any(
            text and text[0].islower() for text in texts
        )  # fmt: skip

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
            if word.confidence < 60 or (word.confidence < 100 and any(c.isdigit() for c in word.text)):
                spans.append((at, at + len(word.text)))
            at += len(word.text) + 1
    return tuple(spans)
