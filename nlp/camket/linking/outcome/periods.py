"""The years that a target and a report name: a target belongs to the period nearest to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from camket.linking.unit import Unit

_RANGE = re.compile(r"\b(20\d\d)\s*(?:-|–|đến|tới)\s*(?:hết )?(?:năm )?(20\d\d)\b")
_YEAR = re.compile(r"(?<!so với )(?<!cùng kỳ )\bnăm (20\d\d)\b")
_OPENS = 12  # characters before a year that opens a report
T = TypeVar("T")
Span = tuple[int, int]


def span_of(text: str) -> Span | None:
    """First and last year that a text names, the longer of a range before a single one.

    Examples
    --------
    >>> span_of("giai đoạn 2021 - 2025 trồng 3.000 ha"), span_of("riêng năm 2021 trồng 600 ha"), span_of("600 ha")
    ((2021, 2025), (2021, 2021), None)
    """
    span = _RANGE.search(text)
    if span:
        return int(span[1]), int(span[2])
    year = _YEAR.search(text)
    return (int(year[1]), int(year[1])) if year else None


def told_span(report: Unit) -> Span | None:
    """Years that a report tells of: a range that it names, the year it opens with, else that of its date."""
    text = report.text.lower()
    year = _YEAR.search(text)
    if _RANGE.search(text) or (year and year.start() < _OPENS):
        return span_of(text)
    return (report.day.year, report.day.year) if report.day else None


def in_period(targets: Sequence[T], span: Callable[[T], Span | None], told: Span | None) -> list[T]:
    """Of targets for different years those whose years hold the reported ones, the shortest of them; else all.

    Examples
    --------
    >>> both = [(2021, 2025), (2021, 2021)]
    >>> in_period(both, lambda s: s, (2021, 2023)), in_period(both, lambda s: s, (2021, 2021))
    ([(2021, 2025)], [(2021, 2021)])
    """
    spans = [span(target) for target in targets]
    named = {s for s in spans if s}
    if told is None or len(named) < 2:
        return list(targets)
    holding = [s for s in named if s[0] <= told[0] and told[1] <= s[1]]
    if not holding:
        return list(targets)
    best = min(holding, key=lambda s: s[1] - s[0])
    return [target for target, s in zip(targets, spans, strict=True) if s in (best, None)]
