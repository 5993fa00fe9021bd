"""The state that a report claims."""

from __future__ import annotations

from typing import Any

from scipy.sparse import csr_matrix

from camket.estimators.inputs import as_records
from camket.estimators.textual import TextClassifier
from camket.pipes import figures, times
from camket.scoring.claims.labels import claim_rows
from camket.scoring.claims.view import view
from camket.scoring.observed import Observed
from camket.scoring.vectoriser import Row, Vectoriser
from camket.scoring.words import WordIndex
from camket.training.rows import observe, token_range


class ClaimStatusClassifier(TextClassifier):
    """Learn the result ("completed", "not_met", …) or the timing ("late", …) of claims from labelled spans.

    A sample is a record with ``text`` and, for a claim that is only part of it, ``start`` and ``end`` (half-open, code
    points); what stands around the span counts as context.

    Parameters
    ----------
    C : float, default=0.5
        Inverse of the L2 penalty.
    kind : {"commitment", "report"}, default="report"
        The document a text comes from, where the sample does not say.
    date : ISO string, optional
        The document's date, where the sample does not say.
    min_count : int, default=2
        Claims in which a word or a piece of evidence must stand to become a feature.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
        Labels in the order of the columns of :meth:`predict_proba`.
    vectoriser_ : Vectoriser
        Places of words and evidence in the matrix.
    model_ : LinearModel
        Weights of shape (n_features, n_classes), bias and temperature.

    Examples
    --------
    >>> done = ["Đã trồng 5 ha rừng.", "Đã xây 2 cầu.", "Đã xong đường."]
    >>> open_ = ["Chưa xây cầu.", "Chưa trồng rừng.", "Chưa làm."]
    >>> model = ClaimStatusClassifier(min_count=1).fit(done + open_, ["completed"] * 3 + ["not_started"] * 3)
    >>> model.predict(["Chưa làm đường.", "Đã làm đường."]).tolist()
    ['not_started', 'completed']
    """

    def __init__(self, *, C: float = 0.5, kind: str = "report", date: str | None = None, min_count: int = 2) -> None:
        self.C = C
        self.kind = kind
        self.date = date
        self.min_count = min_count

    def _records(self, X: Any) -> list[dict[str, Any]]:
        return as_records(X, kind=self.kind, date=self.date, extra=("start", "end"))

    def _fit_matrix(self, records: list[dict[str, Any]]) -> csr_matrix:
        observed = _observe(records)
        index = WordIndex.fit([one.source.syllables.forms for one in observed], self.min_count)
        rows = [_row(record, one, index) for record, one in zip(records, observed, strict=True)]
        self.vectoriser_ = Vectoriser.fit(index, rows, self.min_count)
        return self.vectoriser_.transform(rows)

    def _matrix(self, records: list[dict[str, Any]]) -> csr_matrix:
        index = self.vectoriser_.index
        return self.vectoriser_.transform(
            [_row(r, one, index) for r, one in zip(records, _observe(records), strict=True)]
        )


def _observe(records: list[dict[str, Any]]) -> list[Observed]:
    """Evidence of texts that report something."""
    observed = observe(records)
    for one in observed:
        one.times = times.assign_roles(one.times, one.source, "claim")
        one.figures = figures.assign_roles(one.figures, one.source, "claim", one.times)
    return observed


def _row(record: dict[str, Any], one: Observed, index: WordIndex) -> Row:
    span = {"start": int(record.get("start", 0)), "end": int(record.get("end", len(record["text"])))}
    if not 0 <= span["start"] < span["end"] <= len(record["text"]):
        raise ValueError("Đoạn nêu kết quả (start, end) nằm ngoài văn bản. Hãy kiểm tra lại vị trí.")
    return claim_rows(view(one, index), [token_range(one.source.syllables, span)])[0]
