"""The rules that decide a time's role, in order; the first that answers counts."""

from __future__ import annotations

from camket.pipes.times.role_context import Place
from camket.records import Act, Time, TimeRole


def settled(place: Place, act: Act) -> TimeRole | None:
    """The role where it needs no weighing: dates of documents, moved dates, second horizons, causes; else None."""
    if place.after_number and _is_day(place.time):
        return "reference"
    if act == "cause" or any(cue.label == "moved" for cue in place.time.cues):
        return "reference"
    if place.has("horizon", 1) and place.index and act != "claim":
        return "reference"
    return "as_of" if place.words[:2] in _TODAY and act == "claim" else None


_TODAY = (["đến", "nay"], ["đến", "thời"])


def decide(place: Place, act: Act) -> TimeRole:
    """The role of one time in an item that does ``act``."""
    time = place.time
    sure = settled(place, act)
    if sure:
        return sure
    if _is_day(time) and time.bound == "in" and place.has("document", 1):
        return "reference"
    if act == "other":
        return "as_of" if place.has("graded") else "reference"
    if place.column and place.clause.last - place.clause.first <= place.last - place.first + 3:
        return place.column  # type: ignore[return-value]
    if place.has("compared", 2):
        return "reference"
    if act == "proposal":
        return "deadline" if time.bound in ("before", "by") or _left(place, "sang") else "reference"
    return _of_commitment(place) if act == "commitment" else _of_claim(place)


def _left(place: Place, *words: str) -> bool:
    return bool(place.left) and place.left[0] in words


def _is_day(time: Time) -> bool:
    return time.from_ is not None and time.from_ == time.to and time.bound == "in"


def _of_commitment(place: Place) -> TimeRole:
    time, anchor = place.time, place.source.item.date
    if time.bound == "from" and not time.event:
        return "reference"
    if place.has("condition") and not time.rrule:
        return "reference"
    if time.to and anchor and time.to < anchor:
        return "as_of" if place.has("done", 12) else "reference"
    if place.has("plan_name", 1) and time.bound == "in":
        return "reference"
    return "deadline"


def _of_claim(place: Place) -> TimeRole:
    time, anchor = place.time, place.source.item.date
    if place.has("plan_name", 1) and time.bound == "in":
        return "reference"
    if place.has("promised", 12) or place.has("future") or place.has("due", 4) or (time.to and anchor and time.to > anchor and time.from_ > anchor):
        return "deadline"
    if time.bound == "before":
        return "deadline"
    if time.bound == "from":
        return "reference" if not time.event else "as_of"
    return "as_of"
