"""Find temporal expressions and their values."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from camket.pipes.source import Source
from camket.pipes.times.joining import Phrase
from camket.pipes.times.phrase import phrases
from camket.pipes.times.resolve import direction, interval
from camket.pipes.times.scan import scan
from camket.records import Cue, Time, TimeRole

_DURATION_DAYS: Final = {"D": 1, "W": 7}


def find_times(source: Source) -> tuple[Time, ...]:
    """Temporal expressions of an item in order, with values, bounds and a first role from the words around them.

    Without ``item.date`` whatever needs it (a day without a year, "đến nay") is left out;
    :func:`camket.pipes.times.find_time_cues` names those words.

    Examples
    --------
    >>> from camket.records import Item
    >>> item = Item("Xong trước ngày 30/6, nghiệm thu trong quý III.", "commitment", date(2021, 3, 2))
    >>> [(t.bound, t.from_.isoformat(), t.to.isoformat()) for t in find_times(Source(item))]
    [('before', '2021-06-30', '2021-06-30'), ('in', '2021-07-01', '2021-09-30')]
    """
    found = find_phrases(source)
    return tuple([t for phrase in found if (t := _time(phrase, source, found))]) if found else ()


def find_phrases(source: Source) -> list[Phrase]:
    """The expressions of an item before their dates are found; read once, the cues of time need them again."""
    found = source.shared.get("times")
    if found is None:
        pieces = scan(source.syllables, source.identifiers)
        found = source.shared["times"] = phrases(pieces, source) if pieces else []
    return found


def _time(phrase: Phrase, source: Source, found: list[Phrase]) -> Time | None:
    piece = phrase.pieces[0]
    start, end = source.syllables.span(phrase.first, phrase.last)
    cues = _cues(phrase, source)
    role: TimeRole = "deadline" if source.item.kind == "commitment" else "as_of"
    if piece.rrule:
        return Time(start, end, role, None, None, phrase.bound, rrule=piece.rrule, cues=cues)
    if piece.event:
        counted_from = piece.period.days()[0] if piece.period else source.item.date if piece.signing else None
        first, last = _from_day(piece.event, counted_from)
        return Time(start, end, role, first, last, phrase.bound, event=piece.event, cues=cues)
    days = interval(phrase, source, found, direction(source, phrase))
    return Time(start, end, role, *days, phrase.bound, cues=cues) if days else None


def _from_day(event: str, signed: date | None) -> tuple[date | None, date | None]:
    """The days that a duration from a known day, such as the document's own signing, covers."""
    if signed is None:
        return None, None
    count, unit = int(event.lstrip("PT")[:-1]), event[-1]
    if unit in _DURATION_DAYS and "T" not in event:
        return signed, signed + timedelta(days=count * _DURATION_DAYS[unit])
    if unit == "H":
        return signed, signed + timedelta(days=-(-count // 24))
    months = signed.year * 12 + signed.month - 1 + count * (12 if unit == "Y" else 1)
    ends = (date(months // 12, months % 12 + 1, d) for d in range(signed.day, 27, -1) if _exists(months, d))
    return signed, next(ends, None) or date(months // 12, months % 12 + 1, min(signed.day, 28))


def _exists(months: int, number: int) -> bool:
    try:
        date(months // 12, months % 12 + 1, number)
    except ValueError:
        return False
    return True


def _cues(phrase: Phrase, source: Source) -> tuple[Cue, ...]:
    """The bound's words, and whether the text leaves the year out."""
    cues = []
    if phrase.bound_words:
        cues.append(Cue(*source.syllables.span(phrase.first, phrase.first + phrase.bound_words), "bound"))
    if phrase.moved:
        cues.append(Cue(*source.syllables.span(phrase.first, phrase.last), "moved"))
    if is_yearless(phrase):
        cues.append(Cue(*source.syllables.span(phrase.pieces[-1].first, phrase.last), "yearless"))
    return tuple(cues)


def is_yearless(phrase: Phrase) -> bool:
    """Whether the year was found from the document's date alone."""
    return all(
        p.period is not None
        and p.period.year is None
        and p.relative is None
        and p.kind in _YEARLESS
        and p.period.unit != "lunar"
        for p in phrase.pieces
    )


_YEARLESS: Final = frozenset(["day", "month", "quarter", "holiday", "tet"])
