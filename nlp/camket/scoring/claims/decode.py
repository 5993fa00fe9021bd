"""From scores to claims: how likely each run of chunks is to be one, and the best set of those that do not overlap.

A semi-Markov conditional random field (Sarawagi & Cohen 2004): chunks have scores for beginning a claim, going on and
standing outside, the tag before adds to them, and a whole claim has a score of its own.
"""

from __future__ import annotations

from math import exp, log
from typing import Final

OUTSIDE: Final = "O"
BEGIN: Final = "B"
INSIDE: Final = "I"
TAGS: Final = (OUTSIDE, BEGIN, INSIDE)
# What a chunk may follow: the start of the item, a chunk outside, a claim.
START: Final = "^"
AFTER_OUTSIDE: Final = "O"
AFTER_CLAIM: Final = "C"
STATES: Final = (START, AFTER_OUTSIDE, AFTER_CLAIM)
# Sums beyond these are scaled back, so that no item is too long.
_LARGE: Final = 1e100
_SMALL: Final = 1e-100
_MOST: Final = 1e290
Run = tuple[int, int]


def run_chances(weights: list[list[list[float]]], spans: list[float]) -> list[float]:
    """Probability of each run of chunks being a claim, over all ways to cut the item.

    Parameters
    ----------
    weights : list of shape (n_chunks, 3, 3)
        Exponential of the score of each chunk for each of :data:`TAGS` (last axis) after each of :data:`STATES`.
    spans : list of float
        Exponential of the score of each run as a claim: runs that begin at the first chunk by length, then at the
        second …

    Returns
    -------
    list of float
        In the order of ``spans``.

    Examples
    --------
    >>> [round(p, 2) for p in run_chances([[[1.0, 1.0, 1.0]] * 3], [2.718])]
    [0.73]
    """
    runs = _run_weights(weights, spans)
    enter, scales, total = _forward(weights, runs)
    closed = _backward(weights, runs)
    n, run = len(weights), 0
    found = []
    for i in range(n):
        for j in range(i, n):
            rest, scale = closed[j + 1]
            left_out = scales[i] + scale - scales[n]
            if left_out:
                found.append(_scaled((enter[i], runs[run], rest / total), left_out))
            else:
                found.append(enter[i] * runs[run] * rest / total)
            run += 1
    return found


def _scaled(factors: tuple[float, float, float], left_out: float) -> float:
    """A product times the exponential of what was left out, where either alone may be too large or small."""
    return exp(sum(map(log, factors)) + left_out) if min(factors) > 0 else 0.0


def _run_weights(weights: list[list[list[float]]], spans: list[float]) -> list[float]:
    """Weight of each run from its first chunk's beginning on, that beginning left out."""
    n = len(weights)
    goes_on = [tags[2][2] for tags in weights]
    found: list[float] = []
    for i in range(n):
        going = 1.0
        for j in range(i, n):
            if j > i:
                going *= goes_on[j]
            found.append(spans[len(found)] * going)
    return found


def _forward(weights: list[list[list[float]]], runs: list[float]) -> tuple[list[float], list[float], float]:
    """Weight of beginning a claim at each chunk, the logarithms left out of the first i chunks, and the whole."""
    n = len(weights)
    outside, scale, run = 1.0, 0.0, 0
    claimed = [0.0] * (n + 1)
    enter, scales = [], []
    for i in range(n):
        size = outside + claimed[i]
        if not _SMALL < size < _LARGE:
            outside, scale = outside / size, scale + log(size)
            claimed[i:] = [value / size for value in claimed[i:]]
        scales.append(scale)
        free, bound = weights[i][0 if i == 0 else 1], weights[i][2]
        begun = outside * free[1] + claimed[i] * bound[1]
        outside = outside * free[0] + claimed[i] * bound[0]
        enter.append(begun)
        for j in range(i, n):
            claimed[j + 1] += begun * runs[run]
            run += 1
    return enter, [*scales, scale], outside + claimed[n]


def _backward(weights: list[list[list[float]]], runs: list[float]) -> list[tuple[float, float]]:
    """Weight of what follows i chunks whose last ends a claim, and the logarithm left out of it."""
    n = len(weights)
    outside, scale, run = 1.0, 0.0, len(runs)
    closed = [1.0] * (n + 1)
    found = [(1.0, 0.0)] * (n + 1)
    for i in range(n - 1, -1, -1):
        run -= n - i
        leave = 0.0
        for j in range(i, n):
            leave += runs[run + j - i] * closed[j + 1]
        free, bound = weights[i][0 if i == 0 else 1], weights[i][2]
        closed[i] = bound[0] * outside + bound[1] * leave
        outside = free[0] * outside + free[1] * leave
        size = outside + closed[i]
        if not _SMALL < size < _LARGE:
            outside, scale = outside / size, scale + log(size)
            # No run reaches as far as what would not fit: its own weight is nothing.
            closed[i:] = [min(value / size, _MOST) for value in closed[i:]]
        found[i] = (closed[i], scale)
    return found


def best_set(runs: list[Run], values: list[float]) -> list[int]:
    """Places of the runs without overlap whose values sum to most; the best single one where none is worth it.

    Examples
    --------
    >>> best_set([(0, 1), (0, 0), (1, 1)], [0.5, 0.3, 0.4])
    [1, 2]
    >>> best_set([(0, 1), (0, 0)], [-0.5, -0.3])
    [1]
    """
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    ending: dict[int, list[int]] = {}
    for place, (_, last) in enumerate(runs):
        ending.setdefault(last, []).append(place)
    for last in range(max(ending, default=-1) + 1):
        found = best[-1]
        for place in ending.get(last, ()):
            value, before = best[runs[place][0]]
            if value + values[place] > found[0]:
                found = (value + values[place], (*before, place))
        best.append(found)
    chosen = list(best[-1][1])
    return chosen or ([max(range(len(runs)), key=values.__getitem__)] if runs else [])
