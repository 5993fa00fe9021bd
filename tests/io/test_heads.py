"""Heads and signatures that stand in tables."""

import io
from datetime import date

import docx
import openpyxl
import pytest

from camket.api import check_document
from camket.io import read_bytes
from camket.io.metadata import find_metadata
from camket.items import split
from camket.records import Block, Document
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


@pytest.mark.parametrize(("second", "title"), [
    ("2021 - 2025", "Thực hiện Nghị quyết Đại hội, giai đoạn 2021 - 2025"),
    ("2024 của Trưởng phòng", "Thực hiện Nghị quyết Đại hội, giai đoạn 2024 của Trưởng phòng"),
    ("1. Trồng 5 ha rừng", "Thực hiện Nghị quyết Đại hội, giai đoạn"),
    ("15 phòng học", "Thực hiện Nghị quyết Đại hội, giai đoạn"),
])  # fmt: skip
def test_a_title_goes_on_with_a_year(second, title):
    lines = ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Thực hiện Nghị quyết Đại hội, giai đoạn", second)
    blocks = tuple(Block(line, "paragraph", centred=True) for line in lines)
    assert find_metadata(Document("a.pdf", blocks)).title == title


def workbook(*lines):
    book = openpyxl.Workbook()
    for row in (*([line] for line in lines), ["STT", "Nội dung", "Thời hạn"], [1, "Trồng 5 ha rừng", "Cuối năm"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


BOARD = "BẢNG THEO DÕI CAM KẾT"


@pytest.mark.parametrize(("lines", "day", "warned"), [
    ([f"{BOARD} NĂM 2024", "(Tính đến ngày 30/9/2024)"], date(2024, 9, 30), True),
    ([BOARD, "Số liệu cập nhật đến hết ngày 30 tháng 9 năm 2024"], date(2024, 9, 30), True),
    ([BOARD, "(Tính đến ngày 30/9/2024)", "Đông Hà, ngày 05 tháng 10 năm 2024"], date(2024, 10, 5), False),
    ([BOARD, "Tính đến ngày 30/9/2024, xã đã trồng 5 ha."], None, False),
    ([BOARD, "(Tính đến ngày 31/9/2024)"], None, False),
    ([f"{BOARD} NĂM 2024"], None, False),
])  # fmt: skip
@pytest.mark.parametrize("format", ["xlsx", "txt"])
def test_the_day_of_the_figures_stands_in_for_the_date(format, lines, day, warned):
    data = workbook(*lines) if format == "xlsx" else "\n\n".join([*lines, "1. Trồng 5 ha rừng."]).encode()
    report = check_document(read_bytes(data, f"a.{format}"))
    assert report.date == day
    assert any("ngày tính số liệu 30/09/2024" in warning for warning in report.warnings) == warned
    assert ("no_date" in report.warnings) == (day is None)
    assert not any(a.item.text.startswith("(Tính đến ngày 30") for a in report.annotations)
