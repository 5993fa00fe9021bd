"""Linear models at run time: a matrix product and a softmax over weights that scikit-learn learned."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix


@dataclass(frozen=True)
class LinearModel:
    """Multinomial logistic regression with a temperature.

    Attributes
    ----------
    classes : tuple of str
        Labels in column order.
    weights : ndarray of shape (n_features, n_classes), float32
    bias : ndarray of shape (n_classes,), float32
    temperature : float
        Divides the scores before the softmax (Guo et al. 2017, "On calibration of modern neural networks").
    """

    classes: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray
    temperature: float = 1.0

    def scores(self, rows: csr_matrix) -> np.ndarray:
        """Decision values, shape (n_rows, n_classes)."""
        found: np.ndarray = rows @ self.weights + self.bias
        return found

    def probabilities(self, rows: csr_matrix) -> np.ndarray:
        """Calibrated probabilities, shape (n_rows, n_classes); rows sum to 1."""
        return self.softmax(self.scores(rows))

    def softmax(self, scores: np.ndarray) -> np.ndarray:
        """Calibrated probabilities of decision values."""
        scaled = scores.astype(np.float64) / self.temperature
        scaled -= scaled.max(axis=1, keepdims=True)
        exponentials = np.exp(scaled)
        shares: np.ndarray = exponentials / exponentials.sum(axis=1, keepdims=True)
        return shares
