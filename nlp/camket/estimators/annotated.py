"""What the finished analysis says of a text, as numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin

from camket.convert import record_to_item
from camket.estimators.inputs import as_records
from camket.pipeline import analyse
from camket.records import ACTS, CAUSES, CRITERIA, POINTS, RESULTS, Annotation

NAMES = (
    *(f"p_{act}" for act in ACTS), "p_target", *CRITERIA, "n_deadlines", "n_times", "n_targets", "n_actuals",
    "n_figures", "n_leads", "n_parties", "n_claims", *(f"n_{result}" for result in RESULTS),
    *(f"cause_{cause}" for cause in CAUSES), "n_findings",
)  # fmt: skip


class AnnotationFeatures(TransformerMixin, BaseEstimator):
    """A short row of numbers for each text, made by the shipped models: nothing is learned.

    Parameters
    ----------
    kind : {"commitment", "report"}, default="commitment"
        The document a text comes from, where the sample does not say.
    date : ISO string, optional
        The document's date, where the sample does not say.

    Examples
    --------
    >>> row = AnnotationFeatures(date="2024-01-15").fit_transform(["Trồng 5 ha rừng trước 30/6."])[0]
    >>> names = AnnotationFeatures().get_feature_names_out()
    >>> {str(n): float(v) for n, v in zip(names, row) if n in ("time", "product", "n_targets")}
    {'time': 1.0, 'product': 1.0, 'n_targets': 1.0}
    """

    def __init__(self, *, kind: str = "commitment", date: str | None = None) -> None:
        self.kind = kind
        self.date = date

    def fit(self, X: Any, y: Any = None) -> AnnotationFeatures:
        """Nothing to learn: the shipped models are used as they are."""
        return self

    def transform(self, X: Any) -> np.ndarray:
        """Numbers of each text.

        Parameters
        ----------
        X : iterable of str or dict, or DataFrame, of length n_samples

        Returns
        -------
        ndarray of shape (n_samples, n_features)
            Calibrated probabilities of the acts and of a target (0 to 1); points of the six criteria (1 clear, 0.5
            unclear, 0 missing; 0 throughout for what is no commitment); counts of what was found. Columns in the order
            of :meth:`get_feature_names_out`.

        Raises
        ------
        ValueError
            Where a sample has no text.
        """
        records = as_records(X, kind=self.kind, date=self.date)
        rows = [_row(annotation) for annotation in analyse(map(record_to_item, records), 500)]
        return np.asarray(rows, dtype=np.float64).reshape(-1, len(NAMES))

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray:
        """Name of each column, shape (n_features,)."""
        return np.asarray(NAMES, dtype=object)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.dict, tags.input_tags.two_d_array = True, True, False
        tags.requires_fit = False
        return tags


def _row(annotation: Annotation) -> list[float]:
    judgement, evidence = annotation.judgement, annotation.evidence
    states = {c.name: POINTS[c.state] for c in judgement.criteria}
    times, figures, parties = ([part.role for part in found] for found in (evidence.times, evidence.figures,
                                                                           evidence.parties))  # fmt: skip
    results = [claim.result for claim in evidence.claims]
    return [
        *(judgement.probabilities.get(f"act={act}", 0.0) for act in ACTS), judgement.probabilities.get("target", 0.0),
        *(states.get(name, 0.0) for name in CRITERIA), times.count("deadline"), len(times), figures.count("target"),
        figures.count("actual"), len(figures), parties.count("lead"), len(parties), len(results),
        *(results.count(result) for result in RESULTS), *(cause in evidence.causes for cause in CAUSES),
        len(annotation.findings),
    ]  # fmt: skip
