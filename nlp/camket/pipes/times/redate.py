"""Look for a missing year again once the role is known."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.times.missing_year import Direction, find_year
from camket.pipes.times.period import Period, month_length
from camket.pipes.times.role_context import Place
from camket.records import Act, Time

_OLD: Final = frozenset(lexicon("times")["redating"]["old"])


def redate(time: Time, place: Place, act: Act) -> Time:
    """The time in the year that its role asks for: promised ones lie ahead, reported ones behind.

    A due date quoted in a report's table or beside its result is of the document's own year.
    """
    anchor = place.source.item.date
    if anchor is None or not place.is_labelled("yearless"):
        return time
    first, last = find_year(_period(time), anchor, _towards(time, place, act)).days()
    return time if (first, last) == (time.from_, time.to) else replace(time, from_=first, to=last)


def _period(time: Time) -> Period:
    """The time's interval without its year."""
    first, last = time.days
    is_month_end = first != last and last.day == month_length(last.year, last.month)
    end = (last.year - first.year, last.month, 0 if is_month_end else last.day)
    return Period("part", (0, first.month, first.day), end)


def _towards(time: Time, place: Place, act: Act) -> Direction:
    if place.is_labelled("moved"):
        return "same"
    if time.role == "as_of":
        return "last"
    if time.role == "reference" and _is_past(place, act):
        return "last"
    if act in ("commitment", "proposal") or (act == "other" and place.source.item.kind == "commitment"):
        return "next"
    if time.role == "deadline":
        return "next" if place.has("future") and not place.around("failed") else "same"
    return "last"


def _is_past(place: Place, act: Act) -> bool:
    """Whether the time tells of what has been: a document's date, what is compared with, since when a thing lasts."""
    if place.has("document", 2) or place.has("compared", 3) or not _OLD.isdisjoint(place.left[:2]):
        return True
    if place.follows_number():
        return True
    return act == "proposal" and place.time.bound == "from"
