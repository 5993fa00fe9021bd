"""Common ground of the classifiers that read texts."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.multiclass import check_classification_targets, unique_labels
from sklearn.utils.validation import check_consistent_length, check_is_fitted

from camket.training.fit import fit_linear


class TextClassifier(ClassifierMixin, BaseEstimator):
    """Multinomial logistic regression over words and evidence, calibrated on documents left out in turn.

    Subclasses make matrices of samples; see :class:`VaguenessClassifier` and :class:`ClaimStatusClassifier`.
    """

    C: float

    def fit(self, X: Any, y: Any, groups: Sequence[Any] | None = None) -> TextClassifier:
        """Learn from labelled samples.

        Parameters
        ----------
        X : iterable of str or dict, or DataFrame, of length n_samples
            The samples.
        y : array-like of shape (n_samples,)
            Their labels: strings, whole numbers or truth values.
        groups : array-like of shape (n_samples,), optional
            Document of each sample, so that probabilities are calibrated on unseen documents. By default the
            samples' field ``doc``; without it every sample stands alone.

        Returns
        -------
        TextClassifier
            Itself.

        Raises
        ------
        ValueError
            Where a sample has no text, lengths differ, or there are fewer than two labels.
        """
        records = self._records(X)
        labels: Any = np.asarray(y)
        check_consistent_length(records, labels)
        check_classification_targets(labels)
        self.classes_ = unique_labels(labels)
        if len(self.classes_) < 2:
            raise ValueError("Chỉ có một nhãn trong dữ liệu huấn luyện. Hãy thêm mẫu mang nhãn khác.")
        documents = _documents(records, groups)
        self.model_ = fit_linear(self._fit_matrix(records), labels, documents, self.C)
        return self

    def decision_function(self, X: Any) -> np.ndarray:
        """Scores before the softmax.

        Parameters
        ----------
        X : iterable of str or dict, or DataFrame, of length n_samples

        Returns
        -------
        ndarray of shape (n_samples, n_classes), or (n_samples,) for two classes
            For two classes the log-odds of the second.
        """
        check_is_fitted(self)
        scores = self.model_.scores(self._matrix(self._records(X))).astype(np.float64) / self.model_.temperature
        return scores[:, 1] - scores[:, 0] if scores.shape[1] == 2 else scores

    def predict_proba(self, X: Any) -> np.ndarray:
        """Calibrated probabilities in the order of ``classes_``; rows sum to 1.

        Parameters
        ----------
        X : iterable of str or dict, or DataFrame, of length n_samples

        Returns
        -------
        ndarray of shape (n_samples, n_classes)
        """
        check_is_fitted(self)
        return self.model_.probabilities(self._matrix(self._records(X)))

    def predict(self, X: Any) -> np.ndarray:
        """Most probable label of each sample.

        Parameters
        ----------
        X : iterable of str or dict, or DataFrame, of length n_samples

        Returns
        -------
        ndarray of shape (n_samples,)
        """
        check_is_fitted(self)
        labels: np.ndarray = self.classes_[self.predict_proba(X).argmax(axis=1)]
        return labels

    @abstractmethod
    def _records(self, X: Any) -> list[dict[str, Any]]:
        """The samples as records."""

    @abstractmethod
    def _fit_matrix(self, records: list[dict[str, Any]]) -> csr_matrix:
        """Learn the features and give the matrix of the training samples."""

    @abstractmethod
    def _matrix(self, records: list[dict[str, Any]]) -> csr_matrix:
        """Matrix of samples."""

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.dict, tags.input_tags.two_d_array = True, True, False
        return tags


def _documents(records: Sequence[dict[str, Any]], groups: Sequence[Any] | None) -> list[str]:
    if groups is not None:
        check_consistent_length(records, groups)
        return list(map(str, groups))
    return [str(record.get("doc") or f"\0{i}") for i, record in enumerate(records)]
