"""Files that inspectors send, and what stands in those that they take away."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

from docx import Document
from lxml import etree
from openpyxl import Workbook, load_workbook

from batch.makers import item_texts

PROMISE = "BẢN CAM KẾT\n1. Tăng cường công tác tuyên truyền bí mật số 4711.\n".encode()
# A page of A4 in 14 points holds about twelve items.
ITEMS_PER_PAGE = 12
CODE = re.compile(r"^([A-Z]{2}\d\d) · ")


def codes_in_word(data: bytes) -> Counter[str]:
    """Codes of the comments of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/comments.xml"))
    lines = ("".join(p.itertext()) for p in root.iter("{*}p"))
    return Counter(found[1] for line in lines if (found := CODE.match(line)))


def questions_in_excel(data: bytes) -> list[dict[str, str]]:
    """Rows of the sheet of questions."""
    sheet = load_workbook(io.BytesIO(data))["Câu hỏi"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(n for n, row in enumerate(rows) if "Mã" in row)
    return [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :] if row[1]]


def codes_in_excel(data: bytes) -> Counter[str]:
    return Counter(row["Mã"] for row in questions_in_excel(data))


def codes_in_page(html: str) -> Counter[str]:
    return Counter(re.findall(r'<span class="code">([A-Z]{2}\d\d)</span>', html))


def word_file(pages: int, number: int = 0) -> bytes:
    """A commitment of so many pages, made of items of the corpus; each number has its own."""
    texts = item_texts()
    document = Document()
    document.add_paragraph("BẢN CAM KẾT")
    for line in range(pages * ITEMS_PER_PAGE):
        document.add_paragraph(f"{line + 1}. {texts[(number * 997 + line * 31) % len(texts)]}")
    return _saved(document)


def workbook(**sheets: list[list[object]]) -> bytes:
    """An Excel file with these sheets."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return _saved(book)


def _saved(made) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
