"""A dossier as a workbook: the facts on the first sheet, then a sheet for each table."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from camket.report.tracking.dossier import Dossier
from camket.report.words import Words
from camket.report.workbook.book import OPTIONS
from camket.report.workbook.sheet import Column, write_sheet
from camket.report.workbook.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_NAME = 31  # characters of a sheet's name
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def to_xlsx(dossier: Dossier, words: Words) -> bytes:
    """An .xlsx file; nothing that was read from a document may become a formula or a link."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        styles = Styles(book)
        book.set_properties({"title": dossier.title, "author": "camket"})
        _facts(book, dossier, styles, words)
        for table in dossier.filled:
            heads = [Column(column.head, column.width, column.kind) for column in table.columns]
            write_sheet(book, _FORBIDDEN.sub(" ", table.title)[:_NAME], heads, table.rows, styles, words)
    return out.getvalue()


def _facts(book: Workbook, dossier: Dossier, styles: Styles, words: Words) -> None:
    sheet = book.add_worksheet(words("sheet_facts"))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, dossier.title, styles.title)
    for row, fact in enumerate((*dossier.facts, words("note")), 1):
        sheet.write_string(row, 0, fact, styles.note if row > len(dossier.facts) else styles.kinds["text"])
    sheet.set_paper(9)
