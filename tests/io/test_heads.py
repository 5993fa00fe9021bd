"""Heads and signatures that stand in tables."""

import io
from datetime import date

import docx
import pytest

from camket.io import read_bytes
from camket.items import split
from support import cases_of

LEFT = "UBND HUYỆN VĨNH HÀ\nPHÒNG KINH TẾ VÀ HẠ TẦNG\n-------\nSố: 45/CK-KTHT"
RIGHT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\nVĩnh Hà, ngày 15 tháng 01 năm 2024"


def word(*tables):
    """A Word file with tables around its text; a line break in a cell is one that Shift and Enter make."""
    document = docx.Document()
    for rows in tables:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph("BẢN CAM KẾT" if rows is tables[0] else "")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page(left, right):
    cells = "".join(f"<td>{text.replace(chr(10), '<br>')}</td>" for text in (left, right))
    return f"<body><table><tr>{cells}</tr></table><p>BẢN CAM KẾT</p></body>".encode()


@pytest.mark.parametrize(
    "data", [(word([[LEFT, RIGHT]]), "a.docx"), (page(LEFT, RIGHT), "a.html")], ids=["docx", "html"]
)
def test_lines_of_a_cell_of_the_head(data):
    found = read_bytes(*data).metadata
    assert (found.superior, found.issuer, found.number) == (
        "UBND HUYỆN VĨNH HÀ", "PHÒNG KINH TẾ VÀ HẠ TẦNG", "45/CK-KTHT",
    )  # fmt: skip
    assert (found.place, found.date) == ("Vĩnh Hà", date(2024, 1, 15))


def test_a_long_text_in_a_head_stays_whole():
    long = (
        "Phòng Kinh tế và Hạ tầng cam kết thực hiện các nội dung sau đây trong năm 2024 theo đúng nhiệm vụ được giao,\n"
    )
    texts = [block.text for block in read_bytes(word([[long + "kể từ ngày ký", RIGHT]]), "a.docx").blocks]
    assert texts[0] == (long + "kể từ ngày ký").replace("\n", " ")


@pytest.mark.parametrize(
    "case", [case for _, case in cases_of("io", "signatures.yaml")], ids=lambda c: c["rows"][-1][-1]
)
def test_signatures_in_tables(case):
    head = [["UBND XÃ ĐÔNG HÀ", "Đông Hà, ngày 05 tháng 01 năm 2024\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]
    document = read_bytes(word(head, case["rows"]), "a.docx")
    assert len(split(document)) == case["items"]
    assert list(document.metadata.signers)[: len(case["signers"]) or 1] == case["signers"]
