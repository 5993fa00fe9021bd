"""Choose links from probabilities: many to many, but a weaker answer needs a reason beside a stronger one."""

from __future__ import annotations

import numpy as np

from camket.linking.features import Board

# Things of another name or number are other things: in the labelled pairs hardly one in a hundred such pairs is linked,
# and too few documents show it for the weights alone to learn.
_APART = 0.8
_DOUBT = 0.08  # probability from which an answer that is not linked is still shown


def discount(board: Board, chances: np.ndarray) -> np.ndarray:
    """Probabilities with those of things apart lowered, shape (n_commitments, n_reports)."""
    apart = np.array([cell.values["apart"] for cell in board.cells.values()]).reshape(chances.shape)
    return chances * (1 - _APART * apart)


def choose(chances: np.ndarray, threshold: float, lone: float) -> list[tuple[int, int]]:
    """Pairs (commitment, report) that are linked, in the order of the report.

    Most promises are answered somewhere, so a pair of which neither side has a surer partner needs less.

    Parameters
    ----------
    chances : ndarray of shape (n_commitments, n_reports)
        Probability of each pair.
    threshold : float
        Probability from which a pair is linked.
    lone : float
        The same for pairs of which neither side is linked yet, the likeliest first.

    Examples
    --------
    >>> choose(np.array([[0.9, 0.3, 0.0], [0.1, 0.3, 0.2]]), threshold=0.5, lone=0.15)
    [(0, 0), (1, 1)]
    """
    chosen = {(int(i), int(j)) for i, j in np.argwhere(chances >= threshold)}
    rows, columns = {i for i, _ in chosen}, {j for _, j in chosen}
    left = [(int(i), int(j)) for i, j in np.argwhere((chances >= lone) & (chances < threshold))]
    for i, j in sorted(left, key=lambda pair: (-chances[pair], pair)):
        if i not in rows and j not in columns:
            chosen.add((i, j))
            rows.add(i)
            columns.add(j)
    return sorted(chosen, key=lambda pair: (pair[1], pair[0]))


def doubtful(chances: np.ndarray, chosen: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The likeliest answer to each commitment that is left without one, where it is not ruled out: for a person."""
    answered = {i for i, _ in chosen}
    left = [i for i in range(len(chances)) if i not in answered and chances.shape[1]]
    best = [(i, int(chances[i].argmax())) for i in left]
    return [(i, j) for i, j in best if chances[i, j] >= _DOUBT]
