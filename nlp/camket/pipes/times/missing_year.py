"""The year of a period that the text names without one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal

from camket.pipes.times.period import Period

Direction = Literal["next", "last", "same"]


def find_year(period: Period, anchor: date, towards: Direction) -> Period:
    """A period without a year, in the year that makes sense at ``anchor``.

    Examples
    --------
    >>> from camket.pipes.times.period import day
    >>> [find_year(day(6, 30), date(2021, 9, 1), d).year for d in ("next", "last", "same")]
    [2022, 2021, 2021]
    >>> from camket.pipes.times.period import quarters
    >>> find_year(quarters(4, 4), date(2016, 12, 26), "next").year
    2017
    """
    if towards == "next":
        return period.next_from(_soonest(period, anchor))
    if towards == "last":
        return period.last_until(anchor + timedelta(days=_SLACK))
    is_far = anchor.month <= _EARLY and period.in_year(anchor.year).days()[0] > anchor + timedelta(days=_FAR)
    return period.in_year(anchor.year - is_far)


# A report may name days a little ahead as passed ("ước đến 31/12").
_SLACK: Final = 45
# What an early report names as due and lies far ahead was due in the year before.
_EARLY: Final = 2
_FAR: Final = 90


def _soonest(period: Period, anchor: date) -> date:
    """A promise means no period of which less than a seventh is left; what is left of December is last year's."""
    current = period.next_from(anchor)
    first, last = current.days()
    is_nearly_over = first < anchor and (last - anchor).days * 7 < (last - first).days
    return last + timedelta(days=1) if is_nearly_over else anchor
