"""Kinds of time whose days follow from the document: its date, its heading, the other times of the item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from camket.pipes.source import Source
from camket.pipes.times.joining import Phrase
from camket.pipes.times.missing_year import Direction
from camket.pipes.times.patterns.year_names import named_year
from camket.pipes.times.period import Period, day, quarters
from camket.pipes.times.piece import Piece
from camket.pipes.times.scan import scan

Interval = tuple[date, date]


class Setting:
    """What a time is read against: the item, its other times, its date, where missing years are looked for."""

    def __init__(self, source: Source, phrases: Sequence[Phrase], anchor: date, towards: Direction) -> None:
        self.source, self.phrases, self.anchor = source, phrases, anchor
        self.towards: Direction = towards

    def looking(self, towards: Direction) -> Setting:
        """The same, with missing years looked for elsewhere."""
        return Setting(self.source, self.phrases, self.anchor, towards)

    @property
    def is_report(self) -> bool:
        """Whether the document reports."""
        return self.source.item.kind == "report"


def _now(piece: Piece, at: Setting) -> Interval:
    return at.anchor, at.anchor


def _part_of_year(piece: Piece, at: Setting) -> Interval:
    """Months of the document's year; early in a year a report means the year before."""
    if piece.dates.year:
        return piece.dates.days()
    year = at.anchor.year + (piece.relative or 0)
    first, last = piece.dates.in_year(year).days()
    if not at.is_report and last < at.anchor:
        return piece.dates.in_year(year + 1).days()
    if at.is_report and at.anchor.month <= 2 and last.month > at.anchor.month + 2:
        return piece.dates.in_year(year - 1).days()
    return first, last


def _same_period(piece: Piece, at: Setting) -> Interval:
    """The months that the report covers, in the year named."""
    year = piece.dates.year or at.anchor.year + (piece.relative or 0)
    covered = next((p.pieces[0].period for p in at.phrases if _covers(p, at.anchor)), None)
    if covered is None and at.is_report:
        covered = _reported_until(at.phrases, at.anchor)
    if covered is None and at.is_report:
        covered = Period("part", (0, 1, 1), (0, _months_covered(at.anchor), 0))
    return (covered or piece.dates).in_year(year).days()


def _covers(phrase: Phrase, anchor: date) -> bool:
    """Whether a phrase names the months that the report is about."""
    piece = phrase.pieces[0]
    if piece.kind == "quarter":
        return phrase.first <= 2 and piece.dates.in_year(piece.dates.year or anchor.year).days()[0] <= anchor
    return piece.kind in ("months_so_far", "months_of_year")


def _reported_until(phrases: Sequence[Phrase], anchor: date) -> Period | None:
    """From January to the day that a report holds for ("đến ngày 25/12/2023")."""
    for phrase in phrases:
        if phrase.pieces[0].kind == "day" and phrase.bound == "by" and len(phrase.pieces) == 1:
            dates = phrase.pieces[0].dates
            if dates.in_year(dates.year or anchor.year).days()[1].year == anchor.year:
                return Period("part", (0, 1, 1), dates.end)
    return None


