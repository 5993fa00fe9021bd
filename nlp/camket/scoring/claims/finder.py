"""Find the claims of many items at once."""

from __future__ import annotations

from collections.abc import Sequence

from camket.records import Claim
from camket.scoring import store
from camket.scoring.claims.features import claim_features
from camket.scoring.claims.segment import segment
from camket.scoring.claims.states import find_states
from camket.scoring.observed import Observed


def find_claims(batch: Sequence[Observed], acts: Sequence[str]) -> list[tuple[Claim, ...]]:
    """Claims of each item of a batch, in order, without overlaps.

    Parameters
    ----------
    batch : sequence of Observed
        Items with final evidence.
    acts : sequence of str
        Act of each item.
    """
    ranges = segment(batch, acts)
    rows = [row for one, act, found in zip(batch, acts, ranges, strict=True) for row in claim_rows(one, found, act)]
    labels = iter(_label(rows))
    return [
        tuple(_claim(observed, span, next(labels)) for span in found)
        for observed, found in zip(batch, ranges, strict=True)
    ]


def claim_rows(observed: Observed, found: Sequence[tuple[int, int]], act: str) -> list[list[str]]:
    """Feature rows of an item's claims, given as token ranges."""
    states = find_states(observed.source.syllables) if found else []
    return [claim_features(observed, span, i, act, states) for i, span in enumerate(found)]


def _label(rows: Sequence[Sequence[str]]) -> list[tuple[str, str, bool, float]]:
    """Result, timing, estimated and the result's probability of each claim."""
    if not rows:
        return []
    vectoriser, models, _ = store.load("claims_label")
    matrix = vectoriser.transform(rows)
    out = {name: models[name].probabilities(matrix) for name in ("result", "timing", "estimated")}
    best = {name: p.argmax(axis=1) for name, p in out.items()}
    return [
        (
            models["result"].classes[best["result"][i]],
            models["timing"].classes[best["timing"][i]],
            models["estimated"].classes[best["estimated"][i]] == "yes",
            float(out["result"][i, best["result"][i]]),
        )
        for i in range(len(rows))
    ]


def _claim(observed: Observed, span: tuple[int, int], label: tuple[str, str, bool, float]) -> Claim:
    start, end = observed.source.syllables.span(*span)
    result, timing, estimated, probability = label
    cues = tuple(c for c in observed.cues if start <= c.start < end)
    return Claim(start, end, result, timing, estimated, probability, cues)  # type: ignore[arg-type]
