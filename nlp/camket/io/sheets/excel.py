"""Workbooks of Excel 2007 and later, through openpyxl."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from camket.io.archive import Package
from camket.io.errors import ReadError
from camket.io.isolated import run_isolated
from camket.io.limits import Limits
from camket.io.sheets.cells import show
from camket.io.sheets.sheet import Row, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def excel_sheets(data: bytes, limits: Limits) -> Iterator[Sheet]:
    """Sheets of a workbook; the work is done in a process of its own."""
    package = Package(data, limits, "Excel")
    if "xl/workbook.xml" not in package.names:
        raise ReadError("corrupt", format="Excel")
    options = {"cells": limits.cells}
    for sheet in run_isolated("excel_sheets", data, options, seconds=limits.seconds, format="Excel"):
        rows = [Row(number, cells, tuple(merged)) for number, cells, merged in sheet["rows"]]
        yield Sheet(sheet["name"], rows, sheet["hidden"])


def excel_rows(data: bytes, cells: int) -> list[dict[str, Any]]:
    """Rows of each sheet as plain values."""
    return [
        {"name": s.name, "hidden": s.hidden, "rows": [(r.number, r.cells, r.merged) for r in s.rows]}
        for s in _sheets(data, cells)
    ]


def _sheets(data: bytes, limit: int) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and extensions it leaves out; none of them holds text.
            warnings.simplefilter("ignore")
            values = load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:
        # openpyxl lets errors of many kinds through on broken files.
        raise ReadError("corrupt", format="Excel") from error
    for sheet in values.worksheets:
        if sheet.sheet_state == "visible":
            yield _sheet(sheet, limit)
        else:
            yield Sheet(sheet.title, hidden=sheet.max_row or 1)


def _sheet(source: Worksheet, limit: int) -> Sheet:
    if (source.max_row or 0) * (source.max_column or 0) > limit * 20:
        raise ReadError("too_many_cells", limit=limit)
    spans = _spans(source)
    hidden_columns = _hidden_columns(source)
    found = Sheet(source.title, hidden=len(hidden_columns))
    for number, row in enumerate(source.iter_rows(), source.min_row):
        if source.row_dimensions[number].hidden:
            found.hidden += any(cell.value is not None for cell in row)
            continue
        cells = [cell for cell in row if cell.column not in hidden_columns]
        texts = [show(cell.value, cell.number_format or "General") for cell in cells]
        if any(texts):
            merged = tuple(i for i, cell in enumerate(cells) if spans.get((number, cell.column)))
            found.rows.append(Row(number, texts, merged))
    return found


def _spans(source: Worksheet) -> dict[tuple[int, int], bool]:
    """Cells that a merged range continues downwards from a row above."""
    continued = {}
    for span in source.merged_cells.ranges:
        for row in range(span.min_row + 1, min(span.max_row, span.min_row + 2000) + 1):
            for column in range(span.min_col, min(span.max_col, span.min_col + 200) + 1):
                continued[row, column] = True
    return continued


def _hidden_columns(source: Worksheet) -> set[int]:
    hidden: set[int] = set()
    for dimension in source.column_dimensions.values():
        if dimension.hidden:
            hidden.update(range(dimension.min, min(dimension.max, 500) + 1))
    return hidden
