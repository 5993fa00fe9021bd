"""Pace at mid-year: how much is done of what accumulates over a period, against how much of the period has gone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from camket.lexicons import lexicon
from camket.linking.outcome.compare import Comparison, is_lower_better
from camket.linking.outcome.promise import Promise
from camket.linking.quantities import unit_name
from camket.linking.records import Pace

_WORDS = lexicon("linking")["pace"]
_LEVEL, _FLOW = re.compile(_WORDS["level"]), re.compile(_WORDS["flow"])
_STOCK = re.compile(_WORDS["stock"])
_NO_FLOW = frozenset({"%", "điểm %", "hạng", "điểm", "giờ", "phút", "ngày", "ngày làm việc"})


def pace_of(found: Sequence[Comparison], start: date | None, end: date | None, at: date | None) -> Pace | None:
    """Pace of the first compared figure that accumulates; None for levels, rates and periods without two ends.

    Parameters
    ----------
    found : sequence of Comparison
        What was compared.
    start, end : date or None
        First and last day of the promised period.
    at : date or None
        Day of the report.
    """
    if not (start and end and at) or not start <= at < end:
        return None
    elapsed = ((at - start).days + 1) / ((end - start).days + 1)
    flows = [c for c in found if c.reading.how in ("value", "sum") and not c.reading.final and is_flow(c.promise)]
    goal = flows[0].promise.figure.low if flows else None
    return Pace(round(flows[0].reading.value / goal, 4), round(elapsed, 4)) if goal else None


def is_flow(promise: Promise) -> bool:
    """Whether a promised figure accumulates over the period: money collected, trees planted, people trained.

    Examples
    --------
    >>> from camket.records import Figure
    >>> money = Figure(24, 34, 5e9, 5e9, None, "VND", "target")
    >>> is_flow(Promise(money, frozenset(), "thu ngân sách năm 2023 đạt 5 tỷ đồng"))
    True
    >>> is_flow(Promise(money, frozenset(), "dư nợ cho vay cuối năm 2023 đạt 5 tỷ đồng"))
    False
    """
    unit = unit_name(promise.figure)
    if unit in _NO_FLOW or "/" in unit or promise.change or promise.for_each or is_lower_better(promise):
        return False
    return not _LEVEL.search(promise.text) or bool(_FLOW.search(promise.text))


def still_counts(one: Comparison) -> bool:
    """Whether a kept ceiling may yet be broken: cases and sums of a period go on until it ends, levels do not.

    Examples
    --------
    >>> from camket.linking.outcome.compare import compare
    >>> from camket.linking.outcome.reading import Reading
    >>> from camket.records import Figure
    >>> cases = Figure(24, 34, None, 30, None, "đơn", "target")
    >>> promise = Promise(cases, frozenset(), "số đơn thư không quá 30 đơn")
    >>> still_counts(compare(promise, Reading(12, "value", cases, final=False, fit=1)))
    True
    """
    promise = one.promise
    if promise.change == "down" and one.reading.how == "change" and one.reading.final:
        return True
    return caps_count(promise)


def caps_count(promise: Promise) -> bool:
    """Whether a promise caps a count of what happens in a period: once it is passed, nothing brings it back."""
    unit = unit_name(promise.figure)
    if unit in _NO_FLOW or "/" in unit or promise.change or not is_lower_better(promise):
        return False
    return promise.figure.low is None and not _STOCK.search(promise.text)
