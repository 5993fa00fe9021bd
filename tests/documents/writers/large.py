"""A document of about thirty pages with twelve tables, for timing."""

from __future__ import annotations

import io

from docx import Document

from documents.writers.numbering import add_lists, number

_LEVELS = [
    {"fmt": "upperRoman", "text": "%1."},
    {"fmt": "decimal", "text": "%1.%2.", "legal": True},
    {"fmt": "lowerLetter", "text": "%3)"},
]
_HEAD = ("TT", "Nội dung", "Chỉ tiêu", "Thời gian", "Chủ trì", "Ghi chú")


def large_docx(tables: int = 12) -> bytes:
    """Numbered paragraphs and tables with merged cells."""
    document = Document()
    add_lists(document, {1: _LEVELS})
    for chapter in range(tables):
        number(document.add_paragraph(f"NHIỆM VỤ NHÓM {chapter + 1}"), 1, 0)
        for step in range(13):
            number(document.add_paragraph(
                f"Hoàn thành xây dựng {step + 2},5 km đường giao thông nông thôn tại các thôn trên địa bàn xã "
                f"trước ngày "
                f"{step + 10}/9/2025; Ban Quản lý dự án chủ trì, phối hợp với các thôn vận động Nhân dân hiến "
                f"đất, tháo dỡ "
                "vật kiến trúc và giám sát chất lượng công trình trong suốt thời gian thi công."), 1, 1)  # fmt: skip
            number(document.add_paragraph(
                f"Vận động ít nhất {step + 3} hộ dân hiến đất làm đường, báo cáo kết quả về Ủy ban nhân dân xã định kỳ "
                "hằng tháng theo quy định của huyện, bảo đảm công khai, dân chủ."), 1, 2)  # fmt: skip
        _table(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _table(document: object) -> None:
    grid = document.add_table(rows=15, cols=len(_HEAD))  # type: ignore[attr-defined]
    grid.style = "Table Grid"
    for row in range(15):
        texts = _HEAD if not row else (
            str(row), f"Cấp giấy chứng nhận đợt {row}", "120 giấy", "Quý III/2025", "Công chức Địa chính",
            "")  # fmt: skip
        for cell, text in zip(grid.row_cells(row), texts, strict=True):
            cell.text = text
    grid.cell(2, 5).merge(grid.cell(4, 5)).text = "Đợt 1"
