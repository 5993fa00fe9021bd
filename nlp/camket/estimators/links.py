"""Whether a reported thing answers a promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.linear_model import LogisticRegression
from sklearn.utils.multiclass import check_classification_targets, unique_labels
from sklearn.utils.validation import check_is_fitted, validate_data

from camket.convert import record_to_item
from camket.linking.features import NAMES, Board
from camket.linking.match import annotate_pair
from camket.linking.model import load_model
from camket.linking.reading import read_side
from camket.linking.unit import Unit, names_of, prepare
from camket.linking.weights import TermWeights


class LinkScorer(ClassifierMixin, BaseEstimator):
    """Tell linked pairs from others by rows of evidence: the form of the shipped link model, for arrays.

    Parameters
    ----------
    C : float, default=0.2
        Inverse of the L2 penalty; features are brought to unit variance first.
    threshold : float, default=0.5
        Probability from which a pair is linked.

    Attributes
    ----------
    classes_ : ndarray of shape (2,)
        The second is "linked".
    coef_ : ndarray of shape (1, n_features)
        Weights of the features as they are given.
    intercept_ : ndarray of shape (1,)
    n_features_in_ : int

    Examples
    --------
    >>> X = np.array([[0.9, 1.0], [0.8, 1.0], [0.1, 0.0], [0.2, 0.0]])
    >>> LinkScorer(C=10).fit(X, [True, True, False, False]).predict([[0.7, 1.0]]).tolist()
    [True]
    """

    def __init__(self, *, C: float = 0.2, threshold: float = 0.5) -> None:
        self.C = C
        self.threshold = threshold

    def fit(self, X: Any, y: Any) -> LinkScorer:
        """Learn from labelled pairs.

        Parameters
        ----------
        X : array-like of shape (n_pairs, n_features)
            Evidence of each pair, such as :func:`link_rows` or :class:`LinkFeatures` give.
        y : array-like of shape (n_pairs,)
            Two labels; the greater one means linked.

        Returns
        -------
        LinkScorer
            Itself.

        Raises
        ------
        ValueError
            Where ``X`` is no finite matrix or ``y`` has not two labels.
        """
        X, y = validate_data(self, X, y, dtype=np.float64)
        check_classification_targets(y)
        self.classes_ = unique_labels(y)
        if len(self.classes_) < 2:
            raise ValueError("Chỉ có một nhãn (1 class). Hãy thêm cặp mang nhãn khác.")
        if len(self.classes_) > 2:
            # scikit-learn's own checks look for these words.
            raise ValueError("Chỉ nhận hai nhãn. Only binary classification is supported.")
        scale = np.where(X.std(axis=0) > 0, X.std(axis=0), 1.0)
        model = LogisticRegression(C=self.C, max_iter=2000).fit(X / scale, y)
        self.coef_, self.intercept_ = model.coef_ / scale, model.intercept_
        return self

    def decision_function(self, X: Any) -> np.ndarray:
        """Log-odds that a pair is linked, shape (n_pairs,)."""
        check_is_fitted(self)
        X = validate_data(self, X, dtype=np.float64, reset=False)
        odds: np.ndarray = X @ self.coef_[0] + self.intercept_[0]
        return odds

    def predict_proba(self, X: Any) -> np.ndarray:
        """Probabilities of not linked and linked, shape (n_pairs, 2)."""
        linked = 1 / (1 + np.exp(-np.clip(self.decision_function(X), -40, 40)))
        return np.column_stack([1 - linked, linked])

    def predict(self, X: Any) -> np.ndarray:
        """Label of each pair, shape (n_pairs,)."""
        check_is_fitted(self)
        labels: np.ndarray = self.classes_[(self.predict_proba(X)[:, 1] >= self.threshold).astype(int)]
        return labels

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        return tags


class LinkFeatures(TransformerMixin, BaseEstimator):
    """What speaks for and against a link between a promise and a reported sentence, each pair by itself.

    Evidence that compares a pair with its rivals in two whole documents needs :func:`link_rows`; here every pair is
    alone, and such features say "first".

    Parameters
    ----------
    date : ISO string, optional
        Date of both texts, for times without a year.

    Examples
    --------
    >>> pairs = [["Trồng 12 ha rừng.", "Đã trồng 14 ha rừng."], ["Trồng 12 ha rừng.", "Đã mở 3 lớp học."]]
    >>> rows = LinkFeatures().fit_transform(pairs)
    >>> place = list(LinkFeatures().get_feature_names_out()).index("part_covered")
    >>> bool(rows[0, place] > rows[1, place])
    True
    """

    def __init__(self, *, date: str | None = None) -> None:
        self.date = date

    def fit(self, X: Any, y: Any = None) -> LinkFeatures:
        """Nothing to learn: how common terms are comes with the shipped model."""
        return self

    def transform(self, X: Any) -> np.ndarray:
        """Evidence of each pair.

        Parameters
        ----------
        X : array-like of shape (n_pairs, 2)
            Promise and reported sentence.

        Returns
        -------
        ndarray of shape (n_pairs, n_features)
            In the order of :data:`camket.linking.features.NAMES`.

        Raises
        ------
        ValueError
            Where a row has not two texts.
        """
        pairs = [tuple(pair) for pair in np.asarray(X, dtype=object)]
        if any(len(pair) != 2 or not all(isinstance(text, str) for text in pair) for pair in pairs):
            raise ValueError("Mỗi dòng phải gồm hai văn bản: cam kết và kết quả báo cáo.")
        background = load_model().background
        rows = []
        for promise, told in pairs:
            sides = self._unit(promise, "commitment"), self._unit(told, "report")
            rows.append(Board(*sides, TermWeights(background, sides)).fill().matrix()[0])
        return np.asarray(rows, dtype=np.float64).reshape(-1, len(NAMES))

    def _unit(self, text: str, kind: Any) -> list[Unit]:
        return prepare(read_side([record_to_item({"text": text, "kind": kind, "date": self.date})]))

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray:
        """Name of each column, shape (n_features,)."""
        return np.asarray(NAMES, dtype=object)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array, tags.requires_fit = True, False, False
        return tags


def link_rows(pairs: Iterable[Mapping[str, Any]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All candidate links of labelled pairs of documents, for cross-validation with groups by pair.

    Parameters
    ----------
    pairs : iterable of dict
        Labelled pairs as ``corpus/links/pairs.jsonl`` has them.

    Returns
    -------
    X : ndarray of shape (n_candidates, n_features)
        Evidence, in the order of :data:`camket.linking.features.NAMES`.
    y : ndarray of bool, shape (n_candidates,)
        Whether the candidate is a labelled link.
    groups : ndarray of str, shape (n_candidates,)
        The pair each candidate comes from.

    Raises
    ------
    camket.convert.RecordError
        Where a pair is malformed.

    Examples
    --------
    >>> pair = {
    ...     "pair": "p1", "links": [{"commitment": "c1", "report": "r1"}],
    ...     "commitment": {"date": "2023-02-10", "units": [{"id": "c1", "text": "1. Trồng 12 ha rừng."}]},
    ...     "report": {"date": "2023-12-20", "units": [{"id": "r1", "text": "Đã trồng 14 ha rừng."}]},
    ... }
    >>> X, y, groups = link_rows([pair])
    >>> y.tolist(), groups.tolist()
    ([True], ['p1'])
    """
    found = [_candidates(pair) for pair in pairs]
    X, y, groups = zip(*found, strict=True) if found else ([np.zeros((0, len(NAMES)))], [np.zeros(0)], [np.zeros(0)])
    return np.concatenate(X), np.concatenate(y).astype(bool), np.concatenate(groups)


def _candidates(pair: Mapping[str, Any]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Evidence, labels and group of the candidates of one pair."""
    common = names_of(str(pair.get("unit", "")))
    sides = [prepare(side, common) for side in annotate_pair(pair)]
    promised, told = [c for c in sides[0] if c.promises], [r for r in sides[1] if r.reports]
    board = Board(promised, told, TermWeights(load_model().background, sides)).fill()
    links = {(link["commitment"], link["report"]) for link in pair["links"]}
    labels = np.array([(c.id, r.id) in links for c in promised for r in told], dtype=bool)
    return board.matrix(), labels, np.full(len(labels), str(pair["pair"]), dtype=object)
