"""Periods as inspectors write them on the command line."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_PERIOD = re.compile(r"(\d{4})(?:-(\d{4})|H([12])|Q([1-4]))?")


def parse_period(text: str) -> tuple[date, date]:
    """First and last day of "2021", "2021H1", "2021Q3" or "2021-2025".

    Raises
    ------
    ValueError
        Where it is none of these.

    Examples
    --------
    >>> [str(day) for day in parse_period("2021H1")]
    ['2021-01-01', '2021-06-30']
    """
    found = _PERIOD.fullmatch(text.strip().upper())
    if not found:
        raise ValueError(text)
    year, last, half, quarter = found.groups()
    first_month, last_month = 1, 12
    if half:
        first_month, last_month = (1, 6) if half == "1" else (7, 12)
    elif quarter:
        first_month, last_month = 3 * int(quarter) - 2, 3 * int(quarter)
    end = int(last or year)
    return date(int(year), first_month, 1), date(end, last_month, monthrange(end, last_month)[1])
