"""Write a specification as a Word file laid out as the rules ask, with automatic numbering."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from documents.writers.numbering import add_lists, number
from documents.writers.spec import Line, Spec

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def to_docx(spec: Spec, *, automatic: bool = True) -> bytes:
    """The document as .docx; ``automatic`` numbering or typed labels."""
    document = Document()
    _page(document, spec)
    sign = "-" if spec.party else "."
    add_lists(document, {
        1: [{"fmt": "upperRoman", "text": f"%1{sign}"}, {"fmt": "decimal", "text": f"%2{sign}"},
            {"fmt": "lowerLetter", "text": "%3)"}],
        2: [{"fmt": "bullet", "text": "-"}],
        3: [{"fmt": "none", "text": "đ)", "indent": 720}],
    })  # fmt: skip
    _pair(document, spec.left_head, spec.right_head, bold_left=(1,), bold_right=(0, 1))
    document.add_paragraph()
    _centre(document, spec.raw["type"], bold=True, size=14)
    _centre(document, spec.raw["title"], bold=True)
    if "addressee" in spec.raw:
        _centre(document, f"Kính gửi: {spec.raw['addressee']}")
    for line in spec.lines:
        _line(document, line, automatic)
    document.add_paragraph()
    _pair(
        document,
        spec.left_foot,
        [*spec.right_foot[:-1], "", "", spec.right_foot[-1]],
        bold_right=range(9),
        left_size=11,
    )
    if spec.appendix:
        _appendix(document, spec)
    buffer = io.BytesIO()
    document.core_properties.author = ""
    document.save(buffer)
    return buffer.getvalue()


def _page(document: Any, spec: Spec) -> None:
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.font.size = Pt(13)
    style.paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5 if spec.party else 2)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()._r
        if kind:
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
        else:
            char = OxmlElement("w:instrText")
            char.text = text
        run.append(char)


def _pair(
    document: Any, left: list[str], right: list[str], *, bold_left: Any = (), bold_right: Any = (), left_size: int = 12
) -> None:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    for cell, lines, bold, width in (
        (table.cell(0, 0), left, bold_left, Cm(7)),
        (table.cell(0, 1), right, bold_right, Cm(9.5)),
    ):
        cell.width = width
        for index, text in enumerate(lines):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(text)
            run.bold = index in bold
            run.font.size = Pt(12 if cell is not table.cell(0, 0) else left_size)
            if not text.startswith(("-", "Nơi nhận")):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _centre(document: Any, text: str, *, bold: bool = False, italic: bool = False, size: int = 13) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _line(document: Any, line: Line, automatic: bool) -> None:
    listed = _list_of(line.label) if automatic else None
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if listed:
        number(paragraph, *listed)
    else:
        paragraph.paragraph_format.first_line_indent = Cm(1)
    run = paragraph.add_run(line.text if listed else line.typed)
    run.bold, run.italic = line.role == "heading", line.role == "basis"


def _list_of(label: str) -> tuple[int, int] | None:
    core = label.rstrip(".-)")
    if label == "-":
        return 2, 0
    if label == "đ)":
        return 3, 0
    if core and all(c in "IVX" for c in core):
        return 1, 0
    if core.isdigit():
        return 1, 1
    return (1, 2) if len(core) == 1 and core in _LETTERS else None


def _appendix(document: Any, spec: Spec) -> None:
    appendix, table = spec.appendix, spec.table
    assert appendix is not None
    assert table is not None
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    _centre(document, appendix["title"], bold=True)
    _centre(document, appendix["subtitle"], bold=True)
    _centre(document, appendix["note"], italic=True)
    grid = document.add_table(rows=1, cols=len(table.header))
    grid.style = "Table Grid"
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, text in zip(grid.rows[0].cells, table.header, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    widths = [Cm(1.3), Cm(6), *[Cm((25 - 7.3) / (len(table.header) - 2))] * (len(table.header) - 2)]
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        cells = grid.add_row().cells
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
        if row[0] == "group":
            cells[0].text = row[1]
            cells[1].merge(cells[-1]).text = row[2]
        else:
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
