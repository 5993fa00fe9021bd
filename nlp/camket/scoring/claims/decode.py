"""From chunk probabilities to claims: the best sequence of begin, go on and outside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from camket.scoring.claims.chunks import Chunk

OUTSIDE, BEGIN, INSIDE = "O", "B", "I"


def best_path(probabilities: np.ndarray, classes: Sequence[str]) -> list[str]:
    """Most probable tags under the one rule that "I" follows "B" or "I" (Viterbi).

    Parameters
    ----------
    probabilities : ndarray of shape (n_chunks, n_classes)
    classes : sequence of str
        Tag of each column.

    Examples
    --------
    >>> best_path(np.array([[.2, .1, .7], [.1, .1, .8]]), ("O", "B", "I"))
    ['B', 'I']
    """
    logs = np.log(np.maximum(probabilities, 1e-12))
    order = [list(classes).index(tag) for tag in (OUTSIDE, BEGIN, INSIDE)]
    logs = logs[:, order]
    best, back = logs[0].copy(), []
    best[2] = -np.inf
    for row in logs[1:]:
        free, inside = int(best.argmax()), 1 if best[1] >= best[2] else 2
        back.append((free, free, inside))
        best = np.array([best[free] + row[0], best[free] + row[1], best[inside] + row[2]])
    state = int(best.argmax())
    path = [state]
    for step in reversed(back):
        state = step[state]
        path.append(state)
    return [(OUTSIDE, BEGIN, INSIDE)[s] for s in reversed(path)]


def spans(chunks: Sequence[Chunk], tags: Sequence[str]) -> list[tuple[int, int]]:
    """Token ranges of the claims that a tag sequence describes."""
    found: list[tuple[int, int]] = []
    for chunk, tag in zip(chunks, tags, strict=True):
        if tag == BEGIN:
            found.append((chunk.first, chunk.last))
        elif tag == INSIDE and found:
            found[-1] = (found[-1][0], chunk.last)
    return found
