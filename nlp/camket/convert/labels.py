"""Annotations as the labels of the guidelines' record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from camket import records as r
from camket.convert.parts import (
    CORE,
    claim_row,
    criterion_row,
    cue_row,
    figure_row,
    finding_row,
    party_row,
    time_row,
)

SCHEMA_VERSION = "1.0"
LABEL_FIELDS = ("act", "target", "verdict", "times", "figures", "parties", "claims", "causes", "camket")


def annotation_to_record(annotation: r.Annotation) -> dict[str, Any]:
    """Labels of one item as the guidelines' record has them, ours under ``camket``.

    Returns
    -------
    dict
        ``act``, ``target``, ``verdict``, ``times``, ``figures``, ``parties``, ``claims``, ``causes``, ``camket``.
    """
    return labels_to_record(annotation.evidence, annotation.judgement, annotation.findings)


def labels_to_record(evidence: Any, judgement: Any, findings: Sequence[r.Finding]) -> dict[str, Any]:
    """The same record from an evidence and a judgement, or one object that has the fields of both."""
    return {
        "act": judgement.act,
        "target": judgement.target,
        "verdict": judgement.verdict,
        "times": list(map(time_row, evidence.times)),
        "figures": list(map(figure_row, evidence.figures)),
        "parties": list(map(party_row, evidence.parties)),
        "claims": list(map(claim_row, evidence.claims)),
        "causes": list(evidence.causes),
        "camket": _extras({
            "verdict_in_document": judgement.verdict_in_document,
            "criteria": list(map(criterion_row, judgement.criteria)),
            "probabilities": judgement.probabilities,
            "abstain": judgement.abstain,
            "reasons": list(map(cue_row, judgement.reasons)),
            "findings": list(map(finding_row, findings)),
        }),
    }  # fmt: skip


def plain_to_record(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same record from an annotation that :func:`to_dict` has made plain, its parts side by side."""
    out: dict[str, Any] = {name: data.get(name) for name in ("act", "target", "verdict")}
    for name, keys in CORE.items():
        out[name] = [{key: part[key] for key in keys} for part in data.get(name, ())]
    out["causes"] = list(data.get("causes", ()))
    out["camket"] = _extras({name: data.get(name) for name in _OURS})
    return out


_OURS = ("verdict_in_document", "criteria", "probabilities", "abstain", "reasons", "findings")


def _extras(given: dict[str, Any]) -> dict[str, Any]:
    """What camket adds to the guidelines' record; what is empty is left out."""
    extras: dict[str, Any] = {name: value for name, value in given.items() if value or value is False}
    if "criteria" in extras:
        extras["score"] = sum([r.POINTS[criterion["state"]] for criterion in extras["criteria"]])
    if "probabilities" in extras:
        # Six places. Three times as fast as round(v, 6), which goes by way of decimal digits; only halves of the last
        # place, which no probability hits but by chance, may go the other way.
        extras["probabilities"] = {k: round(v * 1e6) / 1e6 for k, v in extras["probabilities"].items()}
    return extras
