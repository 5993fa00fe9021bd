"""Compare predicted with labelled records: the metrics of the guidelines, with intervals by document."""

from camket.evaluation.metrics import Score, evaluate

__all__ = ["Score", "evaluate"]
