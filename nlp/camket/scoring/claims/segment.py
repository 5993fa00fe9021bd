"""Cut many items into claims at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from camket.scoring import store
from camket.scoring.claims.candidates import Candidate, find_candidates
from camket.scoring.claims.chunks import Chunk, cut
from camket.scoring.claims.decode import STATES, run_chances
from camket.scoring.claims.features import Part, Setting, chunk_rows, parts, settings, transition_row
from camket.scoring.claims.spans import Key, span_features, span_keys
from camket.scoring.claims.view import View, view
from camket.scoring.observed import Observed
from camket.scoring.scorer import Scorer

FAMILY = "claims_segment"
# Models of a chunk's own features and of its neighbours', of what stands before it, and of whole claims.
CHUNK_MODELS = ("own", "before", "behind")
FOLLOWS, SPAN = "follows", "span"
# Runs less likely than this are not looked at.
LEAST = 0.2


class Cutter:
    """A model that cuts, with the sums of its weights that repeat.

    Parameters
    ----------
    family : Family
        Models of :data:`CHUNK_MODELS`, of what follows what, and of whole claims.
    """

    def __init__(self, family: store.Family) -> None:
        self.family = family
        self.scorer = Scorer(family.vectoriser, {name: family.models[name] for name in CHUNK_MODELS})
        self._added: dict[Setting, np.ndarray] = {}
        self._weights: dict[Key, float] = {}

    def candidates(self, batch: Sequence[Observed], least: float = LEAST) -> list[tuple[View, list[Candidate]]]:
        """Runs of each item that may be claims, with the item as the claim models see it."""
        views = [view(observed, self.family.vectoriser.index) for observed in batch]
        chunks = [cut(observed.source.syllables) for observed in batch]
        inside = [parts(v, c) for v, c in zip(views, chunks, strict=True)]
        scores = self._chunk_scores(views, chunks, inside)
        return [(v, self._found(v, c, i, s, least)) for v, c, i, s in zip(views, chunks, inside, scores, strict=True)]

    def _found(
        self, view: View, chunks: Sequence[Chunk], inside: Sequence[Part], own: np.ndarray, least: float
    ) -> list[Candidate]:
        if not chunks:
            return []
        added = np.stack([self._adds(s) for s in settings(chunks, inside)])
        keys = span_keys(chunks, [part.held() for part in inside])
        spans = [self._weight(content) + self._weight(edges) for content, edges in keys]
        return find_candidates(view.observed.source.syllables, chunks, run_chances(own, added, spans), least)

    def _chunk_scores(
        self, views: Sequence[View], chunks: Sequence[Sequence[Chunk]], inside: Sequence[Sequence[Part]]
    ) -> list[np.ndarray]:
        """Scores of each item's chunks for each tag, shape (n_chunks, 3): own features and those of the neighbours."""
        rows = [row for v, c, i in zip(views, chunks, inside, strict=True) for row in chunk_rows(v, c, i)]
        lengths = [len(c) for c in chunks]
        own, before, behind = map(self.scorer.scores(rows).__getitem__, CHUNK_MODELS)
        total = own + shift(before, lengths, 1) + shift(behind, lengths, -1)
        return np.split(total, np.cumsum(lengths)[:-1])

    def _adds(self, setting: Setting) -> np.ndarray:
        """What each state before adds to each tag, shape (3, 3): looked up, since settings repeat."""
        if setting not in self._added:
            rows = [transition_row(state, setting).evidence for state in STATES]
            self._added[setting] = np.array([self._sum(FOLLOWS, row) for row in rows])
        return self._added[setting]

    def _weight(self, key: Key) -> float:
        """Score of a group of facts on a run of chunks: looked up, since groups repeat."""
        found = self._weights.get(key)
        if found is None:
            found = self._weights[key] = float(self._sum(SPAN, span_features(key))[0])
        return found

    def _sum(self, name: str, evidence: Sequence[tuple[str, object]]) -> np.ndarray:
        vectoriser = self.family.vectoriser
        first, weights = len(vectoriser.index), self.family.models[name].weights
        places = [vectoriser.known(feature, -1) for feature in evidence]
        total: np.ndarray = weights[[first + place for place in places if place >= 0]].sum(axis=0, dtype=np.float64)
        return total


def candidates(batch: Sequence[Observed]) -> list[tuple[View, list[Candidate]]]:
    """What may be claims in each item, by the shipped model; see :meth:`Cutter.candidates`."""
    return _cutter().candidates(batch)


@cache
def _cutter() -> Cutter:
    return Cutter(store.load(FAMILY))


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
