"""Attributes that show a Doc's annotation: ``doc._.camket_times``, ``span._.camket_time`` and so on.

All are read from ``doc.user_data`` when they are asked for, so they hold after ``nlp.pipe(n_process=2)``, ``DocBin``,
``to_bytes`` and pickling, too. What they give is detached from the Doc.

=================================  ==================================================================================
attribute                          value
=================================  ==================================================================================
``doc._.camket``                   the whole :class:`~camket.records.Annotation`, None before the pipeline
``doc._.camket_record``            labels as the corpus guidelines have them, None before the pipeline
``doc._.camket_<field>``           one field of it: ``times``, ``figures``, ``parties``, ``claims``, ``causes``,
                                   ``cues``, ``act``, ``target``, ``verdict``, ``verdict_in_document``, ``criteria``,
                                   ``probabilities``, ``abstain``, ``reasons``, ``findings``; None before its component
``span._.camket_time``             the :class:`~camket.records.Time` of a span of ``doc.spans["camket_times"]``
``span._.camket_figure``           the :class:`~camket.records.Figure` of one of ``doc.spans["camket_figures"]``
``span._.camket_party``            the :class:`~camket.records.Party` of one of ``doc.spans["camket_parties"]``
``span._.camket_claim``            the :class:`~camket.records.Claim` of one of ``doc.spans["camket_claims"]``
=================================  ==================================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import partial
from itertools import chain
from typing import Any

from spacy.tokens import Doc, Span

from camket import records as r
from camket.convert import from_dict
from camket.language.docs import ANNOTATION, get_annotation, get_record
from camket.language.spans import SPAN_LABELS, expanded
from camket.language.stored import Stored
from camket.pipeline import ASSIGNS

_CLASSES: dict[str, type] = {
    "times": r.Time, "figures": r.Figure, "parties": r.Party, "claims": r.Claim, "cues": r.Cue, "reasons": r.Cue,
    "criteria": r.Criterion, "findings": r.Finding,
}  # fmt: skip
_OF_SPAN = {"camket_time": "times", "camket_figure": "figures", "camket_party": "parties", "camket_claim": "claims"}


def attribute(field: str) -> str:
    """Name of the attribute of a Doc that shows a field, as spaCy's ``assigns`` and ``requires`` write it.

    Examples
    --------
    >>> attribute("times")
    'doc._.camket_times'
    """
    return f"doc._.camket_{field}"


def register() -> None:
    """Make the attributes known to spaCy; done when :mod:`camket.language` is imported."""
    Doc.set_extension("camket", getter=partial(_whole, read=get_annotation), force=True)
    Doc.set_extension("camket_record", getter=partial(_whole, read=get_record), force=True)
    for field in dict.fromkeys(chain.from_iterable(ASSIGNS.values())):
        Doc.set_extension(f"camket_{field}", getter=partial(_field, name=field), force=True)
    for name, field in _OF_SPAN.items():
        Span.set_extension(name, getter=partial(_of_span, name=field), force=True)


def _whole(doc: Doc, read: Any) -> Any:
    return read(doc) if ANNOTATION in doc.user_data else None


def _field(doc: Doc, name: str) -> Any:
    """One field, its records rebuilt where the Doc was stored."""
    data = doc.user_data.get(ANNOTATION, {})
    if name not in data:
        return None
    value = data.records(name) if isinstance(data, Stored) else data[name]
    if name in _CLASSES:
        return tuple(from_dict(_CLASSES[name], part) if isinstance(part, Mapping) else part for part in value)
    return tuple(value) if name == "causes" else copy(value)


def _of_span(span: Span, name: str) -> Any:
    """The record that a span of a group shows; None for any other span."""
    for record in _field(span.doc, name) or ():
        shown = expanded(span.doc, record, SPAN_LABELS[name](record))
        if (shown.start, shown.end, shown.label) == (span.start, span.end, span.label):
            return record
    return None


register()
