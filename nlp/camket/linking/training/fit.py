"""Fit the ranking model with scikit-learn; calibrate it on pairs left out in turn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from camket.linking.decide import choose, discount
from camket.linking.model import LinkModel
from camket.linking.training.examples import Example
from camket.linking.views import COUNT
from camket.linking.weights import Background

STRENGTH = 0.07  # inverse penalty, chosen by leaving pairs out
FOLDS = 10
ROUNDS = 4  # different cuts into folds: thresholds of one cut follow its chance
_THRESHOLDS = tuple(np.arange(0.4, 0.81, 0.05).round(2))
_LONE = tuple(np.arange(0.1, 0.51, 0.05).round(2))


def fit(data: Sequence[Example], background: Background) -> LinkModel:
    """Fit weights on all pairs, then temperature and thresholds on scores of pairs left out."""
    weights, bias = _weights(data)
    rounds = [_left_out(data, background, seed) for seed in range(ROUNDS)]
    truth = np.concatenate([e.truth.ravel() for e in data])
    heat = _temperature(np.concatenate([s for scores in rounds for s in scores]), np.tile(truth, ROUNDS))
    return LinkModel(weights, bias, heat, *_thresholds(data, [_chances(data, s, heat) for s in rounds]), background)


def _chances(data: Sequence[Example], scores: Sequence[np.ndarray], heat: float) -> list[np.ndarray]:
    """Probabilities of each pair from its scores, shape (n_commitments, n_reports)."""
    return [
        discount(e.views.words, (1 / (1 + np.exp(-s / heat))).reshape(e.truth.shape))
        for e, s in zip(data, scores, strict=True)
    ]


def _weights(data: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Weights and bias of each view."""
    labels = np.concatenate([e.truth.ravel() for e in data])
    found = [_logistic(np.concatenate([e.views.matrix()[view] for e in data]), labels) for view in range(COUNT)]
    return np.array([weights for weights, _ in found]), np.array([bias for _, bias in found])


def _logistic(rows: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, float]:
    from sklearn.linear_model import LogisticRegression

    scale = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(rows / scale, labels)
    return model.coef_[0] / scale, float(model.intercept_[0])


def _left_out(data: Sequence[Example], background: Background, seed: int) -> list[np.ndarray]:
    """Scores of every pair by weights learned without its fold."""
    folds = np.random.default_rng(seed).permutation(len(data)) % FOLDS
    scores: list[np.ndarray] = [np.zeros(0)] * len(data)
    for fold in sorted(set(folds)):
        kept = [e for e, own in zip(data, folds, strict=True) if own != fold]
        model = LinkModel(*_weights(kept), 1.0, 0.5, 0.2, background)
        for i in np.flatnonzero(folds == fold).tolist():
            scores[i] = model.scores(data[i].views.matrix())
    return scores


def _temperature(scores: np.ndarray, truth: np.ndarray) -> float:
    """Divisor that makes left-out labels most likely (Guo et al. 2017)."""
    from scipy.optimize import minimize_scalar

    def loss(log_t: float) -> float:
        signed = np.where(truth, scores, -scores) / np.exp(log_t)
        return float(np.logaddexp(0, -signed).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-1.5, 1.5), method="bounded").x))


def _thresholds(data: Sequence[Example], rounds: Sequence[Sequence[np.ndarray]]) -> tuple[float, float]:
    """Both thresholds of :func:`choose` that give the best sum of the three F-scores on left-out pairs."""
    best = (-1.0, 0.5, 0.2)
    for threshold, lone in product(_THRESHOLDS, _LONE):
        pairs = [(e, c) for chances in rounds for e, c in zip(data, chances, strict=True)]
        counts = np.sum([e.counts(choose(c, threshold, lone)) for e, c in pairs], axis=0)
        value = float((2 * counts[:, 0] / np.maximum(1, counts[:, 1] + counts[:, 2])).sum())
        best = max(best, (round(value, 6), float(threshold), float(lone)))
    return best[1:]
