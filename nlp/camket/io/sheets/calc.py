"""OpenDocument spreadsheets: the text of each cell as it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from camket.io.archive import Package
from camket.io.errors import ReadError
from camket.io.limits import Limits
from camket.io.sheets.sheet import Row, Sheet

if TYPE_CHECKING:
    from lxml.etree import _Element

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
MAX_COLUMNS = 200
_GONE = ("collapse", "filter")


def calc_sheets(data: bytes, limits: Limits) -> Iterator[Sheet]:
    """Sheets of an .ods file."""
    package = Package(data, limits, "OpenDocument")
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise ReadError("encrypted")
    if "content.xml" not in package.names:
        raise ReadError("corrupt", format="OpenDocument")
    for table in package.xml("content.xml").iter(_TABLE + "table"):
        yield _sheet(table)


def _sheet(table: _Element) -> Sheet:
    sheet = Sheet(table.get(_TABLE + "name") or "")
    number = 0
    open_spans: dict[int, int] = {}
    for row in table.iter(_TABLE + "table-row"):
        number += 1
        if row.get(_TABLE + "visibility") in _GONE:
            sheet.hidden += 1
        else:
            cells, merged = _cells(row, open_spans)
            if any(cells):
                sheet.rows.append(Row(number, cells, merged))
        number += _repeated(row, "number-rows-repeated") - 1
    _pad(sheet)
    return sheet


def _pad(sheet: Sheet) -> None:
    width = max((len(row.cells) for row in sheet.rows), default=0)
    for row in sheet.rows:
        row.cells.extend([""] * (width - len(row.cells)))


def _cells(row: _Element, open_spans: dict[int, int]) -> tuple[list[str], tuple[int, ...]]:
    cells: list[str] = []
    merged = []
    for cell in row:
        if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            continue
        down = _repeated(cell, "number-rows-spanned") - 1
        text = "" if cell.tag.endswith("covered-table-cell") else _shown(cell)
        for _ in range(min(_repeated(cell, "number-columns-repeated"), MAX_COLUMNS - len(cells))):
            if open_spans.get(len(cells), 0) > 0:
                merged.append(len(cells))
                open_spans[len(cells)] -= 1
            elif down > 0:
                open_spans[len(cells)] = down
            cells.append(text)
    while cells and not cells[-1]:
        cells.pop()
    return cells, tuple(merged)


def _shown(cell: _Element) -> str:
    text = "\n".join("".join(paragraph.itertext()) for paragraph in cell.findall(_TEXT + "p"))
    value = cell.get(_OFFICE + "value")
    return vietnamese_number(text, float(value)) if value and _NUMBER.fullmatch(value) else text


def vietnamese_number(text: str, value: float) -> str:
    """A number as shown, in Vietnamese notation whatever the language of the program that wrote it.

    Examples
    --------
    >>> vietnamese_number("98.5%", 0.985), vietnamese_number("1,250.5 tỷ", 1250.5), vietnamese_number("98,5%", 0.985)
    ('98,5%', '1.250,5 tỷ', '98,5%')
    """
    shown = _FIGURE.search(text)
    if not shown:
        return text
    try:
        english = float(shown[0].replace(",", ""))
    except ValueError:
        return text
    expected = abs(value) * (100 if "%" in text else 1)
    if abs(english - expected) > 0.006 * max(1.0, expected):
        return text
    return text[: shown.start()] + shown[0].translate(str.maketrans(",.", ".,")) + text[shown.end() :]


def _repeated(element: _Element, name: str) -> int:
    text = element.get(_TABLE + name) or "1"
    return int(text) if text.isdigit() and len(text) < 8 else 1
