"""Lay a reported value beside the promised one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from camket.lexicons import lexicon
from camket.linking.amounts import amount
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading
from camket.records import Figure

_LOWER = tuple(lexicon("indicators")["lower_is_better"])
_CEILING = re.compile(lexicon("linking")["figures"]["ceiling"])
_KEPT = re.compile(lexicon("linking")["figures"]["kept_ceiling"])
_DEALT_WITH = re.compile(lexicon("linking")["figures"]["dealt_with"])
_OF_THEM = re.compile(lexicon("linking")["figures"]["of_the_poor"])
_REACH = re.compile(lexicon("linking")["figures"]["reach_them"])
_BELOW = ("dưới", "<", "thấp hơn", "ít hơn", "chưa đến", "chưa tới")
_OPEN = ("trên", "hơn", "vượt", "quá")
_ROUNDING = 0.05  # a percentage worked out from counts is as good as one printed with one decimal

Verdict = Literal["exceeded", "met", "not_met"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A reading against a target: what came of it, and the calculation written out."""

    promise: Promise
    reading: Reading
    result: Verdict
    calculation: str

    @property
    def reached(self) -> bool:
        """Whether the target is reached."""
        return self.result != "not_met"


def compare(promise: Promise, reading: Reading) -> Comparison:
    """Compare a reported value with a promised one, both in the target's unit.

    Floors and exact targets are exceeded above and met at the number; "trên N", ceilings and ranges kept are met; above
    a range's upper end is exceeded. An indicator that is better when lower turns exact targets round.

    Examples
    --------
    >>> target = Figure(4, 10, 12, 12, None, "ha", "target")
    >>> reading = Reading(14.0, "value", target, final=False, fit=1.0)
    >>> compare(Promise(target, frozenset(), "đạt 12 ha"), reading).result
    'exceeded'
    """
    target = promise.figure
    slack = _ROUNDING if reading.how in ("share", "change") else 1e-9 * max(1.0, abs(reading.value))
    if is_lower_better(promise):
        result = _lower(reading.value, promise, slack)
    else:
        result = _higher(reading.value, target, slack, _starts(promise, _OPEN))
    return Comparison(
        promise, reading, result, f"{reading.calculation or amount(reading.value, target.unit)} ↔ {bounds(target)}"
    )


def is_lower_better(promise: Promise) -> bool:
    """Whether less is better: a ceiling, or the level of an indicator of that kind; a promised reduction is not.

    Examples
    --------
    >>> down = Figure(24, 28, 2.0, 2.0, None, "%", "target")
    >>> is_lower_better(Promise(down, frozenset(), "giảm tỷ lệ hộ nghèo còn 2%"))
    True
    >>> is_lower_better(Promise(down, frozenset(), "mức giảm tỷ lệ hộ nghèo 2%"))
    False
    """
    if promise.change is not None:
        return False
    if promise.figure.low is None:
        return True
    if promise.figure.high is None:
        return False  # "từ 90% trở lên" says itself that more is better
    before = promise.text[: promise.figure.start]
    if _CEILING.search(before):
        return True
    if _DEALT_WITH.search(before):
        return False
    return promise.figure.unit == "%" and "không" not in before and any(_is_level_of(word, before) for word in _LOWER)


def _is_level_of(word: str, before: str) -> bool:
    """Whether the indicator is of a bad thing itself, not of what reaches those it concerns ("trợ cấp thất nghiệp")."""
    at = before.find(word)
    return at >= 0 and not _REACH.match(before, at + len(word)) and not _OF_THEM.search(before[:at])


def _lower(value: float, promise: Promise, slack: float) -> Verdict:
    target = promise.figure
    goal = target.high if target.high is not None else target.low
    if goal is None or value > goal + slack or (value > goal - slack and _starts(promise, _BELOW)):
        return "not_met"
    # A ceiling is kept; only a level that was named can be bettered.
    named = target.low == target.high and not _KEPT.search(promise.text[: target.start])
    return "exceeded" if named and value < goal - slack else "met"


def _higher(value: float, target: Figure, slack: float, opens: bool) -> Verdict:
    goal = target.low if target.low is not None else target.high
    if goal is None or value < goal - slack:
        return "not_met"
    if opens:
        return "met" if value > goal + slack else "not_met"
    top = target.high if target.high is not None else goal
    return "exceeded" if value > top + slack else "met"


def _starts(promise: Promise, words: tuple[str, ...]) -> bool:
    return promise.text[promise.figure.start : promise.figure.end].startswith(words)


def bounds(figure: Figure) -> str:
    """A target as it is shown in a calculation.

    Examples
    --------
    >>> bounds(Figure(0, 8, 90, None, None, "%", "target"))
    '≥ 90 %'
    """
    low, high = (None if value is None else amount(value, figure.unit) for value in (figure.low, figure.high))
    if low is not None and high is not None:
        return low if low == high else f"{low} – {high}"
    return f"≥ {low}" if low is not None else f"≤ {high}"
