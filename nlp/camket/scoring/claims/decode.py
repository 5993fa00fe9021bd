"""From scores to claims: the best cut of an item into claims and what lies outside.

A semi-Markov conditional random field (Sarawagi & Cohen 2004): chunks have scores for beginning a claim, going on and
standing outside, the tag before adds to them, and a whole claim has a score of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

OUTSIDE, BEGIN, INSIDE = "O", "B", "I"
TAGS = (OUTSIDE, BEGIN, INSIDE)
# What a chunk may follow: the start of the item, a chunk outside, a claim.
START, AFTER_OUTSIDE, AFTER_CLAIM = "^", "O", "C"
STATES = (START, AFTER_OUTSIDE, AFTER_CLAIM)
_NEVER = -1e9
Run = tuple[int, int]


def best_runs(own: np.ndarray, added: np.ndarray, spans: Sequence[float]) -> list[Run]:
    """Best claims as runs of chunks (first, last), both included.

    Parameters
    ----------
    own : ndarray of shape (n_chunks, 3)
        Score of each chunk for each of :data:`TAGS`.
    added : ndarray of shape (n_chunks, 3, 3)
        What following each of :data:`STATES` (second axis) adds to each tag.
    spans : sequence of float
        Score of each run as a claim: runs that begin at the first chunk by length, then at the second …

    Examples
    --------
    >>> best_runs(np.array([[0.0, 1, 0], [0, 0, 2], [1, 0, 0]]), np.zeros((3, 3, 3)), [0, 0, 0, 0, 0, 0])
    [(0, 1)]
    """
    n = len(own)
    totals = (own[:, None, :] + added).tolist()
    outside = [0.0] + [_NEVER] * n  # best score of the first i chunks, the last of them outside
    claimed = [_NEVER] * (n + 1)
    came_from: list[tuple[bool, int, bool]] = [(False, -1, False)] * (n + 1)  # of "claimed": the run's first chunk, …
    outside_after_claim = [False] * (n + 1)
    run = 0
    for i in range(n):
        before = [(outside[i], totals[i][0 if i == 0 else 1]), (claimed[i], totals[i][2])]
        scores = [(value + scored[0], value + scored[1]) for value, scored in before]
        closes = scores[1][0] > scores[0][0]
        outside[i + 1], outside_after_claim[i + 1] = scores[closes][0], closes
        begins = scores[1][1] > scores[0][1]
        total = scores[begins][1]
        for j in range(i, n):
            if j > i:
                total += totals[j][2][2]
            if total + spans[run] > claimed[j + 1]:
                claimed[j + 1], came_from[j + 1] = total + spans[run], (True, i, begins)
            run += 1
    return _back(outside, claimed, came_from, outside_after_claim)


def best_run(own: np.ndarray, added: np.ndarray, spans: Sequence[float]) -> Run:
    """Best single claim, for an item in which some claim there must be; arguments as of :func:`best_runs`.

    Examples
    --------
    >>> best_run(np.array([[9.0, 0, 0], [9, 1, 0]]), np.zeros((2, 3, 3)), [0, 0, 0])
    (1, 1)
    """
    totals = (own[:, None, :] + added).tolist()
    outside = [totals[i][0 if i == 0 else 1][0] for i in range(len(totals))]
    best, found, run = -np.inf, (0, 0), 0
    for i in range(len(totals)):
        claim = totals[i][0 if i == 0 else 1][1]
        for j in range(i, len(totals)):
            claim += totals[j][2][2] if j > i else 0.0
            behind = totals[j + 1][2][0] + sum(outside[j + 2 :]) if j + 1 < len(totals) else 0.0
            total = sum(outside[:i]) + claim + spans[run] + behind
            if total > best:
                best, found = total, (i, j)
            run += 1
    return found


def _back(
    outside: list[float], claimed: list[float], came_from: list[tuple[bool, int, bool]], outside_after_claim: list[bool]
) -> list[Run]:
    runs = []
    i = len(outside) - 1
    in_claim = claimed[i] > outside[i]
    while i > 0:
        if in_claim:
            _, first, in_claim = came_from[i]
            runs.append((first, i - 1))
            i = first
        else:
            in_claim = outside_after_claim[i]
            i -= 1
    return runs[::-1]
