"""Find the claims of many items at once."""

from __future__ import annotations

from collections.abc import Sequence

from camket.records import Claim
from camket.scoring import store
from camket.scoring.claims.labels import claim_rows
from camket.scoring.claims.segment import TokenRange, segment
from camket.scoring.observed import Observed
from camket.scoring.vectoriser import Row

FAMILY = "claims_label"
Label = tuple[str, str, bool, float]


def find_claims(batch: Sequence[Observed]) -> list[tuple[Claim, ...]]:
    """Claims of each item of a batch, in order, without overlaps; only items whose act is "claim" have any.

    Parameters
    ----------
    batch : sequence of Observed
        Items with their act and final evidence.
    """
    claiming = [one for one in batch if one.act == "claim"]
    segmented = segment(claiming) if claiming else []
    labels = iter(_label([row for view, ranges in segmented for row in claim_rows(view, ranges)]))
    found = iter([tuple(_claim(v.observed, span, next(labels)) for span in ranges) for v, ranges in segmented])
    return [next(found) if one.act == "claim" else () for one in batch]


def _label(rows: Sequence[Row]) -> list[Label]:
    """Result, timing, estimated and the result's probability of each claim."""
    if not rows:
        return []
    family = store.load(FAMILY)
    names = ("result", "timing", "estimated")
    found = family.scorer.probabilities(rows)
    result, timing, estimated = (family.models[name] for name in names)
    results, timings, estimates = (found[name] for name in names)
    best = zip(results.argmax(axis=1), timings.argmax(axis=1), estimates.argmax(axis=1), strict=True)
    return [
        (result.classes[r], timing.classes[t], estimated.classes[e] == "yes", float(results[i, r]))
        for i, (r, t, e) in enumerate(best)
    ]


def _claim(observed: Observed, span: TokenRange, label: Label) -> Claim:
    start, end = observed.source.syllables.span(*span)
    result, timing, estimated, probability = label
    cues = tuple(c for c in observed.cues if start <= c.start < end)
    return Claim(start, end, result, timing, estimated, probability, cues)  # type: ignore[arg-type]
