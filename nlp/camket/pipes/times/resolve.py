"""Give phrases their dates, by the document's date where the text leaves something out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from camket.pipes.source import Source
from camket.pipes.times.joining import Phrase
from camket.pipes.times.missing_year import Direction, find_year
from camket.pipes.times.period import day
from camket.pipes.times.piece import Piece
from camket.pipes.times.relative_days import RELATIVE, Interval, Setting


def direction(source: Source, phrase: Phrase) -> Direction:
    """Where a missing year is looked for: ahead in promises, back in reports.

    In a report, a planned clause looks ahead, too.
    """
    if source.item.kind == "commitment":
        return "next"
    return "next" if source.clause_at(phrase.first).mood == "planned" else "last"


def interval(phrase: Phrase, source: Source, phrases: Sequence[Phrase], towards: Direction) -> Interval | None:
    """First and last day of a phrase; None where they can't be known.

    Parameters
    ----------
    phrase : Phrase
        The phrase.
    source : Source
        Its item.
    phrases : sequence of Phrase
        All phrases of the item.
    towards : str
        Where a missing year is looked for.
    """
    anchor = source.item.date
    try:
        if anchor is None:
            return _undated(phrase)
        setting = Setting(source, phrases, anchor, towards)
        first, last = phrase.pieces[0], phrase.pieces[-1]
        return _range(first, last, setting) if len(phrase.pieces) == 2 else _days(first, setting)
    except (ValueError, StopIteration, OverflowError):
        return None


def _undated(phrase: Phrase) -> Interval | None:
    """The days of a phrase that needs no document's date."""
    first, last = phrase.pieces[0], phrase.pieces[-1]
    if not _has_year(last) or last.kind == "same_period":
        return None
    end = last.dates.days()
    if first is last:
        return end
    start = (
        first.dates.days() if _has_year(first) else first.dates.last_until(end[1]).days() if _is_open(first) else None
    )
    return (start[0], end[1]) if start and start[0] <= end[1] else None


def _range(first: Piece, last: Piece, setting: Setting) -> Interval | None:
    """From the start of the first piece to the end of the second; the year is stated once, often at the end."""
    if last.kind == "now" or first.kind == "from_now":
        return _range_with_now(first, last, setting)
    if _is_open(last) and _has_year(first):
        start = first.dates.days()[0]
        return start, last.dates.next_from(start).days()[1]
    end = _days(last, setting)
    if end is None:
        return None
    begin = _start(first, end, setting)
    return (begin, end[1]) if begin and begin <= end[1] else None


def _range_with_now(first: Piece, last: Piece, setting: Setting) -> Interval | None:
    start = _days(first, setting.looking("last"))
    end = _days(last, setting.looking("next"))
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _start(first: Piece, end: Interval, setting: Setting) -> date | None:
    """First day of a range whose end is known."""
    if first.kind == "day_of_month":
        found = day(end[1].month, first.dates.start[2], end[1].year)
        return found.days()[0] if found else None
    days = first.dates.last_until(end[1]).days() if _is_open(first) else _days(first, setting)
    return days[0] if days else None


def _has_year(piece: Piece) -> bool:
    return piece.period is not None and piece.dates.year is not None


def _is_open(piece: Piece) -> bool:
    """Whether the piece names a period without saying of which year."""
    return (
        piece.period is not None and piece.dates.year is None and piece.relative is None and piece.kind not in RELATIVE
    )


def _days(piece: Piece, setting: Setting) -> Interval | None:
    if piece.kind in RELATIVE:
        return RELATIVE[piece.kind](piece, setting)
    if piece.period is None:
        return None
    if piece.dates.year is not None:
        return piece.dates.days()
    if piece.relative is not None:
        return piece.dates.in_year(setting.anchor.year + piece.relative).days()
    return find_year(piece.period, setting.anchor, setting.towards).days()
