"""Turn sheets into paragraphs and table rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from camket.io.builder import Builder
from camket.io.columns import is_header
from camket.io.layout import LAYOUT
from camket.io.limits import LIMITS, Limits
from camket.io.office import find_office, to_format
from camket.io.sheets.sheet import Row, Sheet
from camket.records import Document, Position
from camket.text.encodings import decode
from camket.text.labels import parse_label
from camket.text.resources import load_toml


def read_sheets(data: bytes, name: str, format: str = "xlsx", limits: Limits = LIMITS) -> Document:
    """Read a spreadsheet.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for the record.
    format : {"xlsx", "xls", "ods", "csv"}
        What it is.
    limits : Limits
        Caps.

    Raises
    ------
    ReadError
        "corrupt", "encrypted", "too_many_cells", "unpacks_too_large", "needs_office".
    """
    builder = Builder(limits)
    table = 0
    if format == "xls" and not find_office():
        builder.warnings.append(load_toml("io_errors.toml")["formats_lost"])
    for sheet in _sheets(data, format, limits):
        if sheet.hidden:
            builder.skip(f"{sheet.hidden} dòng, cột hoặc trang bị ẩn ở trang {sheet.name}", "hidden")
        table = _Rows(builder, sheet.name, table).read(sheet.rows)
    return builder.document(name, format)


def _sheets(data: bytes, format: str, limits: Limits) -> Iterable[Sheet]:
    if format == "xls" and not find_office():
        from camket.io.sheets.old_excel import old_excel_sheets

        return old_excel_sheets(data, limits)
    if format == "xls":
        data, format = to_format(data, "xls", "xlsx", limits), "xlsx"
    if format == "xlsx":
        from camket.io.sheets.excel import excel_sheets

        return excel_sheets(data, limits)
    if format == "ods":
        from camket.io.sheets.calc import calc_sheets

        return calc_sheets(data, limits)
    return _csv(data)


def _csv(data: bytes) -> Iterator[Sheet]:
    text, _ = decode(data)
    separator = max(",;\t", key=text[:5000].count)
    rows = enumerate(csv.reader(text.splitlines(), delimiter=separator), 1)
    yield Sheet("", [Row(number, cells) for number, cells in rows])


class _Rows:
    """Tells the lines around a table from the rows in it."""

    def __init__(self, builder: Builder, sheet: str, table: int) -> None:
        self.builder = builder
        self.sheet = sheet
        self.table = table
        self.in_table = False

    def read(self, rows: list[Row]) -> int:
        for row in rows:
            filled = [cell for cell in row.cells if cell.strip()]
            if is_header(row.cells) and not self.in_table:
                self.table += 1
                self.in_table = True
            elif len(filled) <= 3 and any(LAYOUT.search(cell) for cell in filled):
                self.in_table = False
            if len(filled) == 1:
                self._line(filled[0], row)
            elif self.in_table:
                self.builder.row(row.cells, merged=row.merged, position=self._position(row, self.table))
            else:
                self._loose(filled, row)
        return self.table

    def _line(self, text: str, row: Row) -> None:
        self.builder.paragraph(text, position=self._position(row))

    def _loose(self, filled: list[str], row: Row) -> None:
        """A row outside of tables: a label and its text, or parts of the head side by side."""
        if len(filled) == 2 and parse_label(filled[0] + " ") and len(filled[0]) < 10:
            self.builder.paragraph(f"{filled[0]} {filled[1]}", position=self._position(row))
        else:
            for text in filled:
                self._line(text, row)

    def _position(self, row: Row, table: int | None = None) -> Position:
        return Position(sheet=self.sheet, row=row.number, table=table)
