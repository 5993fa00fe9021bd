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
    found = family.scorer.probabilities([item_row(one, family.vectoriser.index) for one in batch])
    yes = family.models["target"].classes.index("yes")
    names = family.models["act"].classes
    rows = zip(found["act"], found["target"][:, yes].tolist(), strict=True)
    return [_decision(names, acts, target) for acts, target in rows]


def _decision(names: Sequence[str], acts: np.ndarray, target: float) -> ActDecision:
    probabilities = {f"act={name}": float(p) for name, p in zip(names, acts, strict=True)}
    return ActDecision(names[int(acts.argmax())], target >= 0.5, {**probabilities, "target": target})
