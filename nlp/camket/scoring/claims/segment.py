"""Cut many items into claims at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from scipy.sparse import csr_matrix, hstack

from camket.scoring import store
from camket.scoring.claims.chunks import Chunk, cut, trim
from camket.scoring.claims.decode import START, TAGS, best_path, spans
from camket.scoring.claims.features import Setting, View, chunk_rows, settings, transition_row, view
from camket.scoring.observed import Observed

FAMILY = "claims_segment"
TokenRange = tuple[int, int]


def segment(batch: Sequence[Observed]) -> list[tuple[View, list[TokenRange]]]:
    """Token ranges of the claims of each item, with the item as the claim models see it."""
    family = store.load(FAMILY)
    views = [view(observed, family.vectoriser.index) for observed in batch]
    chunks = [cut(observed.source.syllables) for observed in batch]
    scores = _scores(family, views, chunks)
    return [(v, _ranges(v, c, s)) for v, c, s in zip(views, chunks, scores, strict=True)]


def _ranges(view: View, chunks: Sequence[Chunk], scores: np.ndarray) -> list[TokenRange]:
    if not chunks:
        return []
    return [trim(view.observed.source.syllables, *span) for span in spans(chunks, best_path(scores))]


def _scores(family: store.Family, views: Sequence[View], chunks: Sequence[Sequence[Chunk]]) -> list[np.ndarray]:
    """Scores of shape (n_chunks, 3, 3) for each item: own and neighbours' features once, and what each tag before adds."""
    rows = [row for v, c in zip(views, chunks, strict=True) for row in chunk_rows(v, c)]
    if not rows:
        return [np.zeros((0, 3, 3))] * len(views)
    model, vectoriser = family.models["tag"], family.vectoriser
    order = [model.classes.index(tag) for tag in TAGS]
    lengths = [len(c) for c in chunks]
    own, before, behind = np.split(model.weights[:, order], 3)
    matrix = vectoriser.transform(rows)
    base = matrix @ own + shift(matrix @ before, lengths, 1) + shift(matrix @ behind, lengths, -1) + model.bias[order]
    added = np.stack([_added(i > 0, s) for v, c in zip(views, chunks, strict=True) for i, s in enumerate(settings(v, c))])
    return np.split(base[:, None, :] + added, np.cumsum(lengths)[:-1])


@cache
def _added(follows: bool, setting: Setting) -> np.ndarray:
    """What each tag before adds to each tag, shape (3, 3): looked up, since settings repeat."""
    family = store.load(FAMILY)
    model = family.models["tag"]
    order = [model.classes.index(tag) for tag in TAGS]
    rows = [transition_row(tag if follows else START, setting) for tag in TAGS]
    return family.vectoriser.transform(rows) @ model.weights[: len(family.vectoriser), order]


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


def training_matrix(matrix: csr_matrix, after: csr_matrix, lengths: Sequence[int]) -> csr_matrix:
    """Own, previous and next features side by side, as :func:`_scores` weighs them.

    The tag before (``after``) belongs to a chunk's own features only: the next chunk's would give its own tag away.

    Examples
    --------
    >>> training_matrix(csr_matrix([[1.0], [2.0]]), csr_matrix([[0.0], [0.0]]), [2]).toarray().tolist()
    [[1.0, 0.0, 2.0], [2.0, 1.0, 0.0]]
    """
    place = np.arange(1, matrix.shape[0] + 1, dtype=float)[:, None]
    blocks = [matrix + after]
    for step in (1, -1):
        neighbours = shift(place, lengths, step).ravel().astype(int)
        blocks.append(_rows_or_zero(matrix, neighbours))
    return hstack(blocks, format="csr")


def _rows_or_zero(matrix: csr_matrix, places: np.ndarray) -> csr_matrix:
    """Rows by place from 1; place 0 is an empty row."""
    chosen = csr_matrix(
        (np.ones((places > 0).sum(), dtype=np.float32), (np.flatnonzero(places > 0), places[places > 0] - 1)),
        shape=(len(places), matrix.shape[0]),
    )
    return chosen @ matrix
