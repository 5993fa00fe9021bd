"""Put the spaCy pipeline together."""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.language import Language

from camket.language import components, tokenizer
from camket.pipeline import STEPS

__all__ = ["components", "load", "tokenizer"]


def load(*, exclude: Sequence[str] = ()) -> Language:
    """A spaCy pipeline that reads one item a Doc.

    Parameters
    ----------
    exclude : sequence of str
        Components to leave out, by name (:data:`camket.pipeline.STEPS`).

    Returns
    -------
    Language
        With the tokenizer ``camket.syllables.v1`` and the steps as components. Results are span groups
        ("camket_times", "camket_figures", "camket_parties", "camket_claims") and, detached from the Doc,
        :func:`camket.language.get_annotation`.

    Examples
    --------
    >>> import camket
    >>> nlp = camket.load()
    >>> doc = nlp(camket.make_doc("Trồng 12 ha rừng trước ngày 30/6.", date="2021-03-02"))
    >>> [span.text for span in doc.spans["camket_times"]]
    ['trước ngày 30/6']
    """
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "camket.syllables.v1"}}})
    for step in STEPS:
        if step not in exclude:
            nlp.add_pipe(step)
    return nlp
