"""Lay a reported value beside the promised one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from camket.lexicons import lexicon
from camket.linking.outcome.values import Reading
from camket.linking.unit import Unit
from camket.records import Figure

_LOWER = tuple(lexicon("indicators")["lower_is_better"])
_RAISED = tuple(lexicon("indicators")["reductions"])
_OPEN = ("trên", "hơn", "vượt", "quá")
_ROUNDING = 0.05  # a percentage worked out from counts is as good as one printed with one decimal


@dataclass(frozen=True, slots=True)
class Comparison:
    """A reading against a target: whether it is reached, and the calculation written out."""

    target: Figure
    reading: Reading
    reached: bool
    result: Literal["exceeded", "met", "not_met"]
    calculation: str


def compare(commitment: Unit, target: Figure, reading: Reading) -> Comparison:
    """Compare a reported value with a target, both in the target's unit.

    Floors and exact targets are exceeded above and met at the number; "trên N", ceilings and ranges kept are met; above
    a range's upper end is exceeded. An indicator that is better when lower turns exact targets round.
    """
    value, low, high = reading.value, target.low, target.high
    slack = _ROUNDING if reading.how in ("share", "change") else 1e-9 * max(1.0, abs(value))
    if is_lower_better(commitment, target):
        result = _lower(value, low, high, slack)
    else:
        result = _higher(value, low, high, slack, _opens(commitment.text, target))
    shown = f"{reading.calculation or number(value)} ↔ {bounds(target)}"
    return Comparison(target, reading, result != "not_met", result, shown)


def is_lower_better(commitment: Unit, target: Figure) -> bool:
    """Whether less is better: a ceiling, or an indicator of that kind that is not promised as a reduction."""
    if target.low is None:
        return True
    text = commitment.text.lower()
    if target.direction == "down":
        # "giảm 4,5%" promises the size of a reduction, "giảm còn 3%" a level.
        before = text[max(0, target.start - 12) : target.start]
        return any(word in before for word in ("còn", "xuống"))
    if any(word in text for word in _RAISED):
        return False
    return any(word in text for word in _LOWER) and not target.of and target.unit == "%" and "còn" in text


def _lower(value: float, low: float | None, high: float | None, slack: float) -> Literal["exceeded", "met", "not_met"]:
    goal = high if high is not None else low
    if goal is None or value > goal + slack:
        return "not_met"
    return "exceeded" if low == high and value < goal - slack else "met"


def _higher(
    value: float, low: float | None, high: float | None, slack: float, opens: bool
) -> Literal["exceeded", "met", "not_met"]:
    goal = low if low is not None else high
    if goal is None or value < goal - slack:
        return "not_met"
    if opens:
        return "met" if value > goal + slack else "not_met"
    top = high if high is not None else goal
    return "exceeded" if value > top + slack else "met"


def _opens(text: str, target: Figure) -> bool:
    return text[target.start : target.end].lower().startswith(_OPEN)


def bounds(figure: Figure) -> str:
    """A target as it is shown in a calculation."""
    unit = figure.unit or ""
    if figure.low is not None and figure.high is not None:
        core = number(figure.low) if figure.low == figure.high else f"{number(figure.low)}–{number(figure.high)}"
    else:
        core = f"≥ {number(figure.low)}" if figure.low is not None else f"≤ {number(figure.high or 0)}"
    return f"{core} {unit}".strip()


def number(value: float) -> str:
    """A number with Vietnamese separators."""
    return f"{value:,.4f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))
