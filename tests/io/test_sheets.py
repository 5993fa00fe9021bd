"""Spreadsheets: figures as shown, merged and hidden cells, several sheets."""

import io
from datetime import datetime

import pytest
import xlsxwriter

from camket.io import ReadError, read_bytes
from camket.io.office import find_office, to_format
from camket.io.sheets.cells import show
from camket.items import split

HEAD = ["TT", "Nội dung", "Chỉ tiêu", "Thời hạn", "Chủ trì"]


def workbook(fill):
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    fill(book)
    book.close()
    return buffer.getvalue()


def register(book):
    per_cent, money = book.add_format({"num_format": "0.0%"}), book.add_format({"num_format": '#,##0.0 "tỷ đồng"'})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Theo dõi")
    sheet.merge_range(0, 0, 0, 4, "BẢNG THEO DÕI CAM KẾT NĂM 2025")
    sheet.write_row(2, 0, HEAD)
    sheet.write_row(3, 0, [1, "Tỷ lệ hồ sơ đúng hạn"])
    sheet.write_number(3, 2, 0.985, per_cent)
    sheet.write_row(4, 0, [2, "Thu ngân sách"])
    sheet.write_number(4, 2, 1250.5, money)
    sheet.write_datetime(4, 3, datetime(2025, 12, 31), day)
    sheet.write_row(5, 0, [3, "Dòng ẩn", "x"])
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.merge_range(3, 4, 4, 4, "Công chức Tài chính")
    second = book.add_worksheet("Khác")
    second.write_row(0, 0, HEAD)
    second.write_row(1, 0, [1, "Trồng rừng", "12 ha", "Quý III", "Các thôn"])
    book.add_worksheet("Nháp").hide()


def test_figures_are_read_as_shown():
    rows = [b.cells for b in read_bytes(workbook(register), "a.xlsx").blocks if b.kind == "table_row"]
    assert rows == [
        tuple(HEAD), ("1", "Tỷ lệ hồ sơ đúng hạn", "98,5%", "", "Công chức Tài chính"),
        ("2", "Thu ngân sách", "1.250,5 tỷ đồng", "31/12/2025", ""),
        tuple(HEAD), ("1", "Trồng rừng", "12 ha", "Quý III", "Các thôn"),
    ]  # fmt: skip


def test_a_merged_cell_gives_its_owner_to_the_rows_below():
    items = split(read_bytes(workbook(register), "a.xlsx"))
    assert [(item.owner.value, item.owner.source) for item in items if item.owner] == [
        ("Công chức Tài chính", "column")
    ]
    assert [item.period.value for item in items[:2]] == ["NĂM 2025", "NĂM 2025"]


def test_hidden_parts_are_left_out_and_told():
    document = read_bytes(workbook(register), "a.xlsx")
    assert all("ẩn" not in b.text for b in document.blocks)
    assert len(document.skipped) == 2
    assert {block.position.sheet for block in document.blocks} == {"Theo dõi", "Khác"}


def test_a_head_in_two_rows():
    def fill(book):
        sheet = book.add_worksheet("A")
        for column, text in enumerate(["TT", "Nhiệm vụ"]):
            sheet.merge_range(0, column, 1, column, text)
        sheet.merge_range(0, 2, 0, 3, "Thời gian")
        sheet.write_row(1, 2, ["Bắt đầu", "Kết thúc"])
        sheet.write_row(2, 0, ["(1)", "(2)", "(3)", "(4)"])
        sheet.write_row(3, 0, ["1", "Xây nhà văn hóa", "Tháng 3", "Tháng 9"])

    (item,) = split(read_bytes(workbook(fill), "a.xlsx"))
    assert item.context == "TT | Nhiệm vụ | Thời gian / Bắt đầu | Thời gian / Kết thúc"
    assert [name for name, _, _ in item.columns] == ["task", "time", "time"]


@pytest.mark.parametrize(("value", "number_format", "shown"), [
    (0.95, "0%", "95%"), (0.9545, "0.0#%", "95,45%"), (1250, "#,##0", "1.250"), (1250.0, "General", "1250"),
    (1234567.891, "#,##0.00", "1.234.567,89"), (12, '0 "hộ"', "12 hộ"), (-4.13, "0.00", "-4,13"), (-5,
    "#,##0;(#,##0)", "(5)"),
    (3, "00", "03"), (2500000, "#,##0,", "2.500"), (True, "General", "x"), (None, "General", ""), (0, '0;-0;"-"', "-"),
    (7.5, "@", "7,5"), (1e20, "General", "1e+20"),
])  # fmt: skip
def test_number_formats(value, number_format, shown):
    assert show(value, number_format) == shown


@pytest.mark.skipif(not find_office(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("format", ["ods", "xls"])
def test_other_programs_files_read_the_same(format):
    data = workbook(register)

    def cells(d, n):
        return [b.cells for b in read_bytes(d, n).blocks if b.kind == "table_row"]

    assert cells(to_format(data, "xlsx", format), f"a.{format}") == cells(data, "a.xlsx")


def test_old_excel_without_libreoffice(monkeypatch):
    if not find_office():
        pytest.skip("LibreOffice is not installed")
    data = to_format(workbook(register), "xlsx", "xls")
    monkeypatch.setattr("camket.io.sheets.reader.find_office", lambda: None)
    document = read_bytes(data, "a.xls")
    assert "Trồng rừng" in document.blocks[-1].text
    assert document.warnings


def test_a_csv_file():
    document = read_bytes("TT;Nội dung;Thời hạn\n1;Làm đường;30/6/2025\n".encode(), "a.csv")
    assert document.blocks[0].is_table_header
    assert document.blocks[1].text == "1 | Làm đường | 30/6/2025"


def test_a_sheet_that_claims_to_be_endless():
    def fill(book):
        sheet = book.add_worksheet("A")
        sheet.write_row(0, 0, HEAD)
        sheet.write(1_000_000, 300, "xa")

    with pytest.raises(ReadError) as raised:
        read_bytes(workbook(fill), "a.xlsx")
    assert raised.value.code == "too_many_cells"
