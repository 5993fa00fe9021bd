"""camket as a spaCy language: a syllable tokenizer, and every step of the pipeline as a registered component."""

from camket.language.docs import get_annotation, make_doc
from camket.language.load import load

__all__ = ["get_annotation", "load", "make_doc"]
