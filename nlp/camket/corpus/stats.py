"""Counts and measures of labelled records: composition, variety of wording, length, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from camket.corpus.ngrams import HALF, Index, words
from camket.corpus.schema import SPAN_FIELDS

Record = Mapping[str, Any]
WINDOW = 50
PARTS = (10, 25, 50, 75, 90)
_VALUES = {"times": "role", "figures": "role", "parties": "role", "claims": "result"}


@dataclass(frozen=True, slots=True)
class Statistics:
    """Measures of a set of records.

    ``counts`` are by field; ``lengths`` the 10th to 90th percentile of words an item; ``evidence`` the share of items
    with 0, 1, 2 … entries of each field (the last holds all above); ``repeated`` the share of items whose nearest other
    item holds over half of their word 5-grams.
    """

    items: int
    documents: int
    counts: dict[str, dict[str, int]]
    type_token_ratio: float
    repeated: float
    lengths: tuple[int, ...]
    evidence: dict[str, tuple[float, ...]]


def statistics(records: Sequence[Record]) -> Statistics:
    """Measure labelled records."""
    texts = [record["text"] for record in records]
    lengths = sorted(len(words(text)) for text in texts)
    return Statistics(
        items=len(records),
        documents=len({record["doc"] for record in records}),
        counts=_counts(records),
        type_token_ratio=type_token_ratio([word for text in texts for word in words(text)]),
        repeated=repeated(texts),
        lengths=tuple(lengths[(len(lengths) - 1) * part // 100] for part in PARTS),
        evidence={field: _evidence(len(record[field]) for record in records) for field in SPAN_FIELDS},
    )


def type_token_ratio(tokens: Sequence[str], window: int = WINDOW) -> float:
    """Moving-average type-token ratio (Covington & McFall 2010): mean share of different words in each window.

    Examples
    --------
    >>> type_token_ratio(["a", "b", "a", "b"], window=2), type_token_ratio(["a", "a", "a"], window=2)
    (1.0, 0.5)
    """
    if not tokens:
        return 0.0
    window = min(window, len(tokens))
    seen = Counter(tokens[:window])
    ratios = [len(seen) / window]
    for old, new in zip(tokens, tokens[window:], strict=False):
        seen[new] += 1
        seen[old] -= 1
        if not seen[old]:
            del seen[old]
        ratios.append(len(seen) / window)
    return fmean(ratios)


def repeated(texts: Sequence[str]) -> float:
    """Share of texts over half of whose word 5-grams stand in one other text.

    Examples
    --------
    >>> repeated(["một hai ba bốn năm sáu", "một hai ba bốn năm sáu bảy tám chín"])
    0.5
    """
    index = Index(texts)
    return sum(index.nearest(number) > HALF for number in range(len(texts))) / max(len(texts), 1)


def _counts(records: Sequence[Record]) -> dict[str, dict[str, int]]:
    counts = {field: _ranked(record[field] for record in records) for field in ("kind", "act", "verdict")}
    for field, value in _VALUES.items():
        counts[f"{field}.{value}"] = _ranked(span[value] for record in records for span in record[field])
    counts["claims.timing"] = _ranked(claim["timing"] for record in records for claim in record["claims"])
    counts["causes"] = _ranked(cause for record in records for cause in record["causes"])
    return counts


def _ranked(values: Iterable[str | None]) -> dict[str, int]:
    return {value: count for value, count in Counter(values).most_common() if value is not None}


def _evidence(numbers: Iterable[int], top: int = 5) -> tuple[float, ...]:
    counts = Counter(min(number, top) for number in numbers)
    return tuple(counts[number] / max(counts.total(), 1) for number in range(top + 1))
