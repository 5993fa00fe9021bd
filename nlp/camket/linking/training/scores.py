"""F-scores of pairs as the corpus guidelines count them, with bootstrap intervals by pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from camket.evaluation.metrics import SAMPLES, Score
from camket.linking.match import match_record, unlabelled
from camket.linking.model import LinkModel
from camket.linking.training.examples import Pair

METRICS = ("link_f1", "outcome_f1", "silent_f1", "orphan_f1", "outcome_accuracy")


def score_pairs(gold: Sequence[Pair], model: LinkModel | None = None, seed: int = 0) -> list[Score]:
    """Match labelled pairs as if they had no labels, and score what comes out."""
    return score_matched(gold, [match_record(unlabelled(pair), model) for pair in gold], seed)


def score_matched(gold: Sequence[Pair], matched: Sequence[Pair], seed: int = 0) -> list[Score]:
    """Scores of matched pairs against labelled ones in the same order.

    Examples
    --------
    >>> pair = {"links": [{"commitment": "c1", "report": "r1", "outcome": "met"}], "silent": ["c2"], "orphan": []}
    >>> wrong = {**pair, "links": [{"commitment": "c1", "report": "r1", "outcome": "overdue"}]}
    >>> [(s.metric, s.value) for s in score_matched([pair], [wrong]) if s.support]
    [('link_f1', 1.0), ('outcome_f1', 0.0), ('silent_f1', 1.0), ('outcome_accuracy', 0.0)]
    """
    table = np.array([[*_counts(a, b)] for a, b in zip(gold, matched, strict=True)], dtype=float)
    draws = np.random.default_rng(seed).integers(len(table), size=(SAMPLES, len(table)))
    sampled = _f1(np.stack([table[draw].sum(axis=0) for draw in draws]))
    total, (low, high) = table.sum(axis=0), np.nanpercentile(sampled, (2.5, 97.5), axis=0)
    values = _f1(total)
    return [
        Score(name, float(values[i]), int(total[i, 1]), float(low[i]), float(high[i]))
        for i, name in enumerate(METRICS)
    ]  # fmt: skip


def _counts(gold: Pair, given: Pair) -> Iterator[tuple[int, int, int]]:
    """Hits, labelled and given of each metric; accuracy is over links that are right, so both sides are those."""
    labelled, found = _outcomes(gold), _outcomes(given)
    both = labelled.keys() & found.keys()
    right = sum(labelled[key] == found[key] for key in both)
    yield len(both), len(labelled), len(found)
    yield right, len(labelled), len(found)
    for name in ("silent", "orphan"):
        mine, theirs = set(gold[name]), set(given[name])
        yield len(mine & theirs), len(mine), len(theirs)
    yield right, len(both), len(both)


def _outcomes(pair: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    return {(link["commitment"], link["report"]): link["outcome"] for link in pair["links"]}


def _f1(counts: np.ndarray) -> np.ndarray:
    sizes = counts[..., 1] + counts[..., 2]
    scores: np.ndarray = np.divide(2 * counts[..., 0], sizes, out=np.full(sizes.shape, np.nan), where=sizes > 0)
    return scores
