"""A dossier as a Word document in the typeface of official papers, landscape, one table after the other."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from camket.report.tracking.dossier import Dossier, Table, cell
from camket.report.words import Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shared import Length
    from docx.table import _Row

_FONT, _SIZE, _SMALL = "Times New Roman", 13, 10.5
_EPOCH = datetime(2020, 1, 1)  # the same content gives the same file
_USABLE = 25.7  # centimetres between the margins of a landscape A4 page


def to_docx(dossier: Dossier, words: Words) -> bytes:
    """A .docx file."""
    import docx
    from docx.shared import Pt

    document = docx.Document()
    _page(document)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_SIZE)
    _heading(document, dossier.title, _SIZE + 1)
    for fact in dossier.facts:
        document.add_paragraph(fact)
    for table in dossier.filled:
        _heading(document, table.title, _SIZE)
        _table(document, table, words)
    document.add_paragraph(words("note")).runs[0].italic = True
    return _saved(document, dossier.title)


def _saved(document: Document, title: str) -> bytes:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "camket", ""
    properties.created = properties.modified = _EPOCH
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)


def _heading(document: Document, text: str, size: float) -> None:
    from docx.shared import Pt

    run = document.add_paragraph().add_run(text)
    run.bold, run.font.size = True, Pt(size)


def _table(document: Document, table: Table, words: Words) -> None:
    if not table.rows:
        document.add_paragraph(words("nothing"))
        return
    made = document.add_table(rows=0, cols=len(table.columns))
    made.style, made.autofit = "Table Grid", False
    for column, width in zip(made.columns, _widths(table), strict=True):
        column.width = width
    _repeat(_fill(made.add_row(), [column.head for column in table.columns], table, bold=True))
    for row in table.rows:
        _fill(made.add_row(), [cell(value, words) for value in row], table)


def _fill(row: _Row, texts: list[str], table: Table, *, bold: bool = False) -> _Row:
    from docx.shared import Pt

    for made, text, width in zip(row.cells, texts, _widths(table), strict=True):
        made.width = width
        run = made.paragraphs[0].add_run(_printable(text))
        run.bold, run.font.size = bold, Pt(_SMALL)
    return row


def _widths(table: Table) -> list[Length]:
    from docx.shared import Cm

    whole = sum(column.width for column in table.columns)
    return [Cm(_USABLE * column.width / whole) for column in table.columns]


def _printable(text: str) -> str:
    return "".join(c for c in text if c in "\t\n" or c.isprintable())


def _repeat(row: _Row) -> None:
    """Let the head stand on every page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
