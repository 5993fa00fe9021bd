"""Act and target of many items at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from camket.scoring import store
from camket.scoring.features import item_row
from camket.scoring.observed import Observed

FAMILY = "acts"


@dataclass(frozen=True, slots=True)
class ActDecision:
    """Most probable act, whether the item would have a target as a commitment, and the probabilities."""

    act: str
    target: bool
    probabilities: dict[str, float]


def decide(batch: Sequence[Observed]) -> list[ActDecision]:
    """Act and target of each item."""
    if not batch:
        return []
    family = store.load(FAMILY)
    matrix = family.vectoriser.transform([item_row(one, family.vectoriser.index) for one in batch])
    act, target = family.models["act"], family.models["target"]
    yes = target.classes.index("yes")
    rows = zip(act.probabilities(matrix), target.probabilities(matrix)[:, yes], strict=True)
    return [_decision(act.classes, acts, float(t)) for acts, t in rows]


def _decision(names: Sequence[str], acts: np.ndarray, target: float) -> ActDecision:
    probabilities = {f"act={name}": float(p) for name, p in zip(names, acts, strict=True)}
    return ActDecision(names[int(acts.argmax())], target >= 0.5, {**probabilities, "target": target})
