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
        "times": [time_row(time) for time in evidence.times],
        "figures": [figure_row(figure) for figure in evidence.figures],
        "parties": [party_row(party) for party in evidence.parties],
        "claims": [claim_row(claim) for claim in evidence.claims],
        "causes": list(evidence.causes),
        "camket": _extras(
            judgement.verdict_in_document, [criterion_row(criterion) for criterion in judgement.criteria],
            judgement.probabilities, judgement.abstain, [cue_row(cue) for cue in judgement.reasons],
            [finding_row(finding) for finding in findings],
        ),
    }  # fmt: skip


def plain_to_record(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same record from an annotation that :func:`to_dict` has made plain, its parts side by side."""
    out: dict[str, Any] = {name: data.get(name) for name in ("act", "target", "verdict")}
    for name, keys in CORE.items():
        out[name] = [{key: part[key] for key in keys} for part in data.get(name, ())]
    out["causes"] = list(data.get("causes", ()))
    out["camket"] = _extras(*map(data.get, _OURS))
    return out


_OURS = ("verdict_in_document", "criteria", "probabilities", "abstain", "reasons", "findings")


def _extras(
    verdict: Any, criteria: Any, probabilities: Any, abstain: bool | None, reasons: Any, findings: Any
) -> dict[str, Any]:
    """What camket adds to the guidelines' record; what is empty is left out."""
    extras: dict[str, Any] = {}
    if verdict:
        extras["verdict_in_document"] = verdict
    if criteria:
        extras["criteria"] = criteria
    if probabilities:
        # Six places. Three times as fast as round(v, 6), which goes by way of decimal digits; only halves of the last
        # place, which no probability hits but by chance, may go the other way.
        extras["probabilities"] = {k: round(v * 1e6) / 1e6 for k, v in probabilities.items()}
    if abstain is not None:
        extras["abstain"] = abstain
    if reasons:
        extras["reasons"] = reasons
    if findings:
        extras["findings"] = findings
    if criteria:
        extras["score"] = sum([r.POINTS[criterion["state"]] for criterion in criteria])
    return extras
