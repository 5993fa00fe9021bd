"""How sure camket was of each judgement, and whether it was right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from camket.convert import core_dicts
from camket.evaluation.matching import pairs
from camket.records import Annotation
from camket.scoring.acts import SURE
from camket.scoring.causes import SURE as CAUSE_SURE


@dataclass(frozen=True)
class Judged:
    """Confidence, whether it was right, and whether it was below the bound for a person to look."""

    confidences: list[float]
    right: list[bool]
    unsure: list[bool]


def judged(gold: Sequence[Mapping[str, Any]], annotations: Sequence[Annotation], field: str) -> Judged:
    """Judgements of one field: "act", "target", "causes" (each one named) or "result" (of claims whose span is right).

    Parameters
    ----------
    gold : sequence of dict
        Labelled records.
    annotations : sequence of Annotation
        In the same order.
    field : str
        What was judged.
    """
    found: list[tuple[float, bool, bool]] = []
    for record, annotation in zip(gold, annotations, strict=True):
        judgement = annotation.judgement
        if field == "act":
            sure = judgement.probabilities[f"act={judgement.act}"]
            found.append((sure, judgement.act == record["act"], judgement.abstain))
        elif field == "target" and judgement.target is not None and record["target"] is not None:
            yes = judgement.probabilities["target"]
            found.append((max(yes, 1 - yes), judgement.target == record["target"], judgement.abstain))
        elif field == "causes":
            found += _causes(record["causes"], annotation)
        elif field == "result":
            found += _results(record["claims"], annotation)
    return Judged(*(list(column) for column in zip(*found, strict=True))) if found else Judged([], [], [])


def _causes(labelled: Sequence[str], annotation: Annotation) -> list[tuple[float, bool, bool]]:
    sure = {name: p for name, p in annotation.judgement.probabilities.items() if name.startswith("cause=")}
    return [(p, name.removeprefix("cause=") in labelled, p < CAUSE_SURE) for name, p in sure.items()]


def _results(labelled: Sequence[Mapping[str, Any]], annotation: Annotation) -> list[tuple[float, bool, bool]]:
    claims = annotation.evidence.claims
    given = [part | {"probability": claim.probability} for part, claim in zip(core_dicts(claims), claims, strict=True)]
    return [(b["probability"], a["result"] == b["result"], b["probability"] < SURE) for a, b in pairs(labelled, given)]
