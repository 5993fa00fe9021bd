"""Span groups: what a step has found, as spans of the Doc's tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, cast

from spacy.tokens import Doc, Span, SpanGroup

from camket.pipeline import ASSIGNS
from camket.scoring.observed import Observed
from camket.text.lexer import Syllables

# What labels the spans of a field.
SPAN_LABELS: dict[str, Callable[[Any], str]] = {
    "times": attrgetter("role"), "figures": attrgetter("role"), "parties": attrgetter("role"),
    "claims": attrgetter("result"),
}  # fmt: skip
# The span groups of each step: field, name of the group, label of a span.
_GROUPS = {
    step: [(name, f"camket_{name}", SPAN_LABELS[name]) for name in names if name in SPAN_LABELS]
    for step, names in ASSIGNS.items()
}


def show_spans(doc: Doc, observed: Observed, step: str) -> None:
    """Give a Doc one span group for each field of a step whose records are spans."""
    for name, group, label in _GROUPS[step]:
        records = getattr(observed, name)
        spans = _spans(doc, observed.source.syllables, records, label) if records else ()
        # Straight into the dictionary under doc.spans: half the time, as the group needs no check that it is the Doc's.
        doc.spans.data[group] = SpanGroup(doc, name=group, spans=spans)


def _spans(doc: Doc, syllables: Syllables, records: Sequence[Any], label: Callable[[Any], str]) -> list[Span]:
    if len(doc) != len(syllables):  # White space that is no single blank has tokens of its own in a Doc.
        return [expanded(doc, record, label(record)) for record in records]
    starts = syllables.starts
    return [
        Span(doc, bisect_right(starts, record.start) - 1, bisect_left(starts, record.end), label=label(record))
        for record in records
    ]


def expanded(doc: Doc, record: Any, label: str) -> Span:
    """The span that shows a record: whole tokens, labelled with its role or result."""
    found = doc.char_span(record.start, record.end, label=label, alignment_mode="expand")
    # Offsets inside the text always have tokens around them.
    return cast(Span, found)
