"""Read a PDF file."""

from __future__ import annotations

from camket.io.builder import Builder
from camket.io.isolated import run_isolated
from camket.io.limits import LIMITS, Limits
from camket.io.pdf.layout import Layout
from camket.io.pdf.ocr import read_scans
from camket.io.pdf.page import Page, make_page
from camket.records import Document
from camket.text.legacy import convert, detect, font_code

# So many words tell whether a file without telling fonts is in a legacy code.
SAMPLE = 4000


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
    read_scans(data, pages, builder, limits, ocr=ocr)
    _decode_fonts(pages, builder)
    Layout(builder, pages).emit()
    return builder.document(name, "pdf")


def _decode_fonts(pages: list[Page], builder: Builder) -> None:
    words = [word for page in pages for word in page.words]
    whole = None
    if not any(font_code(word.font)[0] for word in words):
        whole = detect(" ".join(word.text for word in words[:SAMPLE]))
    for word in words:
        code, capitals = font_code(word.font)
        code = code or whole
        if code:
            read = convert(word.text, code, capitals=capitals)
            builder.repairs["legacy"] += read != word.text
            word.text = read
