"""Fit the model that cuts items into claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from threadpoolctl import threadpool_limits

from camket.scoring import store
from camket.scoring.claims.chunks import cut
from camket.scoring.claims.decode import BEGIN, INSIDE, OUTSIDE, STATES, TAGS
from camket.scoring.claims.features import MAKERS as CHUNK_MAKERS
from camket.scoring.claims.features import parts, settings, tell_chunks, transition_row
from camket.scoring.claims.groups import Kept
from camket.scoring.claims.segment import CHUNK_MODELS, FOLLOWS, SPAN, shift
from camket.scoring.claims.spans import ToldRuns
from camket.scoring.claims.view import view
from camket.scoring.linear import LinearModel
from camket.scoring.observed import Observed
from camket.scoring.vectoriser import Row, Vectoriser
from camket.scoring.words import WordIndex
from camket.training.lattice import Lattice

MIN_COUNT, MIN_SPAN_COUNT = 2, 5
# Variance of each group's weights, chosen by cross-validation over the training split's documents.
STRENGTH = {"chunk": 0.1, FOLLOWS: 1.0, SPAN: 0.3}
ITERATIONS = 70


@dataclass
class Cuts:
    """Items with the labelled cut into claims.

    ``chunks``, ``after`` (three rows a chunk, one for each state before) and ``spans`` (a row a run) are the rows,
    ``tags`` the labelled tag of each chunk.
    """

    chunks: list[Row] = field(default_factory=list)
    after: list[Row] = field(default_factory=list)
    spans: list[Row] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    def add(self, one: Observed, index: WordIndex, tags: Sequence[str]) -> None:
        """Append an item that has at least one chunk."""
        seen, chunks = view(one, index), cut(one.source.syllables)
        inside = parts(seen, chunks)
        told, runs = Kept(CHUNK_MAKERS), Kept({})
        tell_chunks(told, seen, chunks, inside)
        ToldRuns(runs).read(chunks, inside)
        self.chunks += [Row([], row) for row in told.rows]
        self.spans += [Row([], row) for row in runs.rows]
        self.after += [transition_row(state, s) for s in settings(chunks, inside) for state in STATES]
        self.tags += tags
        self.lengths.append(len(chunks))


def fit_segments(cuts: Cuts, index: WordIndex) -> store.Family:
    """Fit by conditional maximum likelihood with an L2 penalty (L-BFGS)."""
    vectoriser = _vectoriser(cuts, index)
    own = vectoriser.transform(cuts.chunks)
    chunk = hstack([own, *(_shifted(own, cuts.lengths, step) for step in (1, -1))], format="csr")
    after, follow_columns = _used(vectoriser.transform(cuts.after))
    spans, span_columns = _used(vectoriser.transform(cuts.spans))
    problem = Problem(cuts, chunk, after, spans)
    # The order of sums depends on the number of threads, and the bytes of the weights on it.
    with threadpool_limits(1):
        weights, bias, follows, span = problem.solve()
    n = len(vectoriser)
    models = {name: LinearModel(TAGS, weights[i * n : (i + 1) * n], np.zeros(3)) for i, name in enumerate(CHUNK_MODELS)}
    models["own"] = LinearModel(TAGS, models["own"].weights, bias)
    models[FOLLOWS] = LinearModel(TAGS, _spread(follows, follow_columns, n), np.zeros(3))
    models[SPAN] = LinearModel(("claim",), _spread(span[:, None], span_columns, n), np.zeros(1))
    return store.Family(vectoriser, models, {"rows": len(cuts.chunks)})


def _vectoriser(cuts: Cuts, index: WordIndex) -> Vectoriser:
    common = Vectoriser.fit(index, cuts.chunks, MIN_COUNT).evidence
    follows = Vectoriser.fit(index, cuts.after, MIN_COUNT).evidence
    spans = Vectoriser.fit(index, cuts.spans, MIN_SPAN_COUNT).evidence
    return Vectoriser(index, [*common, *follows, *spans])


def _shifted(matrix: csr_matrix, lengths: Sequence[int], step: int) -> csr_matrix:
    """The rows of each chunk's neighbour, empty at the edge of an item."""
    places = shift(np.arange(1, matrix.shape[0] + 1, dtype=float)[:, None], lengths, step).ravel().astype(int)
    kept = places > 0
    chosen = csr_matrix(
        (np.ones(kept.sum(), dtype=np.float32), (np.flatnonzero(kept), places[kept] - 1)),
        shape=(len(places), matrix.shape[0]),
    )
    return chosen @ matrix


