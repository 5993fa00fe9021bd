"""Put the spaCy pipeline together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from camket.language import components, findings, tokenizer
from camket.pipeline import STEPS

__all__ = ["components", "findings", "load", "tokenizer"]


def load(*, exclude: Sequence[str] = (), config: str | Path | Mapping[str, Any] | None = None) -> Language:
    """A spaCy pipeline that reads one item a Doc.

    Parameters
    ----------
    exclude : sequence of str
        Components to leave out, by name (:data:`camket.pipeline.STEPS`).
    config : str, Path or mapping, optional
        A configuration file ("camket.toml") or its content: which rules run and how severe, with which words and
        units (:func:`camket.config.load_config`). It is stored with the pipeline. Own words and units hold for the
        whole process.

    Returns
    -------
    Language
        With the tokenizer ``camket.syllables.v1`` and the steps as components. Results are span groups
        ("camket_times", "camket_figures", "camket_parties", "camket_claims"), attributes
        (:mod:`camket.language.attributes`) and, detached from the Doc, :func:`camket.language.get_annotation`.

    Raises
    ------
    ValueError
        Where a component to leave out does not exist.
    camket.config.ConfigError
        Where the configuration can't be used.

    Examples
    --------
    >>> import camket
    >>> nlp = camket.load(config={"rules": {"disable": ["NG", "TN", "TG"]}})
    >>> doc = nlp(camket.make_doc("Tăng cường tuyên truyền.", date="2021-03-02"))
    >>> doc._.camket_verdict, {finding.criterion for finding in doc._.camket_findings}
    ('vague', {'product'})
    """
    if unknown := [name for name in exclude if name not in STEPS]:
        raise ValueError(f"Không có bước “{unknown[0]}”. Hãy chọn trong: {', '.join(STEPS)}.")
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "camket.syllables.v1"}}})
    for step in STEPS:
        if step in exclude:
            continue
        if step == findings.STEP and config is not None:
            nlp.add_pipe(findings.FACTORY, name=step, config={"source": findings.content(config)})
        else:
            nlp.add_pipe(step)
    return nlp
