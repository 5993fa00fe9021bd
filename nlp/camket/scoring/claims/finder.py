"""Find the claims of many items at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from camket.records import Claim
from camket.scoring import store
from camket.scoring.claims.candidates import Candidate, TokenRange
from camket.scoring.claims.decode import best_set
from camket.scoring.claims.labels import claim_rows
from camket.scoring.claims.segment import candidates
from camket.scoring.claims.view import View
from camket.scoring.observed import Observed
from camket.scoring.vectoriser import Row

FAMILY = "claims_label"
# The class of what only looks like a claim.
NO_CLAIM = "-"
# F1 grows by naming what is right with a probability above half of the F1 that is reached (Lipton et al. 2014).
_WORTH = 0.35
Label = tuple[str, str, bool, float]


def find_claims(batch: Sequence[Observed]) -> list[tuple[Claim, ...]]:
    """Claims of each item of a batch, in order, without overlaps; only items whose act is "claim" have any.

    Parameters
    ----------
    batch : sequence of Observed
        Items with their act and final evidence.
    """
    claiming = [one for one in batch if one.act == "claim"]
    found = iter(_find(claiming) if claiming else ())
    return [next(found) if one.act == "claim" else () for one in batch]


def _find(claiming: Sequence[Observed]) -> Iterator[tuple[Claim, ...]]:
    looked = candidates(claiming)
    labels, values = _label([row for view, found in looked for row in candidate_rows(view, found)])
    start = 0
    for view, found in looked:
        end = start + len(found)
        # An item that claims holds a claim, however little its chunks look like one.
        chosen = best_set([candidate.run for candidate in found], values[start:end])
        yield tuple(_claim(view.observed, found[i].tokens, labels[start + i]) for i in chosen)
        start = end


def candidate_rows(view: View, found: Sequence[Candidate]) -> list[Row]:
    """Rows of what may be claims: what they say, and how likely they are to be claims."""
    rows = claim_rows(view, [candidate.tokens for candidate in found])
    for row, candidate in zip(rows, found, strict=True):
        row.evidence += candidate.evidence
    return rows


def _label(rows: Sequence[Row]) -> tuple[list[Label], list[float]]:
    """Result, timing, estimated and the result's probability of each candidate, and what naming it is worth."""
    if not rows:
        return [], []
    family = store.load(FAMILY)
    found = family.scorer.probabilities(rows)
    names, sure, claimed = _best(family, found, "result")
    (timings, _, _), (estimates, _, _) = (_best(family, found, name) for name in ("timing", "estimated"))
    labels = [(r, t, e == "yes", p) for r, t, e, p in zip(names, timings, estimates, sure, strict=True)]
    return labels, [p - _WORTH for p in claimed]


def _best(family: store.Family, found: dict[str, np.ndarray], name: str) -> tuple[list[str], list[float], list[float]]:
    """The most probable class of each row if it is a claim, its probability then, and that of being one."""
    classes = family.models[name].classes
    real = [i for i, label in enumerate(classes) if label != NO_CLAIM]
    chances = found[name][:, real]
    claimed = chances.sum(axis=1)
    best = chances.argmax(axis=1)
    sure = chances[np.arange(len(best)), best] / np.maximum(claimed, 1e-9)
    return [classes[real[i]] for i in best.tolist()], sure.tolist(), claimed.tolist()


def _claim(observed: Observed, span: TokenRange, label: Label) -> Claim:
    start, end = observed.source.syllables.span(*span)
    result, timing, estimated, probability = label
    cues = tuple(c for c in observed.cues if start <= c.start < end)
    return Claim(start, end, result, timing, estimated, probability, cues)  # type: ignore[arg-type]
