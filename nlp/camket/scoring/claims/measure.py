"""Arithmetic of a claim: how far its own figures say the plan was reached.

Official reports give the measure in three ways: a percentage of the plan ("bằng 61,1% kế hoạch"), a part of a whole
("38/45 bóng"), or the plan's value beside the result ("62 đảng viên (NQ 50 - 55)"). Each becomes one share, and a
share above, at or below 1 is read with the direction of the indicator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from camket.lexicons import lexicon
from camket.records import Figure

_WORDS = lexicon("claims")["measure"]
_PLAN, _LEVEL, _LOWER = (tuple(_WORDS[key]) for key in ("plan", "level", "lower_is_better"))
_NEAR = 42

Kind = Literal["percent", "ratio", "pair"]


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the plan was reached, 1.0 being all of it, and how the text says so."""

    value: float
    kind: Kind
    of_plan: bool


def shares(figures: Sequence[Figure], text: str, start: int, end: int) -> list[Share]:
    """Shares of a plan or whole stated between two offsets, in the order of the text.

    Parameters
    ----------
    figures : sequence of Figure
        Figures inside the claim, with final roles.
    text : str
        The item's text.
    start, end : int
        The claim's span.
    """
    found = [share for figure in figures if (share := _own_share(figure, text, start, end))]
    pair = _pair(figures, text[start:end].lower())
    return [*found, pair] if pair else found


def _own_share(figure: Figure, text: str, start: int, end: int) -> Share | None:
    value = figure.low if figure.low is not None else figure.high
    if value is None or figure.role == "target":
        return None
    after = text[figure.end : min(end, figure.end + _NEAR)].lower()
    of_plan = any(word in after for word in _PLAN)
    if figure.of:
        return Share(value / figure.of, "ratio", of_plan or figure.unit == "VND")
    if figure.unit != "%" or value < 0:
        return None
    if of_plan or _follows_amount(text[start : figure.start].lower()):
        return Share(value / 100, "percent", of_plan)
    return None


def _follows_amount(before: str) -> bool:
    # "212,7 tỷ đồng, đạt 97,5%": a share; "tỷ lệ che phủ đạt 52%": a level.
    ends = before.rstrip().endswith(("đạt", "bằng", "được", "(", "chiếm", "tương đương"))
    return ends and any(c.isdigit() for c in before) and not any(word in before for word in _LEVEL)


def _pair(figures: Sequence[Figure], words: str) -> Share | None:
    """Result against the plan's own value of the same unit; more is better unless the words say otherwise."""
    for target in figures:
        if target.role != "target":
            continue
        actual = next((f for f in figures if f.role == "actual" and f.unit == target.unit and f.of is None), None)
        if actual is not None:
            return _compare(actual, target, words)
    return None


def _compare(actual: Figure, target: Figure, words: str) -> Share | None:
    reached = actual.low if actual.low is not None else actual.high
    lower = target.low is None or any(word in words for word in _LOWER)
    goal = target.high if lower else target.low
    if reached is None or goal is None or goal <= 0 or reached < 0:
        return None
    if not lower:
        inside = target.high is not None and goal <= reached <= target.high
        return Share(1.0 if inside else reached / goal, "pair", True)
    if reached <= goal and target.low is None:
        return Share(1.0, "pair", True)
    return Share(goal / reached if reached else 2.0, "pair", True)


def bucket(share: float) -> str:
    """Class of a share by the guidelines' bounds: 9/10 of counted things, 95% of a plan, all, more.

    Examples
    --------
    >>> [bucket(s) for s in (0.3, 0.8, 0.92, 0.96, 1, 1.02)]
    ['low', 'part', 'most', 'nearly', 'full', 'over']
    """
    for top, name in ((0.5, "low"), (0.9, "part"), (0.95, "most"), (0.99999, "nearly"), (1.00001, "full")):
        if share < top:
            return name
    return "over"


def period(day: date | None) -> str:
    """Where in the reporting year a document falls: a year's plan is over in December and in a January report."""
    if day is None:
        return "unknown"
    if day.month <= 2 or day.month == 12:
        return "over"
    return "closing" if day.month == 11 else "running"
