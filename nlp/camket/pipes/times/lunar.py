"""The Vietnamese lunar calendar: first days of lunar months at UTC+7, Tết, and the names of the years.

New moons follow the shortened series of Jean Meeus, *Astronomical Formulae for Calculators* (1979), solar longitudes
his *Astronomical Algorithms* (2nd edition, 1998), chapter 25. The day is the civil day at 105° E (UTC+7); Chinese
calendars use UTC+8 and so differ by a day now and then (Tết 2007 and 2030) or by a month (1985).
"""

from __future__ import annotations

import itertools
import math
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

ZONE: Final = 7 / 24
STEMS: Final = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
BRANCHES: Final = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")

_SYNODIC_MONTH: Final = 29.530588853
_FIRST_NEW_MOON: Final = 2415021.076998695  # Julian date of the new moon that k = 0 stands for (1 January 1900)
_JULIAN_OF_ORDINAL_ZERO: Final = 1721424.5


@cache
def tet(year: int) -> date:
    """First day of the lunar year that begins in ``year``.

    Examples
    --------
    >>> tet(2007).isoformat(), tet(2030).isoformat()
    ('2007-02-17', '2030-02-02')
    """
    return lunar_date(year, 1, 1)


@lru_cache(maxsize=512)
def lunar_date(year: int, month: int, day: int) -> date:
    """Civil date of a day of an ordinary (not leap) lunar month; the lunar year begins in ``year``.

    Examples
    --------
    >>> lunar_date(2025, 3, 10).isoformat()  # Giỗ Tổ Hùng Vương
    '2025-04-07'
    """
    starts = _months(year)
    return starts[month] + timedelta(days=day - 1)


@lru_cache(maxsize=512)
def solar_term(year: int, degrees: int) -> date:
    """The day on which the sun reaches a longitude (15° for Thanh minh, 135° for Lập thu).

    Examples
    --------
    >>> solar_term(2020, 15).isoformat(), solar_term(2023, 135).isoformat()
    ('2020-04-04', '2023-08-08')
    """
    day = date(year, 3, 15) + timedelta(
        days=int(degrees * 365.25 / 360) if degrees < 270 else int((degrees - 360) * 365.25 / 360)
    )
    while not _is_between(degrees, _longitude(day), _longitude(day + timedelta(days=1))):
        day += timedelta(days=1)
    return day


def _is_between(degrees: float, before: float, after: float) -> bool:
    """Whether a longitude lies in an arc of about one degree."""
    return (degrees - before) % 360 <= (after - before) % 360


def year_named(stem: str | None, branch: str | None, near: int) -> int | None:
    """The year with a name such as "Mậu Tuất" that lies nearest to the year ``near``; None if there is no such name.

    Examples
    --------
    >>> year_named("mậu", "tuất", near=2017)
    2018
    """
    offset = _OFFSETS.get((stem, branch)) if stem and branch else None
    if offset is None:
        return None
    cycle = round((near - 4 - offset) / 60)
    return 4 + offset + 60 * cycle


_OFFSETS: Final = {(STEMS[n % 10], BRANCHES[n % 12]): n for n in range(60)}


def _months(year: int) -> dict[int, date]:
    """First days of the twelve ordinary months of the lunar year that begins in ``year``."""
    winters = [_winter_month(y) for y in (year - 1, year, year + 1)]
    opening, closing = (
        _name_months([_new_moon(k) for k in range(first, last + 1)]) for first, last in itertools.pairwise(winters)
    )
    # A year between two winter months opens with the months 11 and 12 of the lunar year before.
    return {month: (opening if month <= 10 else closing)[month] for month in opening}


def _name_months(starts: list[date]) -> dict[int, date]:
    """Number the months between two winter months; the first without a principal term is the leap month."""
    has_leap = len(starts) - 1 == 13
    named: dict[int, date] = {}
    number, leap_seen = 11, False
    for start, following in itertools.pairwise(starts):
        is_leap = has_leap and not leap_seen and named and _sector(start) == _sector(following)
        if is_leap:
            leap_seen = True
            continue
        named[number] = start
        number = number % 12 + 1
    return named


def _winter_month(year: int) -> int:
    """Number of the new moon that begins the month of the winter solstice of ``year`` (lunar month 11)."""
    k = int((date(year, 12, 31).toordinal() + _JULIAN_OF_ORDINAL_ZERO - _FIRST_NEW_MOON) / _SYNODIC_MONTH)
    return k - 1 if _sector(_new_moon(k)) >= 9 else k


@lru_cache(maxsize=4096)
def _new_moon(k: int) -> date:
    """Civil day of the k-th new moon since 1900."""
    t = k / 1236.85
    sun = math.radians(359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = math.radians(306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = math.radians(21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3)
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * math.sin(math.radians(166.56 + 132.87 * t - 0.009173 * t**2))
    correction = (0.1734 - 0.000393 * t) * math.sin(sun) + 0.0021 * math.sin(2 * sun) - 0.4068 * math.sin(moon)
    correction += 0.0161 * math.sin(2 * moon) - 0.0004 * math.sin(3 * moon) + 0.0104 * math.sin(2 * node)
    correction -= 0.0051 * math.sin(sun + moon) + 0.0074 * math.sin(sun - moon) - 0.0004 * math.sin(2 * node - sun)
    correction += 0.0004 * math.sin(2 * node + sun) - 0.0006 * math.sin(2 * node + moon)
    correction += 0.0010 * math.sin(2 * node - moon) + 0.0005 * math.sin(2 * moon + sun)
    lag = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return date.fromordinal(math.floor(mean + correction - lag + ZONE - _JULIAN_OF_ORDINAL_ZERO))


def _sector(day: date) -> int:
    """Twelfth of the zodiac (0 = from the March equinox) that the sun is in when ``day`` begins at UTC+7."""
    return int(_longitude(day) / 30)


def _longitude(day: date) -> float:
    """Longitude of the sun in degrees when ``day`` begins at UTC+7."""
    julian = day.toordinal() + _JULIAN_OF_ORDINAL_ZERO - ZONE
    t = (julian - 2451545.0) / 36525
    anomaly = math.radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2)
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    centre = (1.914600 - 0.004817 * t) * math.sin(anomaly) + 0.019993 * math.sin(2 * anomaly)
    return (mean + centre + 0.000290 * math.sin(3 * anomaly)) % 360
