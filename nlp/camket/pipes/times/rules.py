"""The rules that decide a time's role, in order; the first that answers counts."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.times.role_context import Place
from camket.records import Act, Time, TimeRole

_REACH: Final = 24
_FINISHED: Final = frozenset(lexicon("times")["finished"]["done"])
_OPEN_STILL: Final = frozenset(lexicon("times")["finished"]["open"])


def settled(place: Place, act: Act) -> TimeRole | None:
    """The role where it needs no weighing: dates of documents, moved dates, second horizons, causes; else None."""
    if _is_day(place.time) and place.left[:1] != ["|"] and place.follows_number():
        return "reference"
    if act == "cause" or place.is_labelled("moved"):
        return "reference"
    if place.has("horizon", 1) and place.index and act != "claim":
        return "reference"
    if act == "other" and place.has("graded") and "#" in place.right:
        return "as_of"
    if act == "claim":
        return "as_of" if place.words[:2] in _TODAY else "deadline" if _is_promise(place) else None
    return None


def _is_promise(place: Place) -> bool:
    """Whether a report quotes the promise that the time belongs to, or gives the plan's value behind it."""
    is_within = place.time.bound == "before" or place.words[0] == "trong"
    return _heads_plan(place) or (is_within and not place.time.event and place.is_quoted())


_TODAY: Final = (["đến", "nay"], ["đến", "thời"])


def decide(place: Place, act: Act) -> TimeRole:
    """The role of one time in an item that does ``act``, where :func:`settled` leaves it open."""
    time = place.time
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


def is_over(place: Place) -> bool:
    """Whether the time, its year stated, had passed when the document was written: nothing is promised for it."""
    anchor, time = place.source.item.date, place.time
    if anchor is None or time.to is None or place.is_labelled("yearless"):
        return False
    return (anchor - time.to).days > _OVER


# A document may be dated a little after the days it speaks of.
_OVER: Final = 45


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


def _heads_plan(place: Place) -> bool:
    """As in "(KH năm 2024: 4%)": the plan's value follows."""
    is_plan = place.has("plan_name", 1) or place.has("promised", 1)
    return is_plan and bool(place.right) and place.right[0] in ":#" and place.in_bracket()


def _of_claim(place: Place) -> TimeRole:
    time, anchor = place.time, place.source.item.date
    if time.bound == "by" and place.is_quoted():
        return "deadline"
    if place.has("plan_name", 1) and time.bound == "in":
        return "reference"
    if (
        place.has("promised", 12)
        or place.has("future")
        or place.has("due", 4)
        or (time.to and time.from_ and anchor and time.to > anchor and time.from_ > anchor)
    ):
        return "deadline"
    if time.bound == "before":
        return "as_of" if _is_finished(place) else "deadline"
    if time.bound == "from":
        return "reference" if not time.event else "as_of"
    return "as_of"


def _is_finished(place: Place) -> bool:
    """Whether the clause says that the thing was done by then: "đã sửa xong toàn bộ trước 15/9"."""
    left = place.source.syllables.lowered[max(place.clause.first, place.first - _REACH) : place.first]
    return not _FINISHED.isdisjoint(left) and _OPEN_STILL.isdisjoint(left)
