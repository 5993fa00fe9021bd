"""Reports to write: from a Word file made on the spot, with text that tries to be more than text."""

from __future__ import annotations

import io

from docx import Document

from camket.api import check_document
from camket.io import read_bytes

NASTY = (
    '=HYPERLINK("http://evil.example","bấm") tăng cường công tác tuyên truyền',
    "+cmd|' /C calc'!A0 tăng cường công tác tuyên truyền",
    "@SUM(1+1)*cmd nâng cao chất lượng cán bộ",
    "-2+3 tăng cường công tác tuyên truyền",
    "<script>alert(1)</script> tăng cường tuyên truyền",
    '<img src=x onerror="alert(1)"> nâng cao chất lượng',
    "http://evil.example/x đẩy mạnh chuyển đổi số",
    "[red]Tăng cường[/red] công tác kiểm tra",
    "]]></w:t> quan tâm phát triển du lịch & dịch vụ",
)


def word_file(lines=(), rows=(), *, numbered=True) -> bytes:
    """A commitment as a Word file, its runs cut in odd places."""
    document = Document()
    document.add_paragraph("ỦY BAN NHÂN DÂN XÃ NẬM SƠN")
    document.add_paragraph("Nậm Sơn, ngày 15 tháng 01 năm 2024")
    document.add_paragraph("BẢN CAM KẾT").runs[0].bold = True
    document.add_paragraph("Thực hiện nhiệm vụ năm 2024")
    for number, line in enumerate(lines, 1):
        paragraph = document.add_paragraph(f"{number}. " if numbered else "")
        for at in range(0, len(line), 7):
            run = paragraph.add_run(line[at : at + 7])
            run.italic = at % 14 == 0 or None
    if rows:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


ROWS = (
    ("STT", "Nội dung", "Chỉ tiêu", "Thời gian", "Đơn vị chủ trì"),
    ("1", "Nâng cao hiệu quả khai thác chợ", "", "Thường xuyên", "Ban Quản lý chợ"),
    ("2", "Xóa nhà tạm cho hộ nghèo", "22 nhà", "31/10/2024", "Mặt trận xã"),
)
LINES = (
    "Tăng cường công tác vệ sinh môi trường.",
    "Làm mới 3 km đường giao thông thôn Đông trước ngày 30/9/2024.",
    "Sớm hoàn thành các chỉ tiêu huyện giao, cơ bản xóa nhà tạm.",
    "Thu ngân sách năm 2024 đạt 5,680 tỷ đồng.",
)


def report_of(data: bytes, name="cam-ket.docx"):
    """The report of a file in memory."""
    return check_document(read_bytes(data, name))
