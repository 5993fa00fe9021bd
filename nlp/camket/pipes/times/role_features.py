"""What tells a time's role: the rule's answer, its kind and place on the calendar, the words and cues around it.

One function for training and for use: a row of words, see :mod:`camket.pipes.role_model`.
"""

from __future__ import annotations

from typing import Final

from camket.pipes.role_model import Row
from camket.pipes.times.role_context import Place
from camket.records import Time, TimeRole

COLUMNS: Final = (
    "rule", "begins", "word", "words", "bound", "when", "kind bound", "mood near", "l0", "l1", "r0", "r1",
    "l0 kind", "l0 when",
)  # fmt: skip
BAGS: Final = ("left", "next")
_NEAR: Final = 40
# "nhưng", "đến nay" in the next clause turn against a promise.
_NEXT: Final = 6


def features(place: Place, rule: TimeRole) -> Row:
    """The features of one time: :data:`COLUMNS` and :data:`BAGS`.

    Parameters
    ----------
    place : Place
        Where the time stands.
    rule : str
        What the rules answer.
    """
    time, left, right, words = place.time, place.left, place.right, place.words
    kind, when = _kind(time), _when(place)
    before = left[0] if left else "-"
    values = [
        rule,
        "first" if place.first <= 2 else "",
        words[0],
        f"{words[0]} {words[1]}" if len(words) > 1 else "",
        time.bound,
        when,
        f"{kind} {time.bound}",
        f"{place.clause.mood} {place.near}",
        before,
        left[1] if len(left) > 1 else "",
        right[0] if right else "",
        right[1] if len(right) > 1 else "",
        f"{before} {kind}",
        f"{before} {when}",
    ]
    after = place.clause.last
    return values, [set(left), set(place.source.syllables.lowered[after : after + _NEXT])]


def _kind(time: Time) -> str:
    if time.rrule:
        return "recurrence"
    if time.event or time.from_ is None or time.to is None:
        return "duration"
    days = (time.to - time.from_).days
    for name, most in _KINDS:
        if days <= most:
            return name
    return "years"


_KINDS: Final = (("day", 0), ("days", 27), ("month", 31), ("quarter", 95), ("part", 300), ("year", 366))


def _when(place: Place) -> str:
    """Where on the calendar the time lies, seen from the document's date."""
    first, last, anchor = place.time.from_, place.time.to, place.source.item.date
    if anchor is None or first is None or last is None:
        return "none"
    if place.is_labelled("yearless"):
        return "yearless"
    if first <= anchor <= last:
        return "now" if first != last else "today"
    if last < anchor:
        return "past" if (anchor - last).days > _NEAR else "just past"
    return "future" if (first - anchor).days > _NEAR else "soon"
