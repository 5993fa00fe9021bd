"""What the columns of a table are for, told from their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from camket.io.neighbours import resolve
from camket.text.resources import load_toml

MAX_HEADING = 90
# Kinds that the line above them in the head may tell.
_OPEN = frozenset({"done", "body", "goal"})
_GLOSS = re.compile(r"\s*\([^()]*\)\s*$")
_ORDER_CELL = re.compile(r"^\(?(?:\d{1,2}|[A-Ea-e])\)?(?:\s*=\s*[\d():/+\-x*]+)?$")


def column_names(headings: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> list[str | None]:
    """Standard names of the columns of a table, None for those of no standard kind.

    What a heading such as "Thực hiện", "Đơn vị" or "Chỉ tiêu" means depends on the columns beside it and on its cells.

    Parameters
    ----------
    headings : sequence of str
        The head; of a head in several lines the words of a column joined with " / ".
    rows : sequence of sequence of str, optional
        Cells of some rows below the head.

    Examples
    --------
    >>> column_names(["TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"])
    ['number', 'task', 'unit', 'plan', 'actual', 'assessment']
    >>> column_names(["Nội dung", "Chỉ tiêu 2024", "Thời hạn", "Thực hiện", "Phối hợp"])
    ['task', 'plan', 'time', 'lead', 'coordinate']
    """
    return resolve([_kind(heading) for heading in headings], rows)


def column_name(heading: str) -> str | None:
    """Standard name of a column that stands alone, or None.

    Examples
    --------
    >>> [column_name(h) for h in ("TT", "Cơ quan chủ trì", "Thời hạn hoàn thành", "Ước TH năm 2024", "Trụ sở")]
    ['number', 'lead', 'time', 'actual', None]
    """
    return column_names([heading])[0]


@cache
def _kind(heading: str) -> str | None:
    """Kind of a heading by its words; of a head in several lines the lowest tells most."""
    parts = heading.split(" / ")
    for part in reversed(parts):
        kind = _match(part)
        if kind in _OPEN and len(parts) > 1:
            kind = _match(" ".join(parts)) or kind
        if kind:
            return kind
    return _match(heading)


def _match(heading: str) -> str | None:
    plain = " ".join(heading.replace("\n", " ").split()).strip(" .:*")
    if not plain or len(plain) > MAX_HEADING:
        return None
    for candidate in (plain, _GLOSS.sub("", plain)):
        for name, pattern in _patterns():
            if pattern.fullmatch(candidate):
                return name
    return None


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row of cells reads like the head of a table.

    Examples
    --------
    >>> is_header(["STT", "Nội dung", "Thời hạn", "Trụ sở"]), is_header(["1", "Thu ngân sách", "12 tỷ"])
    (True, False)
    """
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell) > MAX_HEADING for cell in filled):
        return False
    if _ORDER_CELL.match(filled[0]) or any(cell[0] in "-+" or cell[-1] in ".;" for cell in filled):
        return False
    names = [_kind(cell) for cell in filled]
    known = sum(name is not None for name in names)
    return known >= 2 and known * 2 >= len(filled) and len(set(names)) > 1


def is_order_row(cells: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: "(1) | (2) | (3)", "A | B | 1 | 2 | 3=2/1".

    Examples
    --------
    >>> is_order_row(["(1)", "(2)", "(3)=(2)/(1)"]), is_order_row(["1", "Thu", "3"])
    (True, False)
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) >= 3 and all(_ORDER_CELL.match(cell) for cell in filled) and len(set(filled)) == len(filled)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile("|".join(f"(?:{e})" for e in expressions), re.IGNORECASE))
        for name, expressions in load_toml("io_columns.toml").items()
    )