def _used(matrix: csr_matrix) -> tuple[csr_matrix, np.ndarray]:
    """The columns that are not empty, and which they are."""
    columns = np.unique(matrix.indices)
    return matrix[:, columns].astype(np.float64), columns


def _spread(weights: np.ndarray, columns: np.ndarray, n: int) -> np.ndarray:
    full = np.zeros((n, weights.shape[1]), dtype=np.float32)
    full[columns] = weights
    return full


class Problem:
    """The loss of a weight vector, and its gradient."""

    def __init__(self, cuts: Cuts, chunk: csr_matrix, after: csr_matrix, spans: csr_matrix) -> None:
        self.lattice = Lattice(cuts.lengths)
        self.chunk, self.after, self.spans = chunk.astype(np.float64), after, spans
        self.turned = [matrix.T.tocsr() for matrix in (self.chunk, self.after, self.spans)]
        self.tags = np.array([TAGS.index(tag) for tag in cuts.tags])
        self.before = self._states_before()
        self.claims = self._labelled_runs()
        # Sizes of the weight groups: chunk features, bias, transitions, runs.
        self.sizes = np.cumsum([chunk.shape[1] * 3, 3, after.shape[1] * 3, spans.shape[1]])
        n = np.diff([0, *self.sizes])
        self.penalty = np.repeat([1 / STRENGTH["chunk"], 0, 1 / STRENGTH[FOLLOWS], 1 / STRENGTH[SPAN]], n)

    def solve(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Weights of chunk features (n, 3), bias (3,), weights of transitions (n, 3) and of runs (n,)."""
        found = minimize(
            self.loss, np.zeros(self.sizes[-1]), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}
        )
        return self._split(found.x)

    def loss(self, theta: np.ndarray) -> tuple[float, np.ndarray]:
        """Penalised negative log likelihood and its gradient."""
        weights, bias, follows, span = self._split(theta)
        own, runs = self.chunk @ weights + bias, self.spans @ span
        added = (self.after @ follows).reshape(-1, 3, 3)
        total, outside, begin, claim = self.lattice.marginals(own, added, runs)
        rows = np.arange(len(self.tags))
        truth = np.zeros((len(rows), 3, 3))
        truth[rows, self.before, self.tags] = 1
        expected = np.zeros_like(truth)
        expected[:, :, 0], expected[:, :, 1] = outside, begin
        expected[:, 2, 2] = 1 - outside.sum(axis=1) - begin.sum(axis=1)
        error = expected - truth
        score = (own * truth.sum(axis=1)).sum() + (added * truth).sum() + runs[self.claims].sum()
        by_chunk = error.sum(axis=1)
        gradient = np.concatenate([
            (self.turned[0] @ by_chunk).ravel(), by_chunk.sum(axis=0), (self.turned[1] @ error.reshape(-1, 3)).ravel(),
            self.turned[2] @ (claim - self.claims),
        ])  # fmt: skip
        return total - score + float((self.penalty * theta**2).sum()) / 2, gradient + self.penalty * theta

    def _split(self, theta: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        weights, bias, follows, span = np.split(theta, self.sizes[:-1])
        return weights.reshape(-1, 3), bias, follows.reshape(-1, 3), span

    def _states_before(self) -> np.ndarray:
        """Index of the state each chunk stands after: start, outside, claim."""
        states = np.where(np.roll(self.tags, 1) == TAGS.index(OUTSIDE), 1, 2)
        states[self.lattice.place == 0] = 0
        return states

    def _labelled_runs(self) -> np.ndarray:
        """Whether each run is a labelled claim."""
        begin, inside = (TAGS.index(tag) for tag in (BEGIN, INSIDE))
        goes_on = np.append(self.tags[1:] == inside, False) & np.append(self.lattice.place[1:] > 0, False)
        # Where the claim that holds a chunk ends: the chunk itself unless it goes on.
        last = np.arange(len(self.tags))
        for i in range(len(last) - 2, -1, -1):
            if goes_on[i]:
                last[i] = last[i + 1]
        starts = np.flatnonzero(self.tags == begin)
        labelled = set(zip(starts.tolist(), last[starts].tolist(), strict=True))
        offsets = np.concatenate([[0], np.cumsum(self.lattice.lengths)])[self.lattice.run_item]
        firsts, lasts = offsets + self.lattice.run_first, offsets + self.lattice.run_last
        return np.array([pair in labelled for pair in zip(firsts.tolist(), lasts.tolist(), strict=True)])
