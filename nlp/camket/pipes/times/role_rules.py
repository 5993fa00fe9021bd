"""First answers to what a time is for: deadline, as-of or reference, from the words beside it."""

from __future__ import annotations

from camket.lexicons import lexicon
from camket.pipes.source import Source
from camket.pipes.times.frames import Frame
from camket.records import Act, Time, TimeRole

_WORDS = lexicon("times")
_COMPARED = tuple(tuple(p.split()) for p in _WORDS["roles"]["compared"])
_DUE_HEADERS = tuple(_WORDS["columns"]["due"])


def first_role(frame: Frame, time: Time, source: Source) -> TimeRole:
    """Role before the item's act is known."""
    if is_compared(frame, source) or follows_identifier(frame, source):
        return "reference"
    if frame.due or in_due_column(frame, source):
        return "deadline"
    if frame.start.kind in ("now", "elapsed"):
        return "as_of"
    if frame.bound == "from" and frame.start is frame.end and not time.event:
        return "reference"
    return "deadline" if looks_ahead(frame, source) else "as_of"


def looks_ahead(frame: Frame, source: Source) -> bool:
    """Whether a time without a year is the next such day: in a promise, or under a due date's column."""
    mood = source.clause_at(frame.first).mood
    if source.item.kind == "commitment":
        return mood != "done" or frame.bound == "before"
    return mood == "planned" or frame.due or in_due_column(frame, source)


def is_compared(frame: Frame, source: Source) -> bool:
    """Whether words of comparison stand right before the time ("so với năm 2020")."""
    words = source.syllables.lowered
    return any(tuple(words[max(0, frame.first - len(p)) : frame.first]) == p for p in _COMPARED)


def follows_identifier(frame: Frame, source: Source) -> bool:
    """Whether a document's number stands right before ("57/KH-UBND ngày 21/02/2022")."""
    words = source.syllables.lowered
    return any(
        last <= frame.first and all(w == "," for w in words[last : frame.first]) for _, last in source.identifiers
    )


def in_due_column(frame: Frame, source: Source) -> bool:
    """Whether the time stands in a table cell under a header of due dates."""
    context = source.item.context
    if not context or "|" not in context:
        return False
    cell = source.syllables.forms[: frame.first].count("|")
    headers = context.lower().split("|")
    return cell < len(headers) and any(word in headers[cell] for word in _DUE_HEADERS)


def decide(frame: Frame, time: Time, source: Source, act: Act) -> TimeRole:
    """Role once the act is known, by rule."""
    if is_compared(frame, source) or follows_identifier(frame, source):
        return "reference"
    if frame.due or in_due_column(frame, source):
        return "deadline"
    if frame.start.kind in ("now", "elapsed"):
        return "as_of"
    if act in ("other", "cause") or (frame.bound == "from" and frame.start is frame.end and not time.event):
        return "reference"
    anchor = source.item.date
    if act == "commitment":
        return "reference" if anchor and time.to is not None and time.to < anchor else "deadline"
    if act == "proposal":
        return "deadline" if time.rrule or frame.bound in ("before", "by") else "reference"
    ahead = anchor is not None and time.from_ is not None and time.from_ > anchor
    planned = source.clause_at(frame.first).mood == "planned"
    return "deadline" if planned or ahead or frame.bound == "before" else "as_of"
