"""The words and evidence that decided a judgement, from the model's own weights.

A linear model decides by sums, so what a word added to the best class over the next best one is exact, not estimated.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from camket.records import Cue
from camket.scoring.observed import Observed
from camket.scoring.scorer import Scorer

MOST = 3
# Words further on are not looked at: a reason should be near at hand, and time flat.
_TOKENS = 400
# A weight below this decides nothing.
_LEAST = 0.05
# What something added, and its span.
Told = tuple[float, int, int]


def find_reasons(
    batch: Sequence[Observed], scorer: Scorer, model: str, scores: np.ndarray, chosen: Sequence[str]
) -> list[tuple[Cue, ...]]:
    """The most telling words and pieces of evidence of each item, most telling first.

    Parameters
    ----------
    batch : sequence of Observed
    scorer : Scorer
        The family's weights.
    model : str
        Name of the model that decided.
    scores : ndarray of shape (n_items, n_classes)
        Its decision values.
    chosen : sequence of str
        The class each item was given: its reasons are labelled "act=claim", "target=yes" …
    """
    place, names = scorer.places[model], scorer.models[model].classes
    best = np.array([names.index(name) for name in chosen])
    others = scores.copy()
    others[np.arange(len(best)), best] = -np.inf
    next_best = others.argmax(axis=1)
    words = _word_weights(batch, scorer, place.start + best, place.start + next_best)
    top = np.argpartition(-words, min(MOST, words.shape[1] - 1), axis=1)[:, :MOST]
    told = np.take_along_axis(words, top, axis=1)
    weights = scorer.evidence[:, place]
    rows = zip(batch, top.tolist(), told.tolist(), best.tolist(), next_best.tolist(), chosen, strict=True)
    return [
        _cues(_words(one, tokens, added) + _evidence(one, scorer, weights, a, b), f"{model}={name}")
        for one, tokens, added, a, b, name in rows
    ]


def _words(one: Observed, tokens: Sequence[int], added: Sequence[float]) -> list[Told]:
    span = one.source.syllables.span
    return [(weight, *span(t, t + 1)) for t, weight in zip(tokens, added, strict=True) if weight > _LEAST]


def _word_weights(batch: Sequence[Observed], scorer: Scorer, best: np.ndarray, next_best: np.ndarray) -> np.ndarray:
    """What each token adds, shape (n_items, longest): its word, and half of each pair it belongs to."""
    index = scorer.vectoriser.index
    columns = [one.columns(index) for one in batch]
    words = [c[0][:_TOKENS] for c in columns]
    pairs = [c[1][: max(len(w) - 1, 0)] for c, w in zip(columns, words, strict=True)]
    weights, squares = scorer.words[:, :-1], scorer.words[:, -1]
    total = np.zeros((len(batch), max(map(len, words), default=0) or 1), dtype=np.float32)
    for cells, share, reach in ((words, 1.0, (0,)), (pairs, 0.5, (0, 1))):
        lengths = np.fromiter(map(len, cells), dtype=np.intp, count=len(cells))
        rows = np.repeat(np.arange(len(batch)), lengths)
        places = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        flat = np.fromiter((c for cell in cells for c in cell), dtype=np.intp, count=len(rows))
        added = (weights[flat, best[rows]] - weights[flat, next_best[rows]]) * share
        for step in reach:
            total[rows, places + step] += added
    return total / _lengths(columns, squares)[:, None]


def _lengths(columns: Sequence[tuple[list[int], list[int]]], squares: np.ndarray) -> np.ndarray:
    return np.sqrt(np.maximum([squares[list({*words, *pairs, -1})].sum() for words, pairs in columns], 1e-6))


def _evidence(one: Observed, scorer: Scorer, weights: np.ndarray, best: int, next_best: int) -> list[Told]:
    known = scorer.vectoriser.known
    named = [(known(("cue", cue.label), -1), cue) for cue in one.cues]
    named += [(known(("time role", time.role), -1), time) for time in one.times]  # type: ignore[misc]
    named += [(known(("figure role", figure.role), -1), figure) for figure in one.figures]  # type: ignore[misc]
    if not named:
        return []
    rows = weights[[column for column, _ in named]]
    added = (rows[:, best] - rows[:, next_best]).tolist()
    return [(weight, at.start, at.end) for weight, (_, at) in zip(added, named, strict=True) if weight > _LEAST]


def _cues(told: list[Told], label: str) -> tuple[Cue, ...]:
    """The first few that do not overlap."""
    kept: list[Cue] = []
    for _, start, end in sorted(told, key=lambda t: (-t[0], t[1])):
        if all(end <= cue.start or start >= cue.end for cue in kept):
            kept.append(Cue(start, end, label))
            if len(kept) == MOST:
                break
    return tuple(kept)
