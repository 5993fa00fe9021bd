"""Fit one linear model with scikit-learn and calibrate it on held-out documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from camket.scoring.linear import LinearModel

FOLDS = 3


def fit_linear(rows: csr_matrix, labels: Sequence[str], groups: Sequence[str], strength: float) -> LinearModel:
    """Multinomial logistic regression; its temperature is set on predictions of documents it has not seen.

    Parameters
    ----------
    rows : csr_matrix of shape (n_rows, n_features)
    labels : sequence of str
    groups : sequence of str
        Document of each row: folds never split one.
    strength : float
        Inverse of the L2 penalty (scikit-learn's ``C``).
    """
    names = sorted(set(labels))
    model = fit_uncalibrated(rows, labels, names, strength)
    scores = held_out_scores(rows, labels, groups, strength)
    truth = np.array([names.index(label) for label in labels])
    return replace(model, temperature=temperature(scores, truth))


def held_out_scores(rows: csr_matrix, labels: Sequence[str], groups: Sequence[str], strength: float) -> np.ndarray:
    """Scores of each row by a model that has not seen its document, shape (n_rows, n_classes), classes sorted."""
    names = sorted(set(labels))
    scores = np.zeros((rows.shape[0], len(names)))
    for train, test in GroupKFold(min(FOLDS, len(set(groups)))).split(rows, labels, groups):
        part = fit_uncalibrated(rows[train], [labels[i] for i in train], names, strength)
        scores[test] = part.scores(rows[test])
    return scores


def fit_uncalibrated(
    rows: csr_matrix, labels: Sequence[str], names: Sequence[str], strength: float, weights: np.ndarray | None = None
) -> LinearModel:
    """Logistic regression with a score for each of ``names``, its temperature left at 1.

    ``weights``, of shape (n_rows,), says how much each row counts; all the same if not given.
    """
    # On matrices this small threads only wait for each other.
    with threadpool_limits(1):
        estimator = LogisticRegression(C=strength, max_iter=600, tol=1e-4).fit(rows, labels, weights)
    return _as_linear(estimator, names)


def _as_linear(estimator: LogisticRegression, names: Sequence[str]) -> LinearModel:
    """Weights for all ``names``, also those a fold has not seen; two classes become two columns."""
    weights, bias = estimator.coef_, estimator.intercept_
    if len(estimator.classes_) == 2:
        weights, bias = np.vstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    columns = [list(names).index(c) for c in estimator.classes_]
    full = np.zeros((weights.shape[1], len(names)), dtype=np.float32)
    offset = np.full(len(names), -20.0, dtype=np.float32)
    full[:, columns], offset[columns] = weights.T, bias
    return LinearModel(tuple(names), full, offset)


def temperature(scores: np.ndarray, truth: np.ndarray) -> float:
    """Temperature that makes held-out scores most likely (Guo et al. 2017)."""

    def loss(log_t: float) -> float:
        scaled = scores / np.exp(log_t)
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        return float((np.log(np.exp(scaled).sum(axis=1)) - scaled[np.arange(len(truth)), truth]).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-2.0, 2.0), method="bounded").x))
