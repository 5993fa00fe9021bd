"""Give phrases their dates, by the document's date where the text leaves something out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from camket.pipes.source import Source
from camket.pipes.times.patterns.year_names import named_year
from camket.pipes.times.period import Period, day
from camket.pipes.times.phrase import Phrase
from camket.pipes.times.piece import Piece

Direction = Literal["next", "last", "same"]
Interval = tuple[date, date]


def direction(source: Source, phrase: Phrase) -> Direction:
    """Where a missing year is looked for: ahead in promises, back in reports.

    In a report, a planned clause looks ahead, too.
    """
    if source.item.kind == "commitment":
        return "next"
    return "next" if source.clause_at(phrase.first).mood == "planned" else "last"


def interval(phrase: Phrase, source: Source, all_phrases: Sequence[Phrase], towards: Direction) -> Interval | None:
    """First and last day of a phrase; None where they can't be known."""
    anchor = source.item.date
    try:
        if len(phrase.pieces) == 2:
            return _range(phrase, source, anchor, towards)
        return _days(phrase.pieces[0], source, all_phrases, anchor, towards)
    except (ValueError, StopIteration, OverflowError):
        return None


def _range(phrase: Phrase, source: Source, anchor: date | None, towards: Direction) -> Interval | None:
    """From the start of the first piece to the end of the second; the year is stated once, often at the end."""
    first, last = phrase.pieces
    if last.kind == "now" or first.kind == "from_now":
        return _range_with_now(first, last, source, anchor, towards)
    last_days = _days(last, source, (), anchor, towards) if not (_is_open(last) and _has_year(first)) else None
    if last_days is None:
        return _range_from_first(first, last, source, anchor, towards)
    if first.kind == "day_of_month":
        start = day(last_days[1].month, first.period.start[2], last_days[1].year)
        return (start.days()[0], last_days[1]) if start and start.days()[0] <= last_days[1] else None
    start = _before(first, last_days, source, anchor, towards)
    return (start, last_days[1]) if start and start <= last_days[1] else None


def _range_with_now(
    first: Piece, last: Piece, source: Source, anchor: date | None, towards: Direction
) -> Interval | None:
    if anchor is None:
        return None
    start = anchor if first.kind == "from_now" else _days(first, source, (), anchor, "last")[0]
    end = anchor if last.kind == "now" else _days(last, source, (), anchor, "next")[1]
    return (start, end) if start <= end else None


def _range_from_first(
    first: Piece, last: Piece, source: Source, anchor: date | None, towards: Direction
) -> Interval | None:
    days = _days(first, source, (), anchor, towards)
    return days and (days[0], last.period.next_from(days[0]).days()[1])


def _before(first: Piece, last_days: Interval, source: Source, anchor: date | None, towards: Direction) -> date | None:
    if _is_open(first):
        return first.period.last_until(last_days[1]).days()[0]
    days = _days(first, source, (), anchor, towards)
    return days and days[0]


def _has_year(piece: Piece) -> bool:
    return bool(piece.period and piece.period.year)


def _is_open(piece: Piece) -> bool:
    """Whether the piece names a period without saying of which year."""
    return piece.period is not None and piece.period.year is None and piece.relative is None and piece.kind not in _OWN


def _days(
    piece: Piece, source: Source, all_phrases: Sequence[Phrase], anchor: date | None, towards: Direction
) -> Interval | None:
    if piece.kind in _OWN:
        return _OWN[piece.kind](piece, source, all_phrases, anchor, towards)
    if piece.period is None:
        return None
    if piece.period.year is not None:
        return piece.period.days()
    if anchor is None:
        return None
    if piece.relative is not None:
        return piece.period.in_year(anchor.year + piece.relative).days()
    return find_year(piece.period, anchor, towards).days()


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
_SLACK = 45
# What an early report names as due and lies far ahead was due in the year before.
_EARLY, _FAR = 2, 90


def _soonest(period: Period, anchor: date) -> date:
    """A promise means no period of which less than a seventh is left; what is left of December is last year's."""
    current = period.next_from(anchor)
    first, last = current.days()
    is_nearly_over = first < anchor and (last - anchor).days * 7 < (last - first).days
    return last + timedelta(days=1) if is_nearly_over else anchor


def _now(piece, source, all_phrases, anchor, towards) -> Interval | None:
    return (anchor, anchor) if anchor else None


def _months_so_far(piece, source, all_phrases, anchor, towards) -> Interval | None:
    """The year of the document; early in a year the months of the year before."""
    if piece.period.year or anchor is None:
        return piece.period.days() if piece.period.year else None
    year = anchor.year + (piece.relative or 0)
    first, last = piece.period.in_year(year).days()
    if source.item.kind == "commitment" and last < anchor:
        return piece.period.in_year(year + 1).days()
    if source.item.kind == "report" and anchor.month <= 2 and last.month > anchor.month + 2:
        return piece.period.in_year(year - 1).days()
    return first, last


def _same_period(piece, source, all_phrases, anchor, towards) -> Interval | None:
    """The months that the report covers, in the year named."""
    if anchor is None:
        return None
    year = piece.period.year or anchor.year + piece.relative
    covered = next((p.pieces[0].period for p in all_phrases if _covers(p, anchor)), None)
    if covered is None and source.item.kind == "report":
        covered = Period("part", (0, 1, 1), (0, _months_covered(anchor), 0))
    return (covered or piece.period).in_year(year).days()


