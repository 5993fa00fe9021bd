"""What tells a time's role: the words around it, its bound, where it lies from the document's date."""

from __future__ import annotations

from collections.abc import Sequence

from camket.pipes.role_model import Feature
from camket.pipes.source import Source
from camket.pipes.times.frames import Frame
from camket.records import Act, Time

MODEL = "time_roles"
_NUMBERS = "1234567"


def features(frame: Frame, time: Time, source: Source, act: Act, rule: str, rank: tuple[int, int]) -> list[Feature]:
    """The features of one time.

    Parameters
    ----------
    rule : str
        What the rules answer.
    rank : (int, int)
        Index of the time in its item and the number of times.
    """
    words = [w if c not in _NUMBERS else "0" for w, c in zip(source.syllables.lowered, source.syllables.codes, strict=True)]
    left = words[max(0, frame.first - 4) : frame.first][::-1]
    right = words[frame.last : frame.last + 4]
    clause = source.clause_at(frame.first)
    found = [
        ("bias", ""), ("rule", rule), ("kind", source.item.kind), ("mood", clause.mood), ("place", str(min(rank[0], 2))),
        ("bound", frame.bound if frame.explicit else "none"), ("piece", frame.start.kind), ("when", when(time, source)),
    ]  # fmt: skip
    found += [("bound when", f"{found[5][1]} {found[7][1]}"), ("mood when", f"{clause.mood} {found[7][1]}")]
    found += _words(left, right)
    found += _clause(words, clause.first, frame)
    found += _structure(words, frame, source)
    return found


def when(time: Time, source: Source) -> str:
    """Where the time lies from the document's date."""
    anchor = source.item.date
    if time.rrule or time.event or time.to is None or time.from_ is None or anchor is None:
        return "repeats" if time.rrule else "event" if time.event else "open"
    years = max(-2, min(2, time.to.year - anchor.year))
    side = "past" if time.to < anchor else "ahead" if time.from_ > anchor else "around"
    return f"{side}{years:+d}"


def _words(left: Sequence[str], right: Sequence[str]) -> list[Feature]:
    found = [("L", w) for w in left] + [("R", w) for w in right]
    found += zip(("l0", "l1", "l2"), left, strict=False)
    found += zip(("r0", "r1"), right, strict=False)
    found += [("l01", " ".join(left[1::-1]))] if len(left) > 1 else []
    found += [("r01", " ".join(right[:2]))] if len(right) > 1 else []
    return found if left else [*found, ("l0", "^")]


def _clause(words: Sequence[str], first: int, frame: Frame) -> list[Feature]:
    before = words[first : frame.first]
    return [("in clause", w) for w in before[-10:]] + [("clause start", str(not before))]


def _structure(words: Sequence[str], frame: Frame, source: Source) -> list[Feature]:
    opened = words[: frame.first].count("(") > words[: frame.first].count(")")
    found = [("brackets", str(opened))]
    if opened:
        start = frame.first - 1 - words[: frame.first][::-1].index("(")
        found += [("bracket first", words[start + 1]), ("bracket before", words[start - 1] if start else "^")]
    found += [("first", w) for w in words[:3]]
    context = source.item.context
    if context and "|" in context:
        headers = context.lower().split("|")
        cell = words[: frame.first].count("|")
        found += [("header", w) for w in headers[min(cell, len(headers) - 1)].split()]
    return found
