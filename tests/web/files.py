"""What stands in the files that an inspector takes away."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

from lxml import etree
from openpyxl import load_workbook

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
