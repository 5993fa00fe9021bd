"""Tasks of labelling: which items are least certain, and the record that an answer makes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from camket.labelling import Candidate
    from camket.records import Claim, Result, Timing


def rank_items(report: str, path: str, number: int) -> dict[str, Any]:
    """The least certain items of a report that have no label yet, and how many there are in all."""
    from camket.labelling import Store

    candidates = _candidates(report)
    done = Store(Path(path)).load()
    left = [one for one in candidates if one.id not in done]
    return {"left": len(left), "done": len(candidates) - len(left), "items": [_shown(c) for c in left[:number]]}


def _candidates(report: str) -> list[Candidate]:
    from camket.convert import from_dict
    from camket.labelling import rank
    from camket.records import Report

    return rank(from_dict(Report, json.loads(report)).annotations)


def _shown(candidate: Candidate) -> dict[str, Any]:
    annotation = candidate.annotation
    item, judgement = annotation.item, annotation.judgement
    claims = [
        {"text": item.text[c.start : c.end], "result": c.result, "timing": c.timing} for c in annotation.evidence.claims
    ]
    return {
        "id": candidate.id, "text": item.text, "label": item.label, "headings": list(item.headings), "kind": item.kind,
        "act": judgement.act, "target": judgement.target, "claims": claims, "confidence": candidate.confidence,
        "date": item.date.isoformat() if item.date else "",
    }  # fmt: skip


def give_label(report: str, path: str, answer: Mapping[str, Any]) -> bool:
    """Append the label of an item; whether the report has such an item.

    ``answer`` holds ``id``, ``act``, ``target``, ``by``, and ``claims``: result and timing of each reported thing in
    order, or None where nobody was asked.
    """
    from camket.labelling import Store, make_label

    candidate = next((one for one in _candidates(report) if one.id == answer["id"]), None)
    if candidate is None:
        return False
    claims = _claims(candidate, answer["claims"])
    Store(Path(path)).append(make_label(candidate, answer["act"], answer["target"], claims, by=answer["by"]))
    return True


def _claims(candidate: Candidate, told: Sequence[tuple[Result, Timing]] | None) -> list[Claim] | None:
    found = candidate.annotation.evidence.claims
    if told is None or len(told) != len(found):
        return None
    return [replace(c, result=result, timing=timing) for c, (result, timing) in zip(found, told, strict=True)]
