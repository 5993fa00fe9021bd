"""The workbook: a sheet of commitments, one of reported results, one of questions, a summary with charts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from camket.records import Report
from camket.report.words import Words
from camket.report.workbook import columns, summary
from camket.report.workbook.sheet import write_sheet
from camket.report.workbook.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook

# Nothing that was read from a document may become a formula or a link.
OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    "default_date_format": "dd/mm/yyyy",
}  # fmt: skip


def to_xlsx(reports: Sequence[Report], words: Words | None = None) -> bytes:
    """The register of some reports.

    Text is written as text only; deadlines are dates, figures numbers; the column for the inspector's opinion offers
    a list.

    Parameters
    ----------
    reports : sequence of Report
        In the order in which they are to stand.
    words : Words, optional
        The language of heads and states.

    Returns
    -------
    bytes
        An .xlsx file.
    """
    import xlsxwriter

    words = words or Words()
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        _fill(book, reports, words)
    return out.getvalue()


def _fill(book: Workbook, reports: Sequence[Report], words: Words) -> None:
    styles = Styles(book)
    book.set_properties({"title": words("register"), "author": "camket"})
    summary.write_summary(book, reports, words, styles)
    makers = {"commitments": columns.commitments, "results": columns.results, "questions": columns.questions}
    for name, make in makers.items():
        sheet, rows = make(reports, words)
        if rows or name == "commitments":
            write_sheet(book, words(f"sheet_{name}"), sheet, rows, styles, words)
