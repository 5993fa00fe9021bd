"""Find the claims of many items at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from camket.records import Claim
from camket.scoring import store
from camket.scoring.claims.chunks import Chunk, cut, trim
from camket.scoring.claims.decode import best_path, spans
from camket.scoring.claims.features import chunk_features, claim_features
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
    ranges = _segment(batch, acts)
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


def _segment(batch: Sequence[Observed], acts: Sequence[str]) -> list[list[tuple[int, int]]]:
    chunks = [cut(observed.source.syllables) for observed in batch]
    rows = [chunk_features(o, c, a) for o, c, a in zip(batch, chunks, acts, strict=True)]
    tags = tag_chunks([row for item in rows for row in item], [len(c) for c in chunks])
    return [_ranges(o, c, t) for o, c, t in zip(batch, chunks, tags, strict=True)]


def tag_chunks(rows: Sequence[Sequence[str]], lengths: Sequence[int]) -> list[list[str]]:
    """Tags of the chunks of several items, given all their feature rows in one list and each item's count."""
    vectoriser, models, _ = store.load("claims_segment")
    probabilities = models["tag"].probabilities(vectoriser.transform(rows)) if rows else np.zeros((0, 3))
    ends = list(accumulate(lengths))
    classes = models["tag"].classes
    return [best_path(probabilities[end - n : end], classes) if n else [] for n, end in zip(lengths, ends, strict=True)]


def _ranges(observed: Observed, chunks: Sequence[Chunk], tags: Sequence[str]) -> list[tuple[int, int]]:
    return [trim(observed.source.syllables, *span) for span in spans(chunks, tags)]


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
