"""A second look at a pair that knows how likely every other pair of the two documents is.

Seen alone, a pair may look like a link; beside a surer answer to the same promise, or a surer promise for the same
answer, it looks less so. Reports mostly follow the order of what was promised, so the sure links around a reported
thing show where its own promise stands. A promise without a target shares few words with its answer and needs both.
"""

from __future__ import annotations

from collections import Counter

import numpy as np

from camket.linking.decide import anchored, is_open, own_marks, values_of
from camket.linking.features import Board
from camket.linking.subject import is_telling

NAMES = (
    "surer_here", "surer_there", "in_order", "from_order", "open", "free", "open_free", "open_left", "open_apart",
    "free_praise", "own_mark", "own_again", "own_words", "own_part", "adrift",
    "own_cover", "own_cover_again",
)  # fmt: skip
_SURE = 0.6  # probability from which a link shows where its neighbours stand
_MOST = 4.0
_FAR = 6  # commitments; beyond it distance says no more


def second_look(board: Board, chances: np.ndarray) -> np.ndarray:
    """Evidence of each pair in the order of :data:`NAMES`.

    Parameters
    ----------
    board : Board
    chances : ndarray of shape (n_commitments, n_reports)
        Probabilities of a first look.

    Returns
    -------
    ndarray of shape (n_commitments * n_reports, n_names)
    """
    here, there = _surest_other(chances), _surest_other(chances.T).T
    between, far = _order(chances)
    free = (1 - here) * (1 - there)
    opened = is_open(board).astype(float)
    praise = np.array([float(r.is_praise) for r in board.reports])[None, :]
    own = own_marks(board) & (values_of(board, "apart") == 0)
    found = (
        here, there, between, far, opened, free, opened * free, opened * (1 - there), opened * free * far,
        free * praise * (values_of(board, "telling") == 0), own, own * here, _own_words(board),
        there * values_of(board, "clause_own"), ~anchored(board),
        cover := _own_cover(board), cover * here,
    )  # fmt: skip
    return np.stack([np.broadcast_to(one, chances.shape).astype(np.float64).ravel() for one in found], axis=1)


def _own_words(board: Board) -> np.ndarray:
    """Weight of the telling words that a report shares with one commitment alone, shape like the board."""
    counts = Counter(name for c in board.commitments for name in {term.name for term in (*c.terms, *c.inner)})
    weights = board.weights
    found = [
        min(_MOST, weights.mass(t for t in cell.terms if counts[t] == 1 and is_telling(t)))
        for cell in board.cells.values()
    ]  # fmt: skip
    return np.array(found).reshape(len(board.commitments), len(board.reports))


def _own_cover(board: Board) -> np.ndarray:
    """Share of the telling words that a commitment has alone which a report has, too; shape like the board."""
    counts = Counter(name for c in board.commitments for name in {term.name for term in (*c.terms, *c.inner)})
    weights = board.weights
    own = [{t.name for t in c.terms if counts[t.name] == 1 and is_telling(t.name)} for c in board.commitments]
    whole = [weights.mass(names) + 1.0 for names in own]
    found = [weights.mass(own[i] & set(cell.terms)) / whole[i] for (i, _), cell in board.cells.items()]
    return np.array(found).reshape(len(board.commitments), len(board.reports))


def _surest_other(chances: np.ndarray) -> np.ndarray:
    """The highest probability in the row of each pair beside its own."""
    if chances.shape[1] < 2:
        return np.zeros_like(chances)
    first, second = np.sort(chances, axis=1)[:, -1:], np.sort(chances, axis=1)[:, -2:-1]
    own = np.arange(chances.shape[1]) == chances.argmax(axis=1)[:, None]
    return np.where(own, second, first)


def _order(chances: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Whether a commitment stands between those of the sure links around a report, and how far from them, 0 to 1."""
    rows = np.arange(len(chances))
    sure = [int(column.argmax()) if column.max() > _SURE else None for column in chances.T]
    between, far = np.zeros_like(chances), np.zeros_like(chances)
    for j in range(len(sure)):
        before = next((i for i in reversed(sure[:j]) if i is not None), -1)
        behind = next((i for i in sure[j + 1 :] if i is not None), len(chances))
        between[:, j] = (before <= rows) & (rows <= behind)
        far[:, j] = np.minimum(np.minimum(abs(rows - before), abs(rows - behind)), _FAR) / _FAR
    return between, far
