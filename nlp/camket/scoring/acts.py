"""Act and target of many items at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from camket.scoring import store


@dataclass(frozen=True, slots=True)
class ActDecision:
    """Most probable act, whether the item would have a target as a commitment, and the probabilities."""

    act: str
    target: bool
    probabilities: dict[str, float]


def decide(rows: Sequence[Sequence[str]]) -> list[ActDecision]:
    """Act and target from the items' feature rows."""
    if not rows:
        return []
    vectoriser, models, _ = store.load("acts")
    matrix = vectoriser.transform(rows)
    acts, targets = models["act"].probabilities(matrix), models["target"].probabilities(matrix)
    yes = models["target"].classes.index("yes")
    names = models["act"].classes
    return [_decision(names, a, float(t)) for a, t in zip(acts, targets[:, yes], strict=True)]


def _decision(names: Sequence[str], acts: np.ndarray, target: float) -> ActDecision:
    probabilities = {f"act={name}": float(p) for name, p in zip(names, acts, strict=True)}
    return ActDecision(names[int(acts.argmax())], target >= 0.5, {**probabilities, "target": target})
