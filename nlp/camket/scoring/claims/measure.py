"""Arithmetic of a claim: how far its own figures say the plan was reached.

Official reports give the measure in four ways: a part of a whole ("38/45 bóng"), a percentage of the plan ("bằng 61,1%
kế hoạch"), an amount and the share it makes ("212 tỷ đồng, đạt 97,5%"), or the plan's value beside the result ("62 đảng
viên (NQ 50 - 55)"). Each becomes one share of the plan, read with the direction of the indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from camket.lexicons import lexicon
from camket.records import Figure

_WORDS = lexicon("claims")["measure"]
_any = {name: "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for name, words in _WORDS.items()}
_PLAN_BEFORE = re.compile(
    rf"(?:{_any['plan']})(?: \w+){{0,2}}[ :(]*"
    r"(?:dưới |trên |≤ ?|≥ ?|< ?|> ?|không quá |tối đa |tối thiểu |ít nhất |từ |giảm |tăng |- )*$"
)
_SHARE_BEHIND = re.compile(rf"^(?! ?/)[^;|\d()]{{0,30}}?\b(?:{_any['share']})\b")
_LINK = re.compile(rf"(?:\b(?:{_any['link']})|[(=,:])\s*$")
_CHANGE = re.compile(rf"(?:{_any['change']})(?: \w+)? ?$")
_CEILING = re.compile(rf"(?:{_any['ceiling']})\s*\S{{0,4}}\s*$|khống chế|cho phép|trần|tối đa")
_LEFT = re.compile(rf"(?:{_any['left']})(?: \w+)? ?$")
_PAST_BEHIND = re.compile(rf"^[^;|\d,]{{0,12}}?(?:{_any['past']})")
_NEAR, _BESIDE = 44, 16
_LENGTHS = frozenset(_WORDS["lengths"])

Kind = Literal["whole", "percent", "amount", "pair"]


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the plan was reached, 1.0 being all of it; how the text says so, and whether less is better."""

    value: float
    kind: Kind
    lower: bool = False


@dataclass(frozen=True, slots=True)
class _Clause:
    """A claim's figures with the lower-case words around them."""

    figures: Sequence[Figure]
    words: str
    start: int
    end: int

    def before(self, figure: Figure, width: int = _NEAR) -> str:
        return self.words[max(self.start, figure.start - width) : figure.start]

    def after(self, figure: Figure) -> str:
        return self.words[figure.end : min(self.end, figure.end + _NEAR)]

    def is_change(self, figure: Figure) -> bool:
        return bool(_CHANGE.search(self.before(figure, _BESIDE)))

    def is_plan(self, figure: Figure) -> bool:
        return figure.role == "target" or bool(_PLAN_BEFORE.search(self.before(figure)))


def shares(figures: Sequence[Figure], words: str, start: int, end: int, *, lower: bool = False) -> list[Share]:
    """Shares of a plan or whole stated between two offsets; a result beside the plan's own value comes last.

    Parameters
    ----------
    figures : sequence of Figure
        Figures inside the claim, with final roles.
    words : str
        The item's text in lower case, offset by offset.
    start, end : int
        The claim's span.
    lower : bool
        Whether less of the thing is wanted.
    """
    clause = _Clause(figures, words, start, end)
    return [*_stated(clause), *_compared(clause, lower)]


def _stated(clause: _Clause) -> Iterator[Share]:
    """Parts of a whole and percentages."""
    amount = False
    for figure in clause.figures:
        value = _value(figure)
        if value is None or value < 0:
            continue
        if figure.of:
            part = value / figure.of
            yield Share(1 - part if _LEFT.search(clause.before(figure, _BESIDE)) else part, "whole")
        elif figure.unit == "%" and (kind := _percent_kind(clause, figure, amount)):
            yield Share(value / 100, kind)
        amount = amount or figure.unit != "%" or figure.of is not None


def _percent_kind(clause: _Clause, figure: Figure, amount: bool) -> Kind | None:
    if figure.role == "target" or _CHANGE.search(clause.before(figure, _BESIDE)):
        return None
    if _SHARE_BEHIND.search(clause.after(figure)):
        return "percent"
    linked = amount and figure.role != "baseline" and _LINK.search(clause.before(figure))
    return "amount" if linked else None


def _compared(clause: _Clause, lower: bool) -> Iterator[Share]:
    """The result against the first plan's value that has one."""
    for place, plan in enumerate(clause.figures):
        if plan.of is None and clause.is_plan(plan) and not (plan.unit or "").startswith("điểm %"):
            actual = _actual(clause, place)
            if actual is not None and (share := _compare(clause, actual, plan, lower)):
                yield share
                return


