"""A person's answers as a labelled record of the corpus."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from camket import pipeline
from camket.convert import core_dicts
from camket.corpus.items import derived_verdict
from camket.labelling.queue import Candidate
from camket.pipes import figures, times
from camket.records import Act, Annotation, Claim, Evidence, Item, Judgement

# Beside the labels: who gave them, when, and which fields a person decided on; all others are camket's own reading.
LABELLED = "labelled"
_BEFORE = ("camket_times", "camket_figures", "camket_cues")
_AFTER = ("camket_parties", "camket_causes", "camket_claims")


def read_as(item: Item, act: Act) -> Annotation:
    """What stands in an item if its act is the given one: roles of times and figures, bodies, claims, causes."""
    one = pipeline.observe(item)
    for step in _BEFORE:
        pipeline.STEPS[step]([one])
    one.act, one.target = act, True if act == "commitment" else None
    one.times = times.assign_roles(one.times, one.source, act)
    one.figures = figures.assign_roles(one.figures, one.source, act, one.times)
    for step in _AFTER:
        pipeline.STEPS[step]([one])
    evidence = Evidence(one.times, one.figures, one.parties, one.claims, one.causes, one.cues)
    return Annotation(item, evidence, Judgement(act, one.target, None, None))


def make_label(
    candidate: Candidate, act: Act, target: bool | None = None, claims: Sequence[Claim] | None = None, *, by: str = "",
    at: datetime | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The labelled record of an item.

    Parameters
    ----------
    candidate : Candidate
    act : str
        What the item does.
    target : bool, optional
        Whether it promises something that can be checked; only for commitments.
    claims : sequence of Claim, optional
        What a person made of the reported things; None where nobody was asked.
    by : str
        Who gave the labels.
    at : datetime, optional
        When; by default now.

    Returns
    -------
    dict
        A record of the corpus, and :data:`LABELLED`.

    Raises
    ------
    ValueError
        Where a commitment comes without its target.
    """
    if act == "commitment" and target is None:
        raise ValueError("a commitment needs a target: true or false")
    item = candidate.item
    same = candidate.annotation.judgement.act == act
    evidence = (candidate.annotation if same else read_as(item, act)).evidence
    if claims is not None:
        evidence = replace(evidence, claims=tuple(claims))
    fields = ["act", *(["target"] if act == "commitment" else []), *([] if claims is None else ["claims"])]
    record = {**_meta(candidate), "act": act, "target": target if act == "commitment" else None, "verdict": None}
    for name in ("times", "figures", "parties", "claims"):
        record[name] = core_dicts(getattr(evidence, name))
    record["causes"] = list(evidence.causes)
    record["verdict"] = derived_verdict(record)
    moment = (at or datetime.now().astimezone()).isoformat(timespec="seconds")
    return {**record, LABELLED: {"by": person(by), "at": moment, "fields": fields}}


def _meta(candidate: Candidate) -> dict[str, Any]:
    item = candidate.item
    day = item.date.isoformat() if item.date else None
    meta = {"id": candidate.id, "doc": item.doc or "items", "kind": item.kind, "date": day}
    return {**meta, **({"context": item.context} if item.context else {}), "text": item.text}


def plain(label: Mapping[str, Any]) -> dict[str, Any]:
    """The label as a record of the corpus and nothing else."""
    return {name: value for name, value in label.items() if name != LABELLED}


def person(name: str) -> str:
    """A name as it is kept: one line, NFC.

    Examples
    --------
    >>> person("  Lò  Thị Mai ")
    'Lò Thị Mai'
    """
    return " ".join(unicodedata.normalize("NFC", name).split())