def _months_covered(anchor: date) -> int:
    """Months from January that a report of this date is about: three, six, nine or all twelve."""
    done = anchor.month - (1 if anchor.day <= 15 else 0)
    return max(3, 3 * ((done + 1) // 3)) if done else 12


def _named_lunar_day(piece: Piece, at: Setting) -> Interval | None:
    year = named_year(piece, at.source.syllables, at.anchor.year)
    return piece.dates.in_year(year).days() if year else None


def _own_term(piece: Piece, at: Setting) -> Interval:
    """The term named elsewhere in the text or above it, else the Party's five years at the date."""
    named = next((p.pieces[0].period for p in at.phrases if p.pieces[0].kind == "term"), None) or _term_above(at.source)
    if named:
        return named.days()
    first = at.anchor.year - at.anchor.year % 5
    if at.anchor.year % 5 == 0 and (at.anchor.month < 7 or at.is_report):
        first -= 5
    return piece.dates.in_year(first).days()


def _term_above(source: Source) -> Period | None:
    """The term of office or stage that the heading above the item names."""
    above = scan(source.context) if source.context else ()
    return next((p.period for p in above if p.kind == "term"), None)


def _next_term(piece: Piece, at: Setting) -> Interval:
    first, last = _own_term(piece, at)
    return first.replace(year=first.year + 5), last.replace(year=last.year + 5)


def _months_ahead(piece: Piece, at: Setting) -> Interval:
    """Whole months from the one that begins next after the document's date."""
    first = at.anchor.year * 12 + at.anchor.month
    last = first + piece.dates.end[1] - 1
    start, end = (0, first % 12 + 1, 1), (last // 12 - first // 12, last % 12 + 1, 0)
    return Period(piece.dates.unit, start, end, first // 12).days()


def _month_from_now(piece: Piece, at: Setting) -> Interval:
    months = at.anchor.year * 12 + at.anchor.month - 1 + piece.dates.start[1]
    month = months % 12 + 1
    return Period(piece.dates.unit, (0, month, 1), (0, month, 0), months // 12).days()


def _day_from_now(piece: Piece, at: Setting) -> Interval:
    found = at.anchor + timedelta(days=piece.dates.start[2])
    return found, found


def _week_from_now(piece: Piece, at: Setting) -> Interval:
    monday = at.anchor - timedelta(days=at.anchor.weekday()) + timedelta(days=piece.dates.start[2])
    return monday, monday + timedelta(days=6)


def _quarter_from_now(piece: Piece, at: Setting) -> Interval:
    month = (at.anchor.month - 1) // 3 * 3 + piece.dates.start[1]
    years, first = divmod(month, 12)
    return quarters(first // 3 + 1, first // 3 + 1, at.anchor.year + years).days()


def _days_ahead(piece: Piece, at: Setting) -> Interval:
    return at.anchor, at.anchor + timedelta(days=piece.dates.end[2])


def _weekday_from_now(piece: Piece, at: Setting) -> Interval:
    found = at.anchor - timedelta(days=at.anchor.weekday()) + timedelta(days=piece.dates.start[2])
    return found, found


def _day_of_month(piece: Piece, at: Setting) -> Interval | None:
    """The next or last such day of any month."""
    is_ahead = at.towards == "next"
    for step in (0, 1, 2) if is_ahead else (0, -1, -2):
        months = at.anchor.year * 12 + at.anchor.month - 1 + step
        found = day(months % 12 + 1, piece.dates.start[2], months // 12)
        if found and (found.days()[0] >= at.anchor if is_ahead else found.days()[0] <= at.anchor):
            return found.days()
    return None


def _edge_of_year(piece: Piece, at: Setting) -> Interval:
    """The year that the item opens with, else the document's.

    A promise of the year's last days means the next one, a report of January the last.
    """
    opening = at.phrases[0].pieces[0] if at.phrases and at.phrases[0].first == 0 else piece
    if opening.kind == "year" and opening.dates.year:
        return piece.dates.in_year(opening.dates.year).days()
    is_next = not at.is_report and (at.anchor.month, at.anchor.day) >= (12, 15)
    is_last = at.is_report and at.anchor.month == 1
    return piece.dates.in_year(at.anchor.year + is_next - is_last).days()


def _school_year(piece: Piece, at: Setting) -> Interval:
    """The school year of the document's date, the one before or the next; summer belongs to the coming one."""
    turn = 11 if at.is_report else 9
    current = at.anchor.year if at.anchor.month >= turn else at.anchor.year - 1
    coming = at.anchor.year if at.anchor.month < 10 else at.anchor.year + 1
    first = {"school_year_now": current, "school_year_next": coming, "school_year_last": current - 1}[piece.kind]
    return piece.dates.in_year(first).days()


RELATIVE: Final[dict[str, Callable[[Piece, Setting], Interval | None]]] = {
    "edge_of_year": _edge_of_year,
    "school_year_now": _school_year,
    "school_year_next": _school_year,
    "school_year_last": _school_year,
    "now": _now,
    "from_now": _now,
    "months_so_far": _part_of_year,
    "months_of_year": _part_of_year,
    "same_period": _same_period,
    "tet_named": _named_lunar_day,
    "own_term": _own_term,
    "next_term": _next_term,
    "months_ahead": _months_ahead,
    "month_from_now": _month_from_now,
    "week_from_now": _week_from_now,
    "weekday_from_now": _weekday_from_now,
    "quarter_from_now": _quarter_from_now,
    "days_ahead": _days_ahead,
    "day_from_now": _day_from_now,
    "day_of_month": _day_of_month,
}
