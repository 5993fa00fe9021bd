"""The labelled spans of a record by field: which value names a span, and which others it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from camket.corpus.items import derived_verdict
from camket.corpus.schema import SPAN_FIELDS

Record = Mapping[str, Any]
# field → the value shown as the span's label, and the values stored with it, in the order of the record
LABELS = {"times": "role", "figures": "role", "parties": "role", "claims": "result"}
ORDER = {
    "times": ("start", "end", "role", "from", "to", "bound", "rrule", "event"),
    "figures": ("start", "end", "low", "high", "of", "unit", "role"),
    "parties": ("start", "end", "role"),
    "claims": ("start", "end", "result", "timing", "estimated"),
}
META = ("id", "doc", "kind", "date", "context")


def values(field: str, span: Record) -> dict[str, Any]:
    """What a span carries besides its place and label.

    Examples
    --------
    >>> values("claims", {"start": 0, "end": 4, "result": "completed", "timing": "early", "estimated": False})
    {'timing': 'early', 'estimated': False}
    """
    return {name: span[name] for name in ORDER[field][2:] if name != LABELS[field]}


def make_span(field: str, start: int, end: int, label: str, rest: Record) -> dict[str, Any]:
    """A labelled span of a record; values that are not given are null.

    Examples
    --------
    >>> make_span("parties", 3, 9, "lead", {})
    {'start': 3, 'end': 9, 'role': 'lead'}
    """
    known = {**rest, "start": start, "end": end, LABELS[field]: label}
    return {name: known.get(name) for name in ORDER[field]}


def make_record(meta: Record, text: str, labels: Record, spans: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Put a record together in the order of the corpus; the verdict follows from the rest."""
    record = {name: meta[name] for name in META if meta.get(name) is not None}
    record |= {"text": text, "act": labels["act"], "target": labels["target"], "verdict": None}
    record |= {field: sorted(spans[field], key=lambda span: span["start"]) for field in SPAN_FIELDS}
    record["causes"] = list(labels["causes"])
    record["verdict"] = derived_verdict(record)
    return record
