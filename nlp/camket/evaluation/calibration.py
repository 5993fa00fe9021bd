"""Whether probabilities mean what they say: of all judgements given 0.8, eight in ten should be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Judgements whose confidence lies in one tenth: mean confidence, share that is right, number."""

    confidence: float
    accuracy: float
    count: int


def reliability(confidences: Sequence[float], right: Sequence[bool], bins: int = BINS) -> list[Bin]:
    """Bins of equal width, from the least sure to the surest; empty ones are left out.

    Examples
    --------
    >>> reliability([0.55, 0.95, 0.95, 0.95, 0.95], [False, True, True, True, True])
    [Bin(confidence=0.55, accuracy=0.0, count=1), Bin(confidence=0.95, accuracy=1.0, count=4)]
    """
    sure, hit = np.asarray(confidences, dtype=float), np.asarray(right, dtype=float)
    place = np.minimum((sure * bins).astype(int), bins - 1)
    chosen = [place == i for i in range(bins)]
    return [Bin(float(sure[c].mean()), float(hit[c].mean()), int(c.sum())) for c in chosen if c.any()]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error (Naeini, Cooper & Hauskrecht 2015): mean gap, weighted by the size of the bins.

    Examples
    --------
    >>> round(calibration_error([Bin(0.55, 0.5, 2), Bin(0.95, 1.0, 8)]), 3)
    0.05
    """
    total = sum(found.count for found in bins)
    return sum(found.count * abs(found.confidence - found.accuracy) for found in bins) / total if total else 0.0
