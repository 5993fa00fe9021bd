"""What tells a time's role: the rule's answer, its kind and place on the calendar, the words and cues around it.

One function for training and for use, see :mod:`camket.pipes.role_model`.
"""

from __future__ import annotations

from typing import Final

from camket.pipes.role_model import Evidence, Makers, Teller
from camket.pipes.times.role_context import Place
from camket.records import Time, TimeRole

_NEAR: Final = 40
# "nhưng", "đến nay" in the next clause turn against a promise.
_NEXT: Final = 6


def tell_time(teller: Teller, place: Place, rule: TimeRole) -> None:
    """Tell what is known of one time.

    Parameters
    ----------
    teller : Teller
        Takes it in.
    place : Place
        Where the time stands.
    rule : str
        What the rules answer.
    """
    time, left, right, words = place.time, place.left, place.right, place.words
    kind, when = _kind(time), _when(place)
    teller.tell_group("time", (rule, "first" if place.first <= 2 else "", time.bound, kind, when))
    teller.tell("word", words[0])
    if len(words) > 1:
        teller.tell_pair("words", words[0], words[1])
    teller.tell_pair("mood near", place.clause.mood, place.near)
    teller.tell_group("before", (left[0] if left else "-", kind, when))
    if len(left) > 1:
        teller.tell("l1", left[1])
    if right:
        teller.tell("r0", right[0])
        if len(right) > 1:
            teller.tell("r1", right[1])
    after = place.clause.last
    teller.tell_bag("left", left)
    teller.tell_bag("next", place.source.syllables.lowered[after : after + _NEXT])


def _of_time(rule: str, begins: str, bound: str, kind: str, when: str) -> list[Evidence]:
    return [
        ("rule", rule), ("begins", begins), ("bound", bound), ("when", when), ("kind bound", f"{kind} {bound}"),
    ]  # fmt: skip


def _of_before(word: str, kind: str, when: str) -> list[Evidence]:
    return [("l0", word), ("l0 kind", f"{word} {kind}"), ("l0 when", f"{word} {when}")]


# What is told of a few facts at once; the same ones stand beside many times.
MAKERS: Final[Makers] = {"time": _of_time, "before": _of_before}


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
