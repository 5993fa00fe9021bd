"""How a Doc carries an item and its annotation.

Both are plain dictionaries in ``doc.user_data``, so that everything that copies, pickles or stores a Doc keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc, Span

from camket.convert import from_dict, plain_to_record, to_dict
from camket.pipeline import observe
from camket.records import Annotation, Item, Kind
from camket.scoring.observed import Observed

ITEM, ANNOTATION = "camket.item", "camket.annotation"
SPAN_KINDS = frozenset(["times", "figures", "parties", "claims"])
# Working memory of Docs that are on their way through a pipeline; never stored with them.
_observed: WeakKeyDictionary[Doc, Observed] = WeakKeyDictionary()


def make_doc(
    nlp: Language, text: str, *, date: date | str | None = None, kind: Kind = "commitment", context: str | None = None
) -> Doc:
    """Tokenize one item and attach what the pipeline needs to know of it.

    Parameters
    ----------
    nlp : Language
        A pipeline of :func:`camket.load`.
    text : str
        One item: a bullet, a table row, a sentence.
    date : date or ISO string, optional
        The document's date; without it, times without a year stay unresolved.
    kind : {"commitment", "report"}
        The document the item comes from.
    context : str, optional
        Heading or table header above the item.

    Returns
    -------
    Doc
        To be passed to ``nlp(doc)`` or ``nlp.pipe``.
    """
    doc = nlp.make_doc(text)
    day = date if date is None or isinstance(date, str) else date.isoformat()
    doc.user_data[ITEM] = {"kind": kind, "date": day, "context": context}
    return doc


def get_item(doc: Doc) -> Item:
    """The item a Doc carries; without one, a commitment without a date."""
    return from_dict(Item, {"kind": "commitment", **doc.user_data.get(ITEM, {}), "text": doc.text})


def get_observed(doc: Doc) -> Observed:
    """The working memory of a Doc, made at its first step."""
    found = _observed.get(doc)
    if found is None:
        _observed[doc] = found = observe(get_item(doc))
    return found


def store(doc: Doc, observed: Observed, fields: Iterable[str]) -> None:
    """Write fields of the annotation into the Doc, as plain values and, where they are spans, as a span group."""
    data = doc.user_data.setdefault(ANNOTATION, {})
    for name in fields:
        records = getattr(observed, name)
        data[name] = to_dict(records)
        if name in SPAN_KINDS:
            doc.spans[f"camket_{name}"] = [_span(doc, record) for record in records]


def _span(doc: Doc, record: Any) -> Span:
    label = getattr(record, "role", None) or record.result
    return doc.char_span(record.start, record.end, label=label, alignment_mode="expand")


def get_annotation(doc: Doc) -> Annotation:
    """The annotation of a Doc that went through the whole pipeline, detached from it.

    Raises
    ------
    KeyError
        Where the Doc has been through no camket component.
    camket.convert.RecordError
        Where a component that judges was left out.
    """
    data = doc.user_data[ANNOTATION]
    parts = {"item": to_dict(get_item(doc)), "evidence": data, "judgement": data, "findings": data.get("findings", [])}
    return from_dict(Annotation, parts)


def get_record(doc: Doc) -> dict[str, Any]:
    """Labels of a Doc as the guidelines' record has them: the same as :func:`camket.annotate` gives.

    Raises
    ------
    KeyError
        Where the Doc has been through no camket component.
    """
    return plain_to_record(doc.user_data[ANNOTATION])
