"""Days and periods as people write them in a form."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from camket.lexicons import lexicon
from camket.register.periods import parse_period

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def parse_day(value: str) -> date | None:
    """A day in the order of Vietnam, or as ISO writes it; None where it is none.

    Examples
    --------
    >>> parse_day("30/6/2024"), parse_day("2024-06-30"), parse_day("06/30/2024")
    (datetime.date(2024, 6, 30), datetime.date(2024, 6, 30), None)
    """
    found = _DAY.fullmatch(value.strip())
    try:
        if found:
            day, month, year = map(int, found.groups())
            return date(year, month, day)
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


def shown_day(value: date | str | None) -> str:
    """A date, or the beginning of an ISO date and time, as people write it; "" for none.

    Examples
    --------
    >>> shown_day("2024-06-30"), shown_day("2024-06-30T09:15:00+07:00"), shown_day(None)
    ('30/06/2024', '30/06/2024', '')
    """
    day = date.fromisoformat(value[:10]) if isinstance(value, str) and value else value
    return day.strftime("%d/%m/%Y") if isinstance(day, date) else ""


def period_code(text: str) -> str:
    """The code of a period that is written in words.

    Raises
    ------
    ValueError
        Where it is no period.

    Examples
    --------
    >>> [period_code(text) for text in ("quý III/2024", "6 tháng đầu năm 2024", "2021 - 2025", "2024h1")]
    ['2024Q3', '2024H1', '2021-2025', '2024H1']
    """
    plain = " ".join(unicodedata.normalize("NFC", text).lower().split())
    for pattern, code in _periods():
        if found := pattern.fullmatch(plain):
            return found.expand(code)
    parse_period(plain)
    return plain.upper()


@cache
def _periods() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(one["pattern"]), one["code"]) for one in lexicon("web_periods")["period"]]
