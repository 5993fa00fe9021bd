"""Span groups: what a step has found, as spans of the Doc's tokens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, cast

from spacy.tokens import Doc, Span, SpanGroup

from camket.pipeline import ASSIGNS
from camket.scoring.observed import Observed

# What labels the spans of a field.
SPAN_LABELS: dict[str, Callable[[Any], str]] = {
    "times": attrgetter("role"), "figures": attrgetter("role"), "parties": attrgetter("role"),
    "claims": attrgetter("result"),
}  # fmt: skip
# The span groups of each step: field and name of the group; and by that name, what labels its spans.
_GROUPS = {step: [(name, f"camket_{name}") for name in names if name in SPAN_LABELS] for step, names in ASSIGNS.items()}
_LABELS = {f"camket_{name}": label for name, label in SPAN_LABELS.items()}


class Groups(dict[str, Any]):
    """What stands under ``doc.spans``: groups that are made when they are first asked for.

    Most Docs are read by their records, and five groups with their spans take a sixth of what spaCy adds to the
    analysis. Whatever reads ``doc.spans`` does it by :meth:`__getitem__`, and finds groups like any others.

    Parameters
    ----------
    doc : weak reference
        To the Doc, as ``doc.spans`` has it.
    known : mapping
        Groups that are there already.
    """

    def __init__(self, doc: Callable[[], Any], known: Mapping[str, SpanGroup]) -> None:
        super().__init__(known)
        self._doc = doc

    def __getitem__(self, name: str) -> SpanGroup:
        found = super().__getitem__(name)
        # Until then the records stand in the place of their group.
        if type(found) is not tuple:
            return cast(SpanGroup, found)
        doc, label = self._doc(), _LABELS[name]
        spans = [expanded(doc, record, label(record)) for record in found]
        self[name] = made = SpanGroup(doc, name=name, spans=spans)
        return made

    def copy(self) -> dict[str, Any]:
        """All groups, made."""
        return {name: self[name] for name in self}

    def __repr__(self) -> str:
        return repr(self.copy())


def show_spans(doc: Doc, observed: Observed, step: str) -> None:
    """Give a Doc one span group for each field of a step whose records are spans."""
    if shown := _GROUPS[step]:
        groups = doc.spans.data
        if type(groups) is not Groups:
            doc.spans.data = groups = Groups(doc.spans.doc_ref, groups)
        for name, group in shown:
            groups[group] = getattr(observed, name)


def expanded(doc: Doc, record: Any, label: str) -> Span:
    """The span that shows a record: whole tokens, labelled with its role or result."""
    found = doc.char_span(record.start, record.end, label=label, alignment_mode="expand")
    # Offsets inside the text always have tokens around them.
    return cast(Span, found)
