"""Pair predicted with labelled spans, and compare their values."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Span = Mapping[str, Any]
MIN_OVERLAP = 0.5


def overlap(a: Span, b: Span) -> float:
    """Intersection over union of two half-open ranges.

    Examples
    --------
    >>> overlap({"start": 0, "end": 10}, {"start": 5, "end": 15})
    0.3333333333333333
    """
    shared: int = min(a["end"], b["end"]) - max(a["start"], b["start"])
    whole: int = max(a["end"], b["end"]) - min(a["start"], b["start"])
    return max(0.0, shared / whole)


def pairs(gold: Sequence[Span], predicted: Sequence[Span]) -> list[tuple[Span, Span]]:
    """One-to-one pairs that overlap by at least half, the best overlap first."""
    ranked = sorted(
        (-overlap(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if overlap(g, p) >= MIN_OVERLAP
    )
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    found = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            found.append((gold[i], predicted[j]))
    return found


def same_time(gold: Span, predicted: Span) -> bool:
    """Same interval, bound, event and recurrence (the order of its parts does not matter)."""
    plain = all(gold.get(key) == predicted.get(key) for key in ("from", "to", "bound", "event"))
    return plain and _rule_parts(gold) == _rule_parts(predicted)


def _rule_parts(time: Span) -> set[str]:
    return set(filter(None, (time.get("rrule") or "").upper().split(";")))


def same_figure(gold: Span, predicted: Span) -> bool:
    """Same bounds, whole and unit; a counted noun may carry one more word ("hộ dân" for "hộ")."""
    numbers = all(_same_number(gold.get(key), predicted.get(key)) for key in ("low", "high", "of"))
    return numbers and same_unit(gold.get("unit"), predicted.get("unit"))


def _same_number(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)


def same_unit(gold: str | None, predicted: str | None) -> bool:
    """Whether two units are one, up to case, blanks and one further word behind a counted noun.

    Examples
    --------
    >>> same_unit("hộ", "hộ dân"), same_unit("điểm", "điểm %"), same_unit("%", "%/năm")
    (True, False, False)
    """
    first, second = (" ".join((unit or "").lower().split()) for unit in (gold, predicted))
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    extendable = short.isalpha() and short != "điểm"
    return extendable and long.startswith(f"{short} ") and long.count(" ") == 1


def same_field(name: str) -> Callable[[Span, Span], bool]:
    """Comparison of one field."""
    return lambda gold, predicted: gold.get(name) == predicted.get(name)


def always(_gold: Span, _predicted: Span) -> bool:
    """Any pair is right: for scores of spans alone."""
    return True
