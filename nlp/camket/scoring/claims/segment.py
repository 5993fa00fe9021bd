"""Cut many items into claims at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import Final

import numpy as np

from camket.scoring import store
from camket.scoring.claims.candidates import Candidate, find_candidates
from camket.scoring.claims.chunks import cut
from camket.scoring.claims.decode import STATES, TAGS, run_chances
from camket.scoring.claims.features import MAKERS as CHUNK_MAKERS
from camket.scoring.claims.features import Setting, parts, settings, tell_chunks, transition_row
from camket.scoring.claims.groups import Adder, Sums
from camket.scoring.claims.spans import RunSums, run_weights
from camket.scoring.claims.view import View, view
from camket.scoring.observed import Observed

FAMILY: Final = "claims_segment"
# Models of a chunk's own features and of its neighbours', of what stands before it, and of whole claims.
CHUNK_MODELS: Final = ("own", "before", "behind")
FOLLOWS: Final = "follows"
SPAN: Final = "span"
# Runs less likely than this are not looked at.
LEAST: Final = 0.2


class Cutter:
    """A model that cuts, with the sums of its weights that repeat.

    Parameters
    ----------
    family : Family
        Models of :data:`CHUNK_MODELS`, of what follows what, and of whole claims.
    """

    def __init__(self, family: store.Family) -> None:
        self.family = family
        self._sums = Sums(family.vectoriser, [family.models[name] for name in CHUNK_MODELS], CHUNK_MAKERS)
        self._runs = RunSums(Sums(family.vectoriser, [family.models[SPAN]], {}))
        # What each state before adds to each tag, by the place of the setting.
        self._places: dict[Setting, int] = {}
        self._added = np.zeros((0, len(STATES), len(TAGS)))
        self._adding = Lock()

    def candidates(self, batch: Sequence[Observed], least: float = LEAST) -> list[tuple[View, list[Candidate]]]:
        """Runs of each item that may be claims, with the item as the claim models see it."""
        if not batch:
            return []
        views = [view(observed, self.family.vectoriser.index) for observed in batch]
        chunks = [cut(observed.source.syllables) for observed in batch]
        inside = [parts(v, c) for v, c in zip(views, chunks, strict=True)]
        each = list(zip(views, chunks, inside, strict=True))
        adder = Adder(self._sums)
        for one in each:
            tell_chunks(adder, *one)
        added = [self._place(setting) for _, c, i in each for setting in settings(c, i)]
        weights = self._weights(adder.rows, added, [len(c) for c in chunks])
        found, start = [], 0
        for seen, cuts, held in each:
            end = start + len(cuts)
            chances = run_chances(weights[start:end], run_weights(cuts, held, self._runs))
            found.append((seen, find_candidates(seen.observed.source.syllables, cuts, chances, least)))
            start = end
        return found

    def _weights(self, totals: Sequence[int], added: Sequence[int], lengths: Sequence[int]) -> list[list[list[float]]]:
        """Exponentials of each chunk's score for each tag after each state, its own and its neighbours' features."""
        if not totals:
            return []
        scores = self._sums.scores(totals)
        own, before, behind = scores[:, :3], scores[:, 3:6], scores[:, 6:]
        total = own + shift(before, lengths, 1) + shift(behind, lengths, -1)
        total = total[:, None, :] + self._added[added]
        # One constant a chunk is in every cut alike.
        found: list[list[list[float]]] = np.exp(total - total.max(axis=(1, 2), keepdims=True)).tolist()
        return found

    def _place(self, setting: Setting) -> int:
        """Where it stands what each state before adds to each tag, shape (3, 3): found once, since settings repeat."""
        place = self._places.get(setting)
        if place is None:
            rows = [transition_row(state, setting) for state in STATES]
            scores = self.family.models[FOLLOWS].scores(self.family.vectoriser.transform(rows))
            with self._adding:
                place = len(self._added)
                self._added = np.concatenate([self._added, scores[None]])
                self._places[setting] = place
        return place


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
