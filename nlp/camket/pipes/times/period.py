"""Calendar periods, complete or without a year, and the rules that find the missing year."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from camket.pipes.times.lunar import lunar_date, solar_term

Unit = Literal["day", "month", "part", "quarter", "year", "years", "season", "lunar", "term"]


class Period:
    """First and last day of a named period.

    A plain class, as :class:`camket.pipes.times.piece.Piece`: compiled code reads its attributes at once, those of a
    named tuple by way of the interpreter, and half of the time of a phrase went there.

    Attributes
    ----------
    unit : str
        What kind of period it is; two periods of one kind can form a range or a list.
    start, end : (int, int, int)
        Years to add to ``year``, month, day. Day 0 is the last day of the month. In a "lunar" period month and day
        are those of the lunar calendar; in a "term" period the second number is the sun's longitude in degrees.
    year : int or None
        None where the text names no year.

    Examples
    --------
    >>> Period("part", (0, 7, 1), (0, 9, 0), 2021).days()
    (datetime.date(2021, 7, 1), datetime.date(2021, 9, 30))
    """

    def __init__(
        self, unit: Unit, start: tuple[int, int, int], end: tuple[int, int, int], year: int | None = None
    ) -> None:
        self.unit: Unit = unit
        self.start = start
        self.end = end
        self.year = year

    def in_year(self, year: int | None) -> Period:
        """The same period in a year."""
        return Period(self.unit, self.start, self.end, year)

    def days(self) -> tuple[date, date]:
        """First and last day; the year must be known.

        Raises
        ------
        ValueError
            Where there is no such day (30 February), or no year is known.
        """
        if self.year is None:
            raise ValueError("a period without a year has no days")
        if self.unit == "lunar":
            day = lunar_date(self.year, *self.start[1:])
            return day, day
        if self.unit == "term":
            day = solar_term(self.year, self.start[1])
            return day, day
        return _day(self.year, self.start), _day(self.year, self.end)

    def next_from(self, anchor: date) -> Period:
        """The year in which the period ends next, on or after ``anchor``."""
        return next(p for y in (-1, 0, 1, 2) if (p := self._valid(anchor.year + y)) and p.days()[1] >= anchor)

    def last_until(self, anchor: date) -> Period:
        """The year in which the period last began, on or before ``anchor``."""
        return next(p for y in (1, 0, -1, -2) if (p := self._valid(anchor.year + y)) and p.days()[0] <= anchor)

    def _valid(self, year: int) -> Period:
        """The period in ``year``; 29 February moves to the 28th in common years."""
        period = self.in_year(year)
        if self.start[1:] == (2, 29) and month_length(year, 2) == 28:
            return Period(self.unit, (self.start[0], 2, 28), (self.end[0], 2, 28), year)
        return period


_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_length(year: int, month: int) -> int:
    """Days of a month, in the Gregorian calendar; :func:`calendar.monthrange` asks for its first weekday as well.

    Examples
    --------
    >>> month_length(2024, 2), month_length(2023, 2), month_length(1900, 2), month_length(2023, 12)
    (29, 28, 28, 31)
    """
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _LENGTHS[month - 1]


def day(month: int, number: int, year: int | None = None) -> Period | None:
    """One day; None where no year has it.

    Examples
    --------
    >>> day(2, 30) is None, day(2, 29, 2024).days()[0]
    (True, datetime.date(2024, 2, 29))
    """
    if not 1 <= month <= 12 or not 1 <= number <= month_length(year or 2024, month):
        return None
    return Period("day", (0, month, number), (0, month, number), year)


def months(first: int, last: int, year: int | None = None, unit: Unit = "month") -> Period:
    """The months ``first`` to ``last`` of one year, or of two where the last is earlier in the year."""
    return Period(unit, (0, first, 1), (0 if first <= last else 1, last, 0), year)


def quarters(first: int, last: int, year: int | None = None) -> Period:
    """The quarters ``first`` to ``last`` of a year."""
    return months(3 * first - 2, 3 * last, year, "part")


def years(first: int, last: int | None = None) -> Period:
    """The years ``first`` to ``last``, both whole."""
    last = first if last is None else last
    return Period("year" if first == last else "years", (0, 1, 1), (last - first, 12, 31), first)


def school_year(first: int) -> Period:
    """The school year that begins in September of ``first`` (1 September to 31 May)."""
    return Period("season", (0, 9, 1), (1, 5, 31), first)


def _day(year: int, parts: tuple[int, int, int]) -> date:
    add, month, number = parts
    return date(year + add, month, number or month_length(year + add, month))
