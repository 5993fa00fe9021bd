"""Whether a promise is too vague to check."""

from __future__ import annotations

from typing import Any

from scipy.sparse import csr_matrix

from camket.estimators.evidence import EvidenceFeatures
from camket.estimators.inputs import as_records
from camket.estimators.textual import TextClassifier


class VaguenessClassifier(TextClassifier):
    """Learn to tell vague items from checkable ones, or any other labels of whole items.

    It has the form of the shipped models: the evidence of camket and the words of the text, a multinomial logistic
    regression, and a temperature set on documents left out in turn (Guo et al. 2017). Give it your own labels to have
    a judgement of your own.

    Parameters
    ----------
    C : float, default=0.5
        Inverse of the L2 penalty.
    kind : {"commitment", "report"}, default="commitment"
        The document a text comes from, where the sample does not say.
    date : ISO string, optional
        The document's date, where the sample does not say.
    words : bool, default=True
        Whether words and pairs of words are features beside the evidence.
    min_count : int, default=2
        Texts in which a word or a piece of evidence must stand to become a feature.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
        Labels in the order of the columns of :meth:`predict_proba`.
    features_ : EvidenceFeatures
        The fitted features.
    model_ : LinearModel
        Weights of shape (n_features, n_classes), bias and temperature.

    Examples
    --------
    >>> clear = ["Trồng 5 ha rừng.", "Xây 2 cầu.", "Xây 4 cầu."]
    >>> vague = ["Tăng cường chỉ đạo.", "Tăng cường học tập.", "Nâng cao ý thức."]
    >>> model = VaguenessClassifier(min_count=1).fit(clear + vague, ["clear"] * 3 + ["vague"] * 3)
    >>> model.predict(["Xây 3 cầu.", "Tăng cường tuyên truyền."]).tolist()
    ['clear', 'vague']
    """

    def __init__(
        self, *, C: float = 0.5, kind: str = "commitment", date: str | None = None, words: bool = True,
        min_count: int = 2,
    ) -> None:  # fmt: skip
        self.C = C
        self.kind = kind
        self.date = date
        self.words = words
        self.min_count = min_count

    def _records(self, X: Any) -> list[dict[str, Any]]:
        return as_records(X, kind=self.kind, date=self.date)

    def _fit_matrix(self, records: list[dict[str, Any]]) -> csr_matrix:
        self.features_ = EvidenceFeatures(words=self.words, min_count=self.min_count)
        return self.features_.fit(records).transform(records)

    def _matrix(self, records: list[dict[str, Any]]) -> csr_matrix:
        return self.features_.transform(records)
