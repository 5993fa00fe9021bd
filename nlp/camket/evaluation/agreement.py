"""How far independent labellings of the same items agree, before any adjudication."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import Any

from camket.evaluation.matching import Span, always, pairs, same_field, same_figure, same_time

Record = Mapping[str, Any]
Labelling = Mapping[str, Record]
LABELS = ("act", "target", "verdict")
SPANS: dict[str, tuple[str, Callable[[Span, Span], bool]]] = {
    "times span": ("times", always),
    "times value": ("times", same_time),
    "times role": ("times", same_field("role")),
    "figures span": ("figures", always),
    "figures value": ("figures", same_figure),
    "figures role": ("figures", same_field("role")),
    "parties span": ("parties", always),
    "parties role": ("parties", same_field("role")),
    "claims span": ("claims", always),
    "claims result": ("claims", same_field("result")),
    "claims timing": ("claims", same_field("timing")),
    "claims estimated": ("claims", same_field("estimated")),
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one field: Krippendorff's alpha or a pairwise F1, and the number of items or spans behind it."""

    field: str
    measure: str
    value: float
    support: int


def agreement(labellings: Sequence[Labelling]) -> list[Agreement]:
    """Agreement of two or more labellings on the items that at least two of them have.

    Parameters
    ----------
    labellings : sequence of mapping of str to dict
        Records by ``id``, one mapping an annotator.

    Returns
    -------
    list of Agreement
        Krippendorff's alpha (nominal) for ``act``, ``target``, ``verdict`` and for result, timing and role of the spans
        that two annotators both marked; mean pairwise F1 for spans, their values, and causes.
    """
    found = []
    for field in LABELS:
        units = _units([{name: record[field] for name, record in made.items()} for made in labellings])
        found.append(Agreement(field, "alpha", krippendorff_alpha(units), len(units)))
    for field, name in (("times", "role"), ("figures", "role"), ("claims", "result"), ("claims", "timing")):
        units = _span_units(labellings, field, name)
        found.append(Agreement(f"{field} {name}", "alpha", krippendorff_alpha(units), len(units)))
    for label, (field, same) in SPANS.items():
        scores = [_f1(a, b, field, same) for a, b in combinations(labellings, 2)]
        found.append(Agreement(label, "F1", fmean(f1 for f1, _ in scores), sum(support for _, support in scores)))
    scores = [_cause_f1(a, b) for a, b in combinations(labellings, 2)]
    found.append(Agreement("causes", "F1", fmean(f1 for f1, _ in scores), sum(support for _, support in scores)))
    return found


def krippendorff_alpha(units: Sequence[Sequence[Hashable]]) -> float:
    """Krippendorff's alpha for nominal values (Krippendorff 2011, "Computing Krippendorff's alpha-reliability").

    Parameters
    ----------
    units : sequence of sequences
        The values given to each unit, in any order; units with fewer than two values say nothing and are left out.

    Returns
    -------
    float
        1 for full agreement, 0 for chance, below 0 for less. 1 where only one value was ever used.

    Examples
    --------
    >>> krippendorff_alpha([("a", "a"), ("b", "b"), ("a", "b")])
    0.4444444444444444
    """
    paired = [Counter(unit) for unit in units if len(unit) > 1]
    totals: Counter[Hashable] = Counter()
    disagreed = 0.0
    for counts in paired:
        size = counts.total()
        totals += counts
        disagreed += sum(count * (size - count) for count in counts.values()) / (size - 1)
    number = totals.total()
    expected = sum(count * (number - count) for count in totals.values())
    return 1.0 if not expected else 1.0 - (number - 1) * disagreed / expected


def _units(labellings: Sequence[Mapping[str, Hashable]]) -> list[tuple[Hashable, ...]]:
    values: dict[str, list[Hashable]] = defaultdict(list)
    for made in labellings:
        for name, value in made.items():
            values[name].append(value)
    return [tuple(given) for given in values.values() if len(given) > 1]


def _shared(a: Labelling, b: Labelling) -> list[tuple[Record, Record]]:
    return [(record, b[name]) for name, record in a.items() if name in b]


def _span_units(labellings: Sequence[Labelling], field: str, name: str) -> list[tuple[Hashable, ...]]:
    return [
        (left[name], right[name])
        for a, b in combinations(labellings, 2)
        for one, other in _shared(a, b)
        for left, right in pairs(one[field], other[field])
    ]


def _f1(a: Labelling, b: Labelling, field: str, same: Callable[[Span, Span], bool]) -> tuple[float, int]:
    hits = size = 0
    for one, other in _shared(a, b):
        hits += sum(same(left, right) for left, right in pairs(one[field], other[field]))
        size += len(one[field]) + len(other[field])
    return (2 * hits / size if size else 1.0), size


def _cause_f1(a: Labelling, b: Labelling) -> tuple[float, int]:
    hits = size = 0
    for one, other in _shared(a, b):
        hits += len(set(one["causes"]) & set(other["causes"]))
        size += len(one["causes"]) + len(other["causes"])
    return (2 * hits / size if size else 1.0), size
