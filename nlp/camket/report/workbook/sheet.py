"""Write rows as a sheet that can be filtered, printed and worked in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from camket.report.words import Words
from camket.report.workbook.styles import FILLS, SIGNS, VERDICT_FILLS, Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LIMIT = 32_000
_LINE = 15


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, width in characters, kind of cells, and the rule of colour or list that it follows."""

    head: str
    width: int
    kind: str = "text"
    rule: str = ""


def write_sheet(
    book: Workbook, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]], styles: Styles, words: Words
) -> None:
    """One sheet: frozen head, filter, rows as high as their text, colours by state, lists to choose from."""
    sheet = book.add_worksheet(name)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.head, styles.head)
    sheet.set_row(0, 34)
    for index, row in enumerate(rows, 1):
        sheet.set_row(index, _height(row, columns))
        for number, (value, column) in enumerate(zip(row, columns, strict=True)):
            _cell(sheet, index, number, value, column, styles)
    last = max(len(rows), 1)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    for number, column in enumerate(columns):
        _rule(sheet, number, last, column, styles, words)
    _page(sheet)


def _cell(sheet: Worksheet, row: int, number: int, value: Any, column: Column, styles: Styles) -> None:
    style = styles.kinds[column.kind]
    if value is None or value == "":
        sheet.write_blank(row, number, None, style)
    elif isinstance(value, date):
        sheet.write_datetime(row, number, value, style)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, number, value, styles.kinds["whole"] if _whole(value, column) else style)
    else:
        sheet.write_string(row, number, str(value)[:_LIMIT], style)


def _whole(value: float, column: Column) -> bool:
    return column.kind == "number" and value == int(value)


def _height(row: Sequence[Any], columns: Sequence[Column]) -> float:
    """Height for the longest wrapped cell: spreadsheet programs don't measure rows that they did not write."""
    lines = 1
    for value, column in zip(row, columns, strict=True):
        if isinstance(value, str):
            lines = max(lines, sum(math.ceil(max(len(line), 1) / column.width) for line in value.split("\n")))
    return min(_LINE * lines + 3, 400)


def _rule(sheet: Worksheet, number: int, last: int, column: Column, styles: Styles, words: Words) -> None:
    if column.rule == "criterion":
        for state, colour in FILLS.items():
            _colour(sheet, number, last, SIGNS[state], styles.fill(colour))
    elif column.rule == "verdict":
        for verdict, colour in VERDICT_FILLS.items():
            _colour(sheet, number, last, words(f"verdict_{verdict}"), styles.fill(colour))
    elif column.rule == "opinion":
        choices = [words(f"opinion_{name}") for name in ("agree", "unclear", "added", "disagree")]
        sheet.data_validation(1, number, last, number, {
            "validate": "list", "source": choices, "ignore_blank": True, "error_type": "warning",
            "input_title": words("opinion")[:32], "input_message": words("opinion_hint"),
        })  # fmt: skip


def _colour(sheet: Worksheet, number: int, last: int, begins: str, style: Any) -> None:
    condition = {"type": "text", "criteria": "begins with", "value": begins, "format": style}
    sheet.conditional_format(1, number, last, number, condition)


def _page(sheet: Worksheet) -> None:
    sheet.set_landscape()
    # On A3 the register's twenty columns can still be read; smaller sheets come out enlarged.
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.set_footer("&C&P/&N")
