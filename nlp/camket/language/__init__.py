"""camket as a spaCy language: tokenizers, every step of the pipeline as a registered component, attributes.

One Doc is one item. What an item needs beside its text comes with :func:`make_doc` or as the context of a text:

>>> nlp = load()
>>> doc = nlp(make_doc("Trồng 12 ha rừng trước ngày 30/6.", date="2021-03-02"))
>>> [(span.text, span._.camket_time.to.isoformat()) for span in doc.spans["camket_times"]]
[('trước ngày 30/6', '2021-06-30')]
>>> texts = [("Đã trồng 14 ha rừng, vượt kế hoạch.", {"kind": "report", "date": "2021-12-20", "id": "r1"})]
>>> [(doc._.camket_act, context["id"]) for doc, context in nlp.pipe(texts, as_tuples=True)]
[('claim', 'r1')]
"""

from camket.language import attributes
from camket.language.docs import get_annotation, get_item, get_record, make_doc
from camket.language.load import load
from camket.language.tokenizer import SyllableTokenizer
from camket.language.words import WordTokenizer

__all__ = [
    "SyllableTokenizer", "WordTokenizer", "attributes", "get_annotation", "get_item", "get_record", "load", "make_doc",
]  # fmt: skip
