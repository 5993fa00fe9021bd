"""The corpus as a spaCy DocBin and back.

Each item is a Doc. Its spans stand in the groups ``camket_times``, ``camket_figures``, ``camket_parties`` and
``camket_claims``, with role or result as label and the other values as JSON in ``span.id_``; everything else stands in
``doc.user_data``. Tokens end where words and labelled spans end, so that no span is moved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from camket.corpus.schema import SPAN_FIELDS
from camket.corpus.spans import LABELS, META, make_record, make_span, values

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

Record = Mapping[str, Any]
ITEM, LABELLED = "camket.item", "camket.labels"
_TOKEN = re.compile(r"\w+|[^\w\s]|\s")


def to_docbin(records: Iterable[Record]) -> bytes:
    """All records as the bytes of a ``.spacy`` file."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    docs = (_doc(vocab, record) for record in records)
    return DocBin(docs=docs, store_user_data=True, attrs=["SPACY"]).to_bytes()


def from_docbin(data: bytes) -> Iterator[dict[str, Any]]:
    """The records of a ``.spacy`` file made by :func:`to_docbin`, as they stand after any change to their spans."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    for doc in DocBin().from_bytes(data).get_docs(Vocab()):
        spans = {field: [_back(field, span) for span in doc.spans[f"camket_{field}"]] for field in SPAN_FIELDS}
        yield make_record(doc.user_data[ITEM], doc.text, doc.user_data[LABELLED], spans)


def tokens(text: str, cuts: Iterable[int]) -> tuple[list[str], list[bool]]:
    """Words of a text, also cut at the given offsets, and whether a space follows each.

    Examples
    --------
    >>> tokens("đạt 943ha  lúa", [4, 7])
    (['đạt', '943', 'ha', ' ', 'lúa'], [True, False, True, False, False])
    """
    edges = {0, len(text), *cuts}
    for match in _TOKEN.finditer(text):
        edges |= set(match.span())
    bounds = sorted(edges)
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(bounds):
        if text[start:end] == " " and words and not spaces[-1] and start not in cuts:
            spaces[-1] = True
        else:
            words.append(text[start:end])
            spaces.append(False)
    return words, spaces


def _doc(vocab: Vocab, record: Record) -> Doc:
    from spacy.tokens import Doc

    text = record["text"]
    cuts = {span[edge] for field in SPAN_FIELDS for span in record[field] for edge in ("start", "end")}
    words, spaces = tokens(text, cuts)
    doc = Doc(vocab, words=words, spaces=spaces)
    for field in SPAN_FIELDS:
        doc.spans[f"camket_{field}"] = [_span(doc, field, span) for span in record[field]]
    doc.user_data[ITEM] = {name: record[name] for name in META if name in record}
    doc.user_data[LABELLED] = {name: record[name] for name in ("act", "target", "causes")}
    return doc


def _span(doc: Doc, field: str, span: Record) -> Span:
    rest = json.dumps(values(field, span), ensure_ascii=False)
    found = doc.char_span(span["start"], span["end"], label=span[LABELS[field]], span_id=rest)
    # The text is cut at both ends of every span, so there is one.
    return cast("Span", found)


def _back(field: str, span: Span) -> dict[str, Any]:
    rest = json.loads(span.id_) if span.id_ else {}
    return make_span(field, span.start_char, span.end_char, span.label_, rest)
