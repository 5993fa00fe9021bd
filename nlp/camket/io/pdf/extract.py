"""Words and ruled lines of each page, through pdfium; runs in a process of its own."""

from __future__ import annotations

import ctypes
import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from camket.io.errors import ReadError

if TYPE_CHECKING:
    import pypdfium2

_WORD = re.compile(r"\S+")
# Lines and boxes thinner than this (points) are rules.
THIN = 3.0
MAX_RULES = 20_000
_PASSWORD = "password"


def pages(data: bytes, max_pages: int) -> list[dict[str, Any]]:
    """Size, words, rules and pictures of each page; y grows downwards.

    A word is ``[text, x0, y0, x1, y1, bold, font, baseline]``, a rule ``[x0, y0, x1, y1]``.
    """
    document = _open(data)
    if len(document) > max_pages:
        raise ReadError("too_many_pages", pages=len(document), limit=max_pages)
    return [_page(document, index) for index in range(len(document))]


def image(data: bytes, number: int, dpi: int) -> str:
    """One page as a PNG picture, in hexadecimal digits."""
    page = _open(data)[number - 1]
    # Pages of absurd size are drawn smaller.
    scale = min(dpi / 72, 6000 / max(page.get_size()))
    target = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(target, "PNG")
    return target.getvalue().hex()


def _open(data: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        if not len(document):
            raise ReadError("corrupt", format="PDF")
    except pypdfium2.PdfiumError as error:
        raise ReadError("encrypted" if _PASSWORD in str(error).lower() else "corrupt", format="PDF") from error
    return document


def _page(document: pypdfium2.PdfDocument, index: int) -> dict[str, Any]:
    import pypdfium2

    try:
        page = document[index]
        left, bottom, right, top = page.get_bbox()
        found = {"width": right - left, "height": top - bottom, "words": [], "rules": [], "images": 0}
        found["words"] = _words(page.get_textpage(), left, top)
        _objects(page, left, top, found)
        page.close()
    except (pypdfium2.PdfiumError, ValueError, ctypes.ArgumentError):
        return {"width": 595.0, "height": 842.0, "words": [], "rules": [], "images": 0, "broken": True}
    return found


def _words(textpage: pypdfium2.PdfTextPage, left: float, top: float) -> list[list[Any]]:
    count = textpage.count_chars()
    raw, text = textpage.raw, _text(textpage, count)
    words = []
    for match in _WORD.finditer(text):
        first, last = _box(raw, match.start()), _box(raw, match.end() - 1)
        if first and last:
            bold, font = _font(raw, match.start())
            low, high = min(first[1], last[1]), max(first[3], last[3])
            words.append([match[0].replace("\ufffe", ""), round(first[0] - left, 1), round(top - high, 1),
                          round(last[2] - left, 1), round(top - low, 1), bold, font,
                          round(top - _baseline(raw, match.start()), 1)])  # fmt: skip
    return words


def _text(textpage: pypdfium2.PdfTextPage, count: int) -> str:
    """One character an index of pdfium, so that a position in the text is a position in the page."""
    from pypdfium2 import raw as pdfium

    return "".join(chr(c) if 0 < (c := pdfium.FPDFText_GetUnicode(textpage, i)) < 0xD800 or 0xE000 <= c < 0x110000
                   else " " for i in range(count))  # fmt: skip


def _box(textpage: Any, index: int) -> tuple[float, float, float, float] | None:
    from pypdfium2 import raw as pdfium

    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rectangle)):
        return None
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top


def _baseline(textpage: Any, index: int) -> float:
    from pypdfium2 import raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    return y.value


def _font(textpage: Any, index: int) -> tuple[bool, str]:
    from pypdfium2 import raw as pdfium

    buffer = ctypes.create_string_buffer(64)
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(textpage, index, buffer, 64, ctypes.byref(flags))
    name = buffer.raw[: max(min(size, 64) - 1, 0)].decode("latin-1").split("+")[-1]
    bold = "bold" in name.lower() or pdfium.FPDFText_GetFontWeight(textpage, index) >= 600
    return bold, name


def _objects(page: pypdfium2.PdfPage, left: float, top: float, found: dict[str, Any]) -> None:
    from pypdfium2 import raw as pdfium

    for item in page.get_objects(max_depth=4):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            found["images"] += 1
        elif item.type == pdfium.FPDF_PAGEOBJ_PATH and len(found["rules"]) < MAX_RULES:
            found["rules"].extend(_rules(item, left, top))


def _rules(item: Any, left: float, top: float) -> list[list[float]]:
    x0, y0, x1, y1 = item.get_bounds()
    if min(x1 - x0, y1 - y0) <= THIN:
        return [[x0 - left, top - y1, x1 - left, top - y0]]
    return [rule for stroke in _strokes(item, left, top) for a, b in pairwise(stroke) if (rule := _rule(a, b))]


def _rule(a: tuple[float, float], b: tuple[float, float]) -> list[float] | None:
    if min(abs(a[0] - b[0]), abs(a[1] - b[1])) > THIN:
        return None
    return [min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])]


def _strokes(item: Any, left: float, top: float) -> list[list[tuple[float, float]]]:
    """Corners of each stroke of a path, on the page."""
    from pypdfium2 import raw as pdfium

    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    strokes: list[list[tuple[float, float]]] = [[]]
    for index in range(min(pdfium.FPDFPath_CountSegments(item), MAX_RULES)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            strokes.append([])
        px, py = matrix.on_point(x.value, y.value)
        strokes[-1].append((px - left, top - py))
        if pdfium.FPDFPathSegment_GetClose(segment):
            strokes[-1].append(strokes[-1][0])
    return strokes
