"""From chunk scores to claims: the best sequence of begin, go on and outside.

A maximum-entropy Markov model (McCallum, Freitag & Pereira 2000): the tag of a chunk depends on its own features and on
the tag before it; Viterbi finds the most probable sequence.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from camket.scoring.claims.chunks import Chunk

OUTSIDE, BEGIN, INSIDE = "O", "B", "I"
TAGS = (OUTSIDE, BEGIN, INSIDE)
START = "^"
_NEVER = -1e9


def best_path(scores: np.ndarray) -> list[str]:
    """Most probable tags, given that "I" only follows "B" or "I".

    Parameters
    ----------
    scores : ndarray of shape (n_chunks, 3, 3)
        Score of each tag (last axis, in the order of :data:`TAGS`) after each previous tag (second axis). For the first
        chunk, only row 0 is used.

    Examples
    --------
    >>> best_path(np.array([[[.2, .9, .7]] * 3, [[.1, .1, .8]] * 3]))
    ['B', 'I']
    """
    logs = _log_softmax(scores)
    logs[:, 0, 2] = _NEVER
    best, back = logs[0, 0], []
    for step in logs[1:]:
        paths = best[:, None] + step
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0)
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [TAGS[tag] for tag in reversed(path)]


def _log_softmax(scores: np.ndarray) -> np.ndarray:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def spans(chunks: Sequence[Chunk], tags: Sequence[str]) -> list[tuple[int, int]]:
    """Token ranges of the claims that a tag sequence describes."""
    found: list[tuple[int, int]] = []
    for chunk, tag in zip(chunks, tags, strict=True):
        if tag == BEGIN:
            found.append((chunk.first, chunk.last))
        elif tag == INSIDE and found:
            found[-1] = (found[-1][0], chunk.last)
    return found
