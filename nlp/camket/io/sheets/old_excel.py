"""Workbooks of Excel 97-2003 without LibreOffice, through calamine; number formats are lost."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from camket.io.errors import ReadError
from camket.io.isolated import run_isolated
from camket.io.limits import Limits
from camket.io.sheets.cells import show
from camket.io.sheets.sheet import Row, Sheet


def old_excel_sheets(data: bytes, limits: Limits) -> Iterator[Sheet]:
    """Visible sheets of an .xls file."""
    found = run_isolated("old_excel_sheets", data, {}, seconds=limits.seconds, format="Excel")
    for name, rows in found:
        yield Sheet(name, [Row(number, cells) for number, cells in enumerate(rows, 1) if any(cells)])


def old_excel_rows(data: bytes) -> list[tuple[str, list[Any]]]:
    """Rows of each visible sheet as plain values."""
    import python_calamine as calamine

    try:
        book = calamine.load_workbook(io.BytesIO(data))
        visible = [m.name for m in book.sheets_metadata if m.visible == calamine.SheetVisibleEnum.Visible]
        sheets = [(name, book.get_sheet_by_name(name).to_python()) for name in visible]
    except calamine.PasswordError as error:
        raise ReadError("encrypted") from error
    except calamine.CalamineError as error:
        raise ReadError("corrupt", format="Excel") from error
    return [(name, [[show(value) for value in row] for row in rows]) for name, rows in sheets]