def _actual(clause: _Clause, place: int) -> Figure | None:
    """The last result of the plan's unit before it, else the first one behind it; in a table row the other way round.

    Changes are held against changes.
    """
    plan = clause.figures[place]
    fits = [
        (i, f)
        for i, f in enumerate(clause.figures)
        if i != place and f.of is None and f.role in ("actual", "other") and _alike(f, plan) and not clause.is_plan(f)
    ]
    if clause.is_change(plan):
        fits = [(i, f) for i, f in fits if clause.is_change(f)]
    before = [f for i, f in fits if i < place]
    behind = [f for i, f in fits if i > place]
    if behind and "|" in clause.words[plan.end : behind[0].start]:
        return behind[0]
    return before[-1] if before else behind[0] if behind else None


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same: "phiên tòa" and "phiên", "VND/năm" and "VND"."""
    if one.unit is None or other.unit is None:
        return True
    a, b = (f.unit.replace("điểm ", "").split("/")[0].split(" ")[0] for f in (one, other))  # type: ignore[union-attr]
    return a == b


def _compare(clause: _Clause, actual: Figure, plan: Figure, lower: bool) -> Share | None:
    reached, goal = _value(actual), plan.high if plan.low is None else plan.low
    change = clause.is_change(actual) and not clause.is_change(plan) and actual.unit not in ("%", "%/năm")
    if reached is None or goal is None or reached < 0 or goal <= 0 or change:
        return None
    words = clause.before(plan)
    ceiling = plan.low is None or bool(_CEILING.search(words[-24:]))
    if ceiling or lower or plan.unit in _LENGTHS:
        return Share(_under(reached, plan.high or goal, ceiling), "pair", lower=True)
    ranged = plan.high is not None and plan.high > goal and goal <= reached <= plan.high
    # "trên N" is reached, not exceeded, by any value above N.
    over = words.endswith(("trên ", "> ", ">")) or clause.words.startswith(("trên", "hơn"), plan.start)
    return Share(1.0 if ranged or (over and reached > goal) else reached / goal, "pair")


def _under(reached: float, goal: float, ceiling: bool) -> float:
    """A ceiling that is kept is reached; of an exact goal, less is more."""
    if reached > goal:
        return goal / reached
    return 1.0 if ceiling or not reached else goal / reached


def loose(figures: Sequence[Figure], words: str, start: int, end: int) -> list[tuple[str, str]]:
    """Percentages that nothing calls shares, and parts of a number told before: size, and what it stands beside."""
    clause = _Clause(figures, words, start, end)
    found = []
    for figure in figures:
        value = _value(figure)
        if figure.unit == "%" and value is not None and figure.role != "target" and not clause.is_change(figure):
            past = bool(_PAST_BEHIND.search(clause.after(figure)))
            found.append((bucket(Share(value / 100, "percent")), f"% {past}"))
    counts = [f for f in figures if f.of is None and f.unit != "%" and f.low is not None]
    for whole, part in pairwise(counts):
        if whole.role != "baseline" and _alike(whole, part) and 0 < part.low <= whole.low:  # type: ignore[operator]
            found.append((bucket(Share(part.low / whole.low, "whole")), f"part {whole.role}"))  # type: ignore[operator]
    return found


def _value(figure: Figure) -> float | None:
    return figure.low if figure.low is not None else figure.high


def bucket(share: Share) -> str:
    """Class of a share by the guidelines' bounds: 95% of a plan and 9/10 of counted things, all, more.

    Examples
    --------
    >>> [bucket(Share(value, "whole")) for value in (0, 0.3, 0.92, 0.96, 1, 1.02)]
    ['none', 'short', 'nearly', 'nearly', 'full', 'over']
    """
    nearly = 0.9 if share.kind == "whole" else 0.95
    for top, name in ((1e-9, "none"), (nearly, "short"), (0.99999, "nearly"), (1.00001, "full")):
        if share.value < top:
            return name
    return "over"


def period(day: date | None) -> str:
    """Where in the reporting year a document falls; a year's plan is over in a report of the next January.

    Examples
    --------
    >>> [period(date(2023, month, 20)) for month in (1, 6, 11, 12)]
    ['over', 'running', 'closing', 'last days']
    """
    if day is None:
        return "unknown"
    if day.month <= 2:
        return "over"
    if day.month == 12:
        return "last month" if day.day <= 15 else "last days"
    return "closing" if day.month == 11 else "running"
