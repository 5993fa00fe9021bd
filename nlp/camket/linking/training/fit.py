"""Fit the ranking model with scikit-learn; its second look and its calibration on pairs left out in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from camket.linking.decide import choose, discount
from camket.linking.model import LinkModel, first_scores, logistic, rows_again
from camket.linking.training.examples import Example
from camket.linking.views import COUNT
from camket.linking.weights import Background

# Inverse penalties of the first and the second look, chosen by leaving pairs out.
STRENGTH, SECOND_STRENGTH = 0.07, 0.3
FOLDS = 10
ROUNDS = 4  # different cuts into folds: thresholds of one cut follow its chance
_EVEN = 0.005  # what two sums of three scores differ by for chance
_THRESHOLDS = tuple(np.arange(0.3, 0.71, 0.05).round(2))


def fit(data: Sequence[Example], background: Background) -> LinkModel:
    """Fit the first look on all pairs, the second on first scores of pairs left out, then temperature and threshold.

    What the second look learns from must be as unsure as what it will see, so no pair's first scores come from weights
    that know it.
    """
    weights, bias = _weights(data)
    rounds = [_first_left_out(data, seed) for seed in range(ROUNDS)]
    rows = [[rows_again(e.views, s) for e, s in zip(data, scores, strict=True)] for scores in rounds]
    labels = [e.truth.ravel() for e in data]
    second, last = _logistic(np.concatenate([r for one in rows for r in one]), np.tile(np.concatenate(labels), ROUNDS),
                             SECOND_STRENGTH / ROUNDS)  # fmt: skip
    scores = [_second_left_out(one, labels, seed) for seed, one in enumerate(rows)]
    heat = _temperature(np.concatenate([s for one in scores for s in one]), np.tile(np.concatenate(labels), ROUNDS))
    chances = [
        [discount(e.views.words, logistic(s / heat).reshape(e.truth.shape)) for e, s in zip(data, one, strict=True)]
        for one in scores
    ]  # fmt: skip
    return LinkModel(weights, bias, second, last, heat, _threshold(data, chances), background)


def _weights(data: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Weights and bias of each view."""
    labels = np.concatenate([e.truth.ravel() for e in data])
    rows = np.concatenate([e.views.matrix() for e in data], axis=1)
    found = [_logistic(rows[view], labels, STRENGTH) for view in range(COUNT)]
    return np.array([weights for weights, _ in found]), np.array([bias for _, bias in found])


def _logistic(rows: np.ndarray, labels: np.ndarray, strength: float) -> tuple[np.ndarray, float]:
    from sklearn.linear_model import LogisticRegression

    scale = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    model = LogisticRegression(C=strength, max_iter=2000).fit(rows / scale, labels)
    return model.coef_[0] / scale, float(model.intercept_[0])


def _first_left_out(data: Sequence[Example], seed: int) -> list[np.ndarray]:
    """First scores of every pair by weights learned without its fold."""
    scores: list[np.ndarray] = [np.zeros(0)] * len(data)
    for kept, out in _folds(len(data), seed):
        weights, bias = _weights([data[i] for i in kept])
        for i in out:
            scores[i] = first_scores(data[i].views, weights, bias)
    return scores


def _second_left_out(rows: Sequence[np.ndarray], labels: Sequence[np.ndarray], seed: int) -> list[np.ndarray]:
    """Second scores of every pair by weights learned without its fold."""
    scores: list[np.ndarray] = [np.zeros(0)] * len(rows)
    for kept, out in _folds(len(rows), seed):
        known = np.concatenate([rows[i] for i in kept]), np.concatenate([labels[i] for i in kept])
        weights, bias = _logistic(*known, SECOND_STRENGTH)
        for i in out:
            scores[i] = rows[i] @ weights + bias
    return scores


def _folds(count: int, seed: int) -> Iterator[tuple[list[int], list[int]]]:
    """Places of the pairs to learn from and of those left out, fold by fold."""
    folds = np.random.default_rng(seed).permutation(count) % FOLDS
    for fold in sorted(set(folds)):
        yield np.flatnonzero(folds != fold).tolist(), np.flatnonzero(folds == fold).tolist()


def _temperature(scores: np.ndarray, truth: np.ndarray) -> float:
    """Divisor that makes left-out labels most likely (Guo et al. 2017)."""
    from scipy.optimize import minimize_scalar

    def loss(log_t: float) -> float:
        signed = np.where(truth, scores, -scores) / np.exp(log_t)
        return float(np.logaddexp(0, -signed).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-1.5, 1.5), method="bounded").x))


def _threshold(data: Sequence[Example], rounds: Sequence[Sequence[np.ndarray]]) -> float:
    """The threshold that gives the best sum of the F-scores of links, silent and orphan on left-out pairs.

    Where several do so but for chance, the middle one.
    """
    pairs = [(e, c) for chances in rounds for e, c in zip(data, chances, strict=True)]

    def value(threshold: float) -> float:
        counts = np.sum([e.counts(choose(c, threshold)) for e, c in pairs], axis=0)
        return round(float((2 * counts[:, 0] / np.maximum(1, counts[:, 1] + counts[:, 2])).sum()), 6)

    values = {threshold: value(threshold) for threshold in _THRESHOLDS}
    alike = [threshold for threshold in _THRESHOLDS if values[threshold] > max(values.values()) - _EVEN]
    return float(alike[len(alike) // 2])
