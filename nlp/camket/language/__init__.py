"""camket as a spaCy language: a syllable tokenizer, and every step of the pipeline as a registered component."""

from camket.language.docs import get_annotation, get_record, make_doc
from camket.language.load import load

__all__ = ["get_annotation", "get_record", "load", "make_doc"]
