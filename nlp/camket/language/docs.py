"""How a Doc carries an item and its annotation.

Both are mappings of plain values in ``doc.user_data``, so that everything that copies, pickles or stores a Doc keeps
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from camket.convert import annotation_to_record, from_dict, plain_to_record, record_to_item, to_dict
from camket.language.spans import show_spans
from camket.language.stored import Stored
from camket.language.tokenizer import SyllableTokenizer
from camket.pipeline import ASSIGNS, observe
from camket.records import Annotation, Item, Kind
from camket.scoring.observed import Observed
from camket.text.lexer import Syllables

ITEM, ANNOTATION = "camket.item", "camket.annotation"
# What is known of an item beside its text; nlp.pipe(..., as_tuples=True) may bring it as the context of a text.
ITEM_FIELDS = ("kind", "date", "context", "id", "doc")
# Working memory of Docs before their first step; never stored with them.
_observed: WeakKeyDictionary[Doc, Observed] = WeakKeyDictionary()


def make_doc(
    text: str, *, date: date | str | None = None, kind: Kind = "commitment", context: str | None = None,
    nlp: Language | None = None,
) -> Doc:  # fmt: skip
    """Tokenize one item and attach what the pipeline needs to know of it.

    Parameters
    ----------
    text : str
        One item: a bullet, a table row, a sentence.
    date : date or ISO string, optional
        The document's date; without it, times without a year stay unresolved.
    kind : {"commitment", "report"}
        The document the item comes from.
    context : str, optional
        Heading or table header above the item.
    nlp : Language, optional
        The pipeline whose tokenizer and vocabulary the Doc shall have; needed only where it holds components other
        than camket's.

    Returns
    -------
    Doc
        To be passed to ``nlp(doc)`` or ``nlp.pipe``.

    Raises
    ------
    camket.convert.RecordError
        Where ``kind`` or ``date`` is not one.

    Examples
    --------
    >>> make_doc("Xong trước 30/6.", date="2021-03-02").user_data["camket.item"]
    {'kind': 'commitment', 'date': '2021-03-02'}
    """
    known = _known({"kind": kind, "date": date, "context": context})
    item = record_to_item({**known, "text": text})
    tokenizer = nlp.tokenizer if nlp else _tokenizer()
    if isinstance(tokenizer, SyllableTokenizer):
        syllables = Syllables(text)
        doc = tokenizer.wrap(syllables)
        # Cut once for spaCy and for the finders.
        _observed[doc] = observe(item, syllables)
    else:
        doc = tokenizer(text)
    doc.user_data[ITEM] = known
    return doc


@cache
def _tokenizer() -> SyllableTokenizer:
    return SyllableTokenizer(Vocab())


def _known(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an item that are given, dates as ISO strings."""
    found = {name: given[name] for name in ITEM_FIELDS if given.get(name) is not None}
    if isinstance(day := found.get("date"), date):
        found["date"] = day.isoformat()
    return found


def get_item(doc: Doc) -> Item:
    """The item a Doc carries; without one, a commitment without a date.

    Parameters
    ----------
    doc : Doc

    Returns
    -------
    Item

    Notes
    -----
    It is what :func:`make_doc` attached, or else the context that ``nlp.pipe(..., as_tuples=True)`` brought: a mapping
    with any of ``kind``, ``date``, ``context``, ``id``, ``doc``.

    Raises
    ------
    camket.convert.RecordError
        Where one of them is malformed.

    Examples
    --------
    >>> get_item(make_doc("Xong trước 30/6.", kind="report")).kind
    'report'
    """
    if ITEM not in doc.user_data and isinstance(doc._context, Mapping):
        doc.user_data[ITEM] = _known(doc._context)
    return record_to_item({**doc.user_data.get(ITEM, {}), "text": doc.text})


def get_observed(doc: Doc) -> Observed:
    """The working memory of a Doc, made at its first step."""
    stored = doc.user_data.get(ANNOTATION)
    if isinstance(stored, Stored):
        return stored.observed
    found = _observed.pop(doc, None) or observe(get_item(doc))
    if stored is not None:  # The Doc was stored and is analysed again; its annotation stays a plain dictionary.
        _observed[doc] = found
    return found


def store(doc: Doc, observed: Observed, step: str) -> None:
    """Let a Doc carry what a step has found: its fields and, where they are spans, a span group each."""
    stored = doc.user_data.get(ANNOTATION)
    if stored is None:
        doc.user_data[ANNOTATION] = stored = Stored(observed)
    if isinstance(stored, Stored):
        stored.add(step)
    else:
        stored.update({name: to_dict(getattr(observed, name)) for name in ASSIGNS[step]})
    show_spans(doc, observed, step)


def get_annotation(doc: Doc) -> Annotation:
    """The annotation of a Doc that went through the whole pipeline, detached from it.

    Parameters
    ----------
    doc : Doc

    Returns
    -------
    Annotation

    Raises
    ------
    KeyError
        Where the Doc has been through no camket component.
    camket.convert.RecordError
        Where a component that judges was left out.

    Examples
    --------
    >>> from camket.language import load
    >>> get_annotation(load()(make_doc("Tăng cường tuyên truyền."))).judgement.verdict
    'vague'
    """
    data = doc.user_data[ANNOTATION]
    if isinstance(data, Stored) and (found := data.annotation):
        judgement = replace(found.judgement, probabilities=dict(found.judgement.probabilities))
        return replace(found, item=get_item(doc), judgement=judgement)
    parts = {"item": to_dict(get_item(doc)), "evidence": data, "judgement": data, "findings": data.get("findings", [])}
    return from_dict(Annotation, parts)


def get_record(doc: Doc) -> dict[str, Any]:
    """Labels of a Doc as the guidelines' record has them: the same as :func:`camket.annotate` gives.

    Parameters
    ----------
    doc : Doc

    Returns
    -------
    dict
        As :func:`camket.convert.annotation_to_record` makes it.

    Raises
    ------
    KeyError
        Where the Doc has been through no camket component.

    Examples
    --------
    >>> from camket.language import load
    >>> get_record(load()(make_doc("Trồng 12 ha rừng.")))["figures"][0]["low"]
    12.0
    """
    data = doc.user_data[ANNOTATION]
    if isinstance(data, Stored) and data.annotation:
        return annotation_to_record(data.annotation)
    return plain_to_record(data)
