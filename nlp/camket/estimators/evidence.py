"""Words and normalised evidence of texts as a sparse matrix."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from camket.estimators.inputs import as_records
from camket.scoring.features import item_row
from camket.scoring.observed import Observed
from camket.scoring.vectoriser import Vectoriser
from camket.scoring.words import WordIndex
from camket.training.rows import observe


class EvidenceFeatures(TransformerMixin, BaseEstimator):
    """The features that camket's own models judge an item by, learned anew from the texts at hand.

    Words say what rules can't foresee; evidence says what words can't show: that a day lies ahead of the document's
    date, that a figure is a floor, that a verb of effort has nothing countable behind it.

    Parameters
    ----------
    kind : {"commitment", "report"}, default="commitment"
        The document a text comes from, where the sample does not say.
    date : ISO string, optional
        The document's date, where the sample does not say; without it times without a year stay unresolved.
    words : bool, default=True
        Whether words and pairs of words are features too.
    min_count : int, default=2
        Texts in which a word or a piece of evidence must stand to become a feature.

    Attributes
    ----------
    vectoriser_ : Vectoriser
        Places of words and evidence in the matrix.

    Examples
    --------
    >>> found = EvidenceFeatures(words=False, min_count=1).fit(["Trồng 5 ha rừng.", "Tăng cường chỉ đạo."])
    >>> matrix = found.transform(["Trồng 7 ha rừng."])
    >>> [name for name in found.get_feature_names_out()[matrix.indices].tolist() if name.startswith("figure")]
    ['figure role=target', 'figures=1']
    """

    def __init__(
        self, *, kind: str = "commitment", date: str | None = None, words: bool = True, min_count: int = 2
    ) -> None:
        self.kind = kind
        self.date = date
        self.words = words
        self.min_count = min_count

    def fit(self, X: Any, y: Any = None) -> EvidenceFeatures:
        """Learn which words and evidence there are.

        Parameters
        ----------
        X : iterable of str or dict, or DataFrame, of length n_samples
            The texts.
        y : ignored

        Returns
        -------
        EvidenceFeatures
            Itself.

        Raises
        ------
        ValueError
            Where a sample has no text, or there is none.
        """
        observed = self._observe(X)
        if not observed:
            raise ValueError("Không có văn bản nào để học. Hãy kiểm tra dữ liệu đầu vào.")
        index = WordIndex.fit([one.source.syllables.forms for one in observed], self.min_count)
        self.vectoriser_ = Vectoriser.fit(index, [item_row(one, index) for one in observed], self.min_count)
        return self

    def transform(self, X: Any) -> csr_matrix:
        """Features of texts.

        Parameters
        ----------
        X : iterable of str or dict, or DataFrame, of length n_samples

        Returns
        -------
        csr_matrix of shape (n_samples, n_features), float32
            Words weighted by inverse document frequency and scaled together to length 3; a piece of evidence is 1.
        """
        check_is_fitted(self)
        index = self.vectoriser_.index
        rows = [item_row(one, index) for one in self._observe(X)]
        matrix = self.vectoriser_.transform(rows) if rows else csr_matrix((0, len(self.vectoriser_)), dtype=np.float32)
        return matrix if self.words else matrix[:, len(index) :]

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray:
        """Name of each column: a word, two words, or ``template=value`` of a piece of evidence.

        Parameters
        ----------
        input_features : ignored

        Returns
        -------
        ndarray of str, shape (n_features,)
        """
        check_is_fitted(self)
        index = self.vectoriser_.index
        evidence = [f"{template}={value}" for template, value in self.vectoriser_.evidence]
        pairs = [f"{index.words[a]} {index.words[b]}" for a, b in index.pairs]
        return np.asarray([*index.words, *pairs, *evidence] if self.words else evidence, dtype=object)

    def _observe(self, X: Any) -> list[Observed]:
        return observe(as_records(X, kind=self.kind, date=self.date))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.dict, tags.input_tags.two_d_array = True, True, False
        return tags