def _covers(phrase: Phrase, anchor: date | None) -> bool:
    """Whether a phrase names the months that the report is about."""
    piece = phrase.pieces[0]
    if piece.kind == "quarter" and anchor:
        return phrase.first <= 2 and piece.period.in_year(piece.period.year or anchor.year).days()[0] <= anchor
    return piece.kind in ("months_so_far", "months_of_year")


def _months_covered(anchor: date) -> int:
    """Months from January that a report of this date is about: three, six, nine or all twelve."""
    done = anchor.month - (1 if anchor.day <= 15 else 0)
    return max(3, 3 * ((done + 1) // 3)) if done else 12


def _tet_named(piece, source, all_phrases, anchor, towards) -> Interval | None:
    year = named_year(piece, source.syllables, anchor.year) if anchor else None
    return piece.period.in_year(year).days() if year else None


def _own_term(piece, source, all_phrases, anchor, towards) -> Interval | None:
    """The term named elsewhere in the text or above it, else the Party's five years at the date."""
    named = next((p.pieces[0].period for p in all_phrases if p.pieces[0].kind == "term"), None)
    named = named or term_above(source)
    if named:
        return named.days()
    if anchor is None:
        return None
    first = anchor.year - anchor.year % 5
    if anchor.year % 5 == 0 and (anchor.month < 7 or source.item.kind == "report"):
        first -= 5
    return piece.period.in_year(first).days()


def _next_term(piece, source, all_phrases, anchor, towards) -> Interval | None:
    days = _own_term(piece, source, all_phrases, anchor, towards)
    return days and (days[0].replace(year=days[0].year + 5), days[1].replace(year=days[1].year + 5))


def _months_ahead(piece, source, all_phrases, anchor, towards) -> Interval | None:
    """Whole months from the one that begins next after the document's date."""
    if anchor is None:
        return None
    first = anchor.year * 12 + anchor.month
    last = first + piece.period.end[1] - 1
    start = replace(piece.period, start=(0, first % 12 + 1, 1), end=(last // 12 - first // 12, last % 12 + 1, 0))
    return start.in_year(first // 12).days()


def term_above(source: Source) -> Period | None:
    """The term of office or stage that the heading above the item names."""
    from camket.pipes.times.scan import scan

    above = scan(source.context) if source.context else ()
    return next((p.period for p in above if p.kind == "term"), None)


def _month_from_now(piece, source, all_phrases, anchor, towards) -> Interval | None:
    if anchor is None:
        return None
    months = anchor.year * 12 + anchor.month - 1 + piece.period.start[1]
    return (
        replace(piece.period, start=(0, months % 12 + 1, 1), end=(0, months % 12 + 1, 0)).in_year(months // 12).days()
    )


def _week_from_now(piece, source, all_phrases, anchor, towards) -> Interval | None:
    if anchor is None:
        return None
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=piece.period.start[2])
    return monday, monday + timedelta(days=6)


def _day_of_month(piece, source, all_phrases, anchor, towards) -> Interval | None:
    """The next or last such day of any month."""
    if anchor is None:
        return None
    number = piece.period.start[2]
    for step in (0, 1, 2) if towards == "next" else (0, -1, -2):
        months = anchor.year * 12 + anchor.month - 1 + step
        found = day(months % 12 + 1, number, months // 12)
        if found and (found.days()[0] >= anchor if towards == "next" else found.days()[0] <= anchor):
            return found.days()
    return None


def _edge_of_year(piece, source, all_phrases, anchor, towards) -> Interval | None:
    """The year that the item opens with, else the document's; the next one for a promise of the year's last days."""
    if anchor is None:
        return None
    opening = all_phrases[0].pieces[0] if all_phrases and all_phrases[0].first == 0 else piece
    if opening.kind == "year" and opening.period and opening.period.year:
        return piece.period.in_year(opening.period.year).days()
    is_next = source.item.kind == "commitment" and (anchor.month, anchor.day) >= (12, 15)
    return piece.period.in_year(anchor.year + is_next).days()


def _school_year(piece, source, all_phrases, anchor, towards) -> Interval | None:
    """The school year of the document's date, the one before or the next; summer belongs to the coming one."""
    if anchor is None:
        return None
    turn = 11 if source.item.kind == "report" else 9
    current = anchor.year if anchor.month >= turn else anchor.year - 1
    coming = anchor.year if anchor.month < 10 else anchor.year + 1
    first = {"school_year_now": current, "school_year_next": coming, "school_year_last": current - 1}[piece.kind]
    return piece.period.in_year(first).days()


_OWN = {
    "edge_of_year": _edge_of_year,
    "school_year_now": _school_year,
    "school_year_next": _school_year,
    "school_year_last": _school_year,
    "now": _now,
    "months_so_far": _months_so_far,
    "months_of_year": _months_so_far,
    "same_period": _same_period,
    "tet_named": _tet_named,
    "own_term": _own_term,
    "next_term": _next_term,
    "months_ahead": _months_ahead,
    "month_from_now": _month_from_now,
    "week_from_now": _week_from_now,
    "day_of_month": _day_of_month,
}
