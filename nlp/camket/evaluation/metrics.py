"""F-scores of every field of the guidelines' record.

All scores are sums over documents of hits, labelled and predicted, so that a bootstrap only has to draw documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from camket.evaluation.matching import Span, always, pairs, same_field, same_figure, same_time

Record = Mapping[str, Any]
# metric → (field, comparison) over paired spans
SPAN_METRICS: dict[str, tuple[str, Callable[[Span, Span], bool]]] = {
    "times_span_f1": ("times", always),
    "times_value_f1": ("times", same_time),
    "times_role_f1": ("times", same_field("role")),
    "deadline_value_f1": ("deadlines", same_time),
    "figures_span_f1": ("figures", always),
    "figures_value_f1": ("figures", same_figure),
    "figures_role_f1": ("figures", same_field("role")),
    "parties_span_f1": ("parties", always),
    "parties_role_f1": ("parties", same_field("role")),
    "claims_span_f1": ("claims", always),
    "claims_result_f1": ("claims", same_field("result")),
    "claims_timing_f1": ("claims", same_field("timing")),
    "claims_estimated_f1": ("claims", same_field("estimated")),
}
CLASS_METRICS = ("act", "target", "verdict")
SAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Score:
    """A metric's value with its 95% interval.

    Attributes
    ----------
    metric : str
        Its name, such as "act_macro_f1".
    value : float
        0 to 1.
    support : int
        Labels it was counted on.
    low, high : float
        Bootstrap interval by document.
    """

    metric: str
    value: float
    support: int
    low: float
    high: float


def evaluate(gold: Sequence[Record], predicted: Mapping[str, Record], seed: int = 0) -> list[Score]:
    """Score predictions against labelled records.

    Parameters
    ----------
    gold : sequence of dict
        Labelled records; ``doc`` (or else ``id``) is the unit of the bootstrap.
    predicted : mapping of str to dict
        Predicted records by ``id``; one that is missing counts as all wrong.
    seed : int
        Seed of the bootstrap (Efron & Tibshirani 1993, percentile intervals, 1,000 samples).

    Returns
    -------
    list of Score
        In a fixed order: ``act_macro_f1`` … ``causes_f1``; fields that are neither labelled nor predicted are left out.

    Examples
    --------
    >>> gold = [{"id": "a", "act": "claim", "target": None, "verdict": None, "causes": ["land"]}]
    >>> [(score.metric, score.value) for score in evaluate(gold, {"a": {**gold[0], "causes": []}})]
    [('act_macro_f1', 1.0), ('causes_f1', 0.0)]
    """
    by_document: dict[str, dict[str, np.ndarray]] = defaultdict(lambda: defaultdict(lambda: np.zeros(3)))
    for record in gold:
        counts = by_document[record.get("doc") or record["id"]]
        for key, triple in _count(record, predicted.get(record["id"], {})):
            counts[key] += triple
    return _scores([dict(counts) for counts in by_document.values()], seed)


def _scores(documents: Sequence[dict[str, np.ndarray]], seed: int) -> list[Score]:
    keys = sorted({key for counts in documents for key in counts})
    table = np.array([[counts.get(key, np.zeros(3)) for key in keys] for counts in documents])
    draws = np.random.default_rng(seed).integers(len(documents), size=(SAMPLES, len(documents)))
    samples = np.stack([table[draw].sum(axis=0) for draw in draws])
    total = table.sum(axis=0)
    scores = []
    for metric in _metric_names():
        columns = [i for i, key in enumerate(keys) if key.split("|")[0] == metric]
        if columns:
            value = _f1(total[None, columns])[0]
            if np.isnan(value):
                continue
            drawn = _f1(samples[:, columns])
            low, high = np.percentile(drawn[~np.isnan(drawn)], (2.5, 97.5))
            scores.append(Score(metric, float(value), int(total[columns, 1].sum()), float(low), float(high)))
    return scores


def _f1(counts: np.ndarray) -> np.ndarray:
    """Mean over classes of 2·hits / (labelled + predicted), shape (n_samples,); unlabelled classes are left out."""
    hits, labelled, given = counts[..., 0], counts[..., 1], counts[..., 2]
    # A class counts where it was labelled; a metric of one class also where it was only predicted.
    counted = labelled > 0 if counts.shape[1] > 1 else labelled + given > 0
    n = counted.sum(axis=1)
    scores = np.divide(2 * hits, labelled + given, out=np.zeros_like(hits), where=counted).sum(axis=1)
    means: np.ndarray = np.divide(scores, n, out=np.full(len(n), np.nan), where=n > 0)
    return means


def _metric_names() -> list[str]:
    return [*(f"{name}_macro_f1" for name in CLASS_METRICS), "vague_f1", *SPAN_METRICS, "result_set_f1", "causes_f1"]


def _count(gold: Record, predicted: Record) -> list[tuple[str, tuple[float, float, float]]]:
    rows = [*_class_counts(gold, predicted)]
    vague = (gold.get("verdict") == "vague", predicted.get("verdict") == "vague")
    rows.append(("vague_f1", (float(all(vague)), float(vague[0]), float(vague[1]))))
    for metric, (field, right) in SPAN_METRICS.items():
        a, b = _spans(gold, field), _spans(predicted, field)
        hits = sum(right(g, p) for g, p in pairs(a, b))
        rows.append((metric, (hits, len(a), len(b))))
    results = [{c.get("result") for c in r.get("claims") or []} for r in (gold, predicted)]
    causes = [set(r.get("causes") or []) for r in (gold, predicted)]
    for metric, (mine, theirs) in (("result_set_f1", results), ("causes_f1", causes)):
        rows.append((metric, (len(mine & theirs), len(mine), len(theirs))))
    return rows


def _class_counts(gold: Record, predicted: Record) -> list[tuple[str, tuple[float, float, float]]]:
    rows = []
    for field in CLASS_METRICS:
        if field != "act" and gold["act"] != "commitment":
            continue
        a, b = str(gold[field]), str(predicted.get(field))
        rows.append((f"{field}_macro_f1|{a}", (float(a == b), 1.0, 0.0)))
        rows.append((f"{field}_macro_f1|{b}", (0.0, 0.0, 1.0)))
    return rows


def _spans(record: Record, field: str) -> Sequence[Span]:
    if field == "deadlines":
        return [t for t in record.get("times") or [] if t.get("role") == "deadline"]
    return record.get(field) or []
