"""Annotations as the labels of the guidelines' record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from camket import records as r
from camket.convert.plain import outer, reader

SCHEMA_VERSION = "1.0"
LABEL_FIELDS = ("act", "target", "verdict", "times", "figures", "parties", "claims", "causes", "camket")
# Fields of the evidence records that belong to the guidelines' record; the others are ours and optional.
_CORE = {
    r.Time: ("start", "end", "role", "from_", "to", "bound", "rrule", "event"),
    r.Figure: ("start", "end", "low", "high", "of", "unit", "role"),
    r.Party: ("start", "end", "role"),
    r.Claim: ("start", "end", "result", "timing", "estimated"),
}


def core_dicts(records: Sequence[Any]) -> list[dict[str, Any]]:
    """The fields of evidence records of one kind that the guidelines define, and no others."""
    if not records:
        return []
    kind: Any = type(records[0])
    names, values = _core_reader(kind)
    found = [dict(zip(names, values(record), strict=True)) for record in records]
    if kind is r.Time:
        for part in found:
            part["from"], part["to"] = _iso(part["from"]), _iso(part["to"])
    return found


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def flat_dicts(records: Sequence[Any]) -> list[dict[str, Any]]:
    """Dictionaries of records of one kind that hold nothing but numbers and strings (cues, criteria, findings)."""
    if not records:
        return []
    kind: Any = type(records[0])
    names, values, _ = reader(kind)  # type: ignore[misc]
    return [dict(zip(names, values(record), strict=True)) for record in records]


@cache
def _core_reader(cls: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = _CORE[cls]
    return tuple(map(outer, names)), attrgetter(*names)


def annotation_to_record(annotation: r.Annotation) -> dict[str, Any]:
    """Labels of one item as the guidelines' record has them, ours under ``camket``.

    Returns
    -------
    dict
        ``act``, ``target``, ``verdict``, ``times``, ``figures``, ``parties``, ``claims``, ``causes``, ``camket``.
    """
    evidence, judgement = annotation.evidence, annotation.judgement
    out: dict[str, Any] = {"act": judgement.act, "target": judgement.target, "verdict": judgement.verdict}
    for name, records in zip(_SPANS, _spans(evidence), strict=True):
        out[name] = core_dicts(records)
    out["causes"] = list(evidence.causes)
    out["camket"] = _extras({
        "verdict_in_document": judgement.verdict_in_document,
        "criteria": flat_dicts(judgement.criteria),
        "probabilities": judgement.probabilities,
        "abstain": judgement.abstain,
        "reasons": flat_dicts(judgement.reasons),
        "findings": flat_dicts(annotation.findings),
    })  # fmt: skip
    return out


_SPANS = ("times", "figures", "parties", "claims")
_spans = attrgetter(*_SPANS)


def plain_to_record(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same record from an annotation that :func:`to_dict` has made plain, its parts side by side."""
    out: dict[str, Any] = {name: data.get(name) for name in ("act", "target", "verdict")}
    for name, cls in (("times", r.Time), ("figures", r.Figure), ("parties", r.Party), ("claims", r.Claim)):
        keys = _core_reader(cls)[0]
        out[name] = [{key: part[key] for key in keys} for part in data.get(name, ())]
    out["causes"] = list(data.get("causes", ()))
    out["camket"] = _extras(data)
    return out


_OURS = ("verdict_in_document", "criteria", "probabilities", "abstain", "reasons", "findings")


def _extras(data: Mapping[str, Any]) -> dict[str, Any]:
    """What camket adds to the guidelines' record; what is empty is left out."""
    extras: dict[str, Any] = {name: value for name in _OURS if (value := data.get(name)) or value is False}
    if "criteria" in extras:
        extras["score"] = sum([r.POINTS[criterion["state"]] for criterion in extras["criteria"]])
    if "probabilities" in extras:
        extras["probabilities"] = {k: round(v, 6) for k, v in extras["probabilities"].items()}
    return extras
