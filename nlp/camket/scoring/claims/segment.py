"""Cut many items into claims at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from camket.scoring import store
from camket.scoring.claims.chunks import Chunk, cut, trim
from camket.scoring.claims.decode import STATES, best_run, best_runs
from camket.scoring.claims.features import Part, Setting, chunk_rows, parts, settings, transition_row
from camket.scoring.claims.spans import Key, span_features, span_keys
from camket.scoring.claims.view import View, view
from camket.scoring.observed import Observed
from camket.scoring.scorer import Scorer

FAMILY = "claims_segment"
# Models of a chunk's own features and of its neighbours', of what stands before it, and of whole claims.
CHUNK_MODELS = ("own", "before", "behind")
FOLLOWS, SPAN = "follows", "span"
TokenRange = tuple[int, int]


def segment(batch: Sequence[Observed]) -> list[tuple[View, list[TokenRange]]]:
    """Token ranges of the claims of each item, with the item as the claim models see it."""
    index = store.word_index()
    views = [view(observed, index) for observed in batch]
    chunks = [cut(observed.source.syllables) for observed in batch]
    inside = [parts(v, c) for v, c in zip(views, chunks, strict=True)]
    scores = _chunk_scores(views, chunks, inside)
    return [(v, _ranges(v, c, i, s)) for v, c, i, s in zip(views, chunks, inside, scores, strict=True)]


def _ranges(view: View, chunks: Sequence[Chunk], inside: Sequence[Part], own: np.ndarray) -> list[TokenRange]:
    if not chunks:
        return []
    added = np.stack([_added(s) for s in settings(chunks, inside)])
    spans = [sum(map(_weight, keys)) for keys in span_keys(chunks, [part.held() for part in inside])]
    # An item that claims holds a claim, however little its chunks look like one.
    runs = best_runs(own, added, spans) or [best_run(own, added, spans)]
    return [trim(view.observed.source.syllables, chunks[a].first, chunks[b].last) for a, b in runs]


@cache
def _scorer() -> Scorer:
    family = store.load(FAMILY)
    return Scorer(family.vectoriser, {name: family.models[name] for name in CHUNK_MODELS})


def _chunk_scores(
    views: Sequence[View], chunks: Sequence[Sequence[Chunk]], inside: Sequence[Sequence[Part]]
) -> list[np.ndarray]:
    """Scores of each item's chunks for each tag, shape (n_chunks, 3): own features and those of the neighbours."""
    rows = [row for v, c, i in zip(views, chunks, inside, strict=True) for row in chunk_rows(v, c, i)]
    lengths = [len(c) for c in chunks]
    own, before, behind = map(_scorer().scores(rows).__getitem__, CHUNK_MODELS)
    total = own + shift(before, lengths, 1) + shift(behind, lengths, -1)
    return np.split(total, np.cumsum(lengths)[:-1])


@cache
def _added(setting: Setting) -> np.ndarray:
    """What each state before adds to each tag, shape (3, 3): looked up, since settings repeat."""
    return np.array([_sum(FOLLOWS, transition_row(state, setting).evidence) for state in STATES])


@cache
def _weight(key: Key) -> float:
    """Score of a group of facts on a run of chunks: looked up, since groups repeat."""
    return float(_sum(SPAN, span_features(key))[0])


def _sum(name: str, evidence: Sequence[tuple[str, object]]) -> np.ndarray:
    family = store.load(FAMILY)
    first, weights = len(family.vectoriser.index), family.models[name].weights
    places = [family.vectoriser.known(feature, -1) for feature in evidence]
    total: np.ndarray = weights[[first + place for place in places if place >= 0]].sum(axis=0, dtype=np.float64)
    return total


def shift(values: np.ndarray, lengths: Sequence[int], step: int) -> np.ndarray:
    """Values of each chunk's neighbour: of the one before (step 1) or behind (-1); zero at the edge of an item.

    Examples
    --------
    >>> shift(np.array([[1.0], [2.0], [3.0]]), [2, 1], 1).ravel().tolist()
    [0.0, 1.0, 0.0]
    """
    moved = np.zeros_like(values)
    ends = np.cumsum(lengths)
    if step == 1:
        moved[1:] = values[:-1]
        moved[ends[:-1][ends[:-1] < len(values)]] = 0
    else:
        moved[:-1] = values[1:]
        moved[ends[ends > 0] - 1] = 0
    return moved
