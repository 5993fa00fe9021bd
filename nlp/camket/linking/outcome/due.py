"""When a promise falls due, and whether it has at the report's date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from camket.lexicons import lexicon
from camket.linking.unit import Unit
from camket.records import Time

_EACH = re.compile(lexicon("linking")["state"]["each_period"])
_AGREED = re.compile(lexicon("linking")["state"]["agreed"])
_ONCE = re.compile(r"\btại (?:ngày|thời điểm|kỳ thi|hội thi|đại hội)\b")
_SCHOOL_START = re.compile(r"(?<!so với )(?<!từ )đầu năm học\b")
_SCHOOL = (
    (re.compile(r"trước (?:thềm )?(?:năm học mới|(?:ngày )?khai giảng)"), (9, 5)),
    (re.compile(r"(?:trong|hết|kết thúc|xong) học kỳ (?:i|1)\b"), (1, 15)),
    (_SCHOOL_START, (10, 15)),  # numbers are settled within the first weeks
)
_YEAR_END = (12, 31)
_AHEAD = 10  # characters before a time that name what it is
_LONG = timedelta(days=180)  # named intervals from here on are periods, not dates
_CLOSING = timedelta(days=31)  # a report in the last month of a period tells its result


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a promise.

    ``own`` is True for a day, month or quarter of its own, False for what is promised for a whole period. ``once`` is
    True where it is promised for an event that does not come again ("tại ngày khai giảng"), ``is_quarter`` for a month
    or quarter, of which the last day counts, too.
    """

    day: date | None
    own: bool
    recurs: bool = False
    once: bool = False
    is_quarter: bool = False

    def passed(self, at: date | None) -> bool:
        """Whether the time is up on a day.

        Examples
        --------
        >>> Due(date(2023, 12, 31), own=False).passed(date(2023, 12, 5))
        True
        >>> Due(date(2023, 11, 30), own=True).passed(date(2023, 11, 5))
        False
        """
        if at is None or self.day is None:
            return False
        ends = not self.own or (not self.is_quarter and (self.day.month, self.day.day) == _YEAR_END)
        return at > self.day - _CLOSING if ends else at > self.day

    def missed(self, at: date | None) -> bool:
        """Whether a day of the promise's own lies behind."""
        return self.own and not self.once and at is not None and self.day is not None and at > self.day


def find_due(commitment: Unit, part: tuple[int, int], period: date | None) -> Due:
    """When a part of a commitment falls due; without a time of its own it shares the document's ``period``."""
    times = commitment.annotation.evidence.times
    timed = [t for t in times if (t.role == "deadline" or _is_stage(t, commitment)) and t.to and t.from_]
    inside = [t for t in timed if part[0] <= t.start < part[1]]
    found = inside or timed or [t for t in times if _names_period(t, commitment)]
    recurs = any(t.rrule for t in times if t.role == "deadline") or bool(_EACH.search(commitment.text.lower()))
    named = None if any(t.from_ == t.to for t in timed) else _school_day(commitment)
    if named:
        return Due(named, own=True, recurs=recurs, once=bool(_SCHOOL_START.search(commitment.text.lower())))
    if not found:
        return Due(period, own=False, recurs=recurs)
    time = max(found, key=lambda t: t.last_day)  # type: ignore[arg-type, return-value]
    once = bool(_ONCE.search(commitment.text.lower()))
    own = not _is_long(time) and not _is_to_year_end(time, commitment)
    return Due(time.last_day, own=own, recurs=recurs, once=once, is_quarter=_is_quarter(time))


def _school_day(commitment: Unit) -> date | None:
    """The next day of the school year that a promise names without a date."""
    text, signed = commitment.text.lower(), commitment.day
    for pattern, (month, day) in _SCHOOL:
        if signed and pattern.search(text):
            found = date(signed.year, month, day)
            return found if found > signed else date(signed.year + 1, month, day)
    return None


def agreed(report: Unit, due: Due) -> Due:
    """A later day that the receiving side agreed to before the old one passed takes its place."""
    text = report.text.lower()
    found = _AGREED.search(text)
    if found is None or due.day is None:
        return due
    days = [t.to for t in report.annotation.evidence.times if t.to]
    later = [day for day in days if day > due.day]
    said = [t.to for t in report.annotation.evidence.times if t.to and t.from_ == t.to and t.to < due.day]
    return Due(max(later), own=True) if later and said else due


def _is_long(time: Time) -> bool:
    return bool(time.from_ and time.to) and time.to - time.from_ >= _LONG  # type: ignore[operator]


def _is_to_year_end(time: Time, commitment: Unit) -> bool:
    """Whether what is left of the year is the time ("từ nay đến hết năm"): the period, not a day of its own."""
    return time.from_ != time.to and "hết năm" in commitment.text[time.start : time.end].lower()


def _is_quarter(time: Time) -> bool:
    return bool(time.from_ and time.to) and timedelta(days=20) < time.to - time.from_ < _LONG  # type: ignore[operator]


def _names_period(time: Time, commitment: Unit) -> bool:
    """Whether a time that is no deadline still names the period of the promise."""
    start, to, day = time.from_, time.to, commitment.day
    return bool(start and to and day) and _is_long(time) and to >= day and start.year == day.year  # type: ignore[operator, union-attr]


def _is_stage(time: Time, commitment: Unit) -> bool:
    """Whether a time is a span of years that the promise is made for ("giai đoạn 2021 - 2025")."""
    said = commitment.text[max(0, time.start - _AHEAD) : time.end].lower()
    return "giai đoạn" in said and _names_period(time, commitment)


def document_period(commitments: Sequence[Unit]) -> tuple[date | None, date | None]:
    """First and last day of the period that the headings of a commitment name; by default the year of its date."""
    day = next((c.day for c in commitments if c.day), None)
    for unit in commitments:
        if unit.promises:
            continue
        for time in unit.annotation.evidence.times:
            if _is_long(time) and day and time.to and time.to >= day:
                return time.from_, time.to
    return (date(day.year, 1, 1), date(day.year, 12, 31)) if day else (None, None)
