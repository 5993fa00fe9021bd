"""Look for a missing year again once the role is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from camket.pipes.times.role_context import Place
from camket.records import Act, Time

_STEPS = {"next": (-1, 0, 1), "last": (1, 0, -1), "same": (0,)}


def redate(time: Time, place: Place, act: Act) -> Time:
    """The time in the year that its role asks for: promised ones lie ahead, reported ones behind.

    A due date quoted in a report's table or beside its result is of the document's own year.
    """
    anchor = place.source.item.date
    if anchor is None or time.from_ is None or not any(cue.label == "yearless" for cue in time.cues):
        return time
    towards = _towards(time, place, act)
    for step in _STEPS[towards]:
        shifted = _in_year(time, anchor.year + step - (0 if time.from_.year == time.to.year else 0))
        fits = shifted.to >= anchor if towards == "next" else shifted.from_ <= anchor
        if fits or towards == "same":
            return shifted
    return time


def _towards(time: Time, place: Place, act: Act) -> str:
    if place.source.item.kind == "commitment":
        return "next"
    if act in ("commitment", "proposal") and time.role != "as_of":
        return "next"
    if time.role == "deadline":
        return "same" if place.column or place.clause.mood != "planned" else "next"
    return "last"


def _in_year(time: Time, year: int) -> Time:
    """Move the interval so that it begins in a year."""
    step = year - time.from_.year
    return replace(time, from_=_moved(time.from_, step), to=_moved(time.to, step)) if step else time


def _moved(day: date, step: int) -> date:
    last = (day.month, day.day) in ((2, 28), (2, 29))
    if last:
        return date(day.year + step, 3, 1).fromordinal(date(day.year + step, 3, 1).toordinal() - 1)
    return day.replace(year=day.year + step)
