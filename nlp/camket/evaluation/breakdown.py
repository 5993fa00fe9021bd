"""Scores of single classes, and the classes most often taken for each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from camket.evaluation.matching import pairs
from camket.evaluation.metrics import SAMPLES, Score

Record = Mapping[str, Any]
_CLAIM_FIELDS = ("result", "timing", "estimated")
NOTHING = "—"


def decided(gold: Record, predicted: Record, field: str) -> Iterator[tuple[str, str]]:
    """Labelled and given class of each thing that has one; ``NOTHING`` where one side has no such thing.

    Parameters
    ----------
    gold, predicted : dict
        Records of the same item.
    field : str
        "act", "target", "verdict", "result", "timing", "estimated" or "causes".
    """
    if field in _CLAIM_FIELDS:
        yield from _of_claims(gold["claims"], predicted["claims"], field)
    elif field == "causes":
        labelled, given = set(gold["causes"]), set(predicted["causes"])
        yield from ((cause, cause) for cause in sorted(labelled & given))
        yield from ((cause, NOTHING) for cause in sorted(labelled - given))
        yield from ((NOTHING, cause) for cause in sorted(given - labelled))
    elif gold[field] is not None or predicted[field] is not None:
        yield tuple(NOTHING if r[field] is None else str(r[field]) for r in (gold, predicted))  # type: ignore[misc]


def _of_claims(labelled: Sequence[Record], given: Sequence[Record], field: str) -> Iterator[tuple[str, str]]:
    found = pairs(labelled, given)
    yield from ((str(a[field]), str(b[field])) for a, b in found)
    used = {id(span) for pair in found for span in pair}
    yield from ((str(a[field]), NOTHING) for a in labelled if id(a) not in used)
    yield from ((NOTHING, str(b[field])) for b in given if id(b) not in used)


def class_scores(gold: Sequence[Record], predicted: Mapping[str, Record], field: str, seed: int = 0) -> list[Score]:
    """F1 of each class with its 95% bootstrap interval by document, the most frequent class first."""
    by_document: dict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
    for record in gold:
        counts = by_document[record.get("doc") or record["id"]]
        for label, given in decided(record, predicted[record["id"]], field):
            counts[label, 1] += 1
            counts[given, 2] += 1
            counts[label, 0] += label == given
    names = sorted({name for counts in by_document.values() for name, _ in counts} - {NOTHING})
    table = np.array([[[c[name, k] for k in range(3)] for name in names] for c in by_document.values()], dtype=float)
    draws = np.random.default_rng(seed).integers(len(table), size=(SAMPLES, len(table)))
    sampled = _f1(np.stack([table[draw].sum(axis=0) for draw in draws]))
    low, high = np.nanpercentile(sampled, (2.5, 97.5), axis=0)
    total = table.sum(axis=0)
    found = [
        Score(name, float(value), int(total[i, 1]), float(low[i]), float(high[i]))
        for i, (name, value) in enumerate(zip(names, _f1(total), strict=True))
    ]
    return sorted(found, key=lambda score: -score.support)


def _f1(counts: np.ndarray) -> np.ndarray:
    sizes = counts[..., 1] + counts[..., 2]
    scores: np.ndarray = np.divide(2 * counts[..., 0], sizes, out=np.full(sizes.shape, np.nan), where=sizes > 0)
    return scores


def confusions(gold: Sequence[Record], predicted: Mapping[str, Record], field: str) -> list[tuple[str, str, int]]:
    """Labelled class, given class and number of each sort of mistake, the most frequent first."""
    counts = Counter(
        pair for record in gold for pair in decided(record, predicted[record["id"]], field) if pair[0] != pair[1]
    )
    return [(*pair, n) for pair, n in sorted(counts.items(), key=lambda found: (-found[1], found[0]))]
