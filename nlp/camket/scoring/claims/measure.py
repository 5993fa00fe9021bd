"""Arithmetic of a claim: how far its own figures say the plan was reached.

Official reports give the measure in four ways: a part of a whole ("38/45 bóng"), a percentage of the plan ("bằng 61,1%
kế hoạch"), an amount and the share it makes ("212 tỷ đồng, đạt 97,5%"), or the plan's value beside the result ("62 đảng
viên (NQ 50 - 55)"). Each becomes one share of the plan, read with the direction of the indicator.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Final

from camket.lexicons import lexicon
from camket.records import Figure

_WORDS: Final = lexicon("claims")["measure"]
_any = {name: "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for name, words in _WORDS.items()}
_PLAN_BEFORE: Final = re.compile(
    rf"(?:{_any['plan']})(?: \w+){{0,2}}[ :(]*"
    r"(?:dưới |trên |≤ ?|≥ ?|< ?|> ?|không quá |tối đa |tối thiểu |ít nhất |từ |giảm |tăng |- )*$"
)
_SHARE_BEHIND: Final = re.compile(rf"^(?! ?/)[^;|\d()]{{0,30}}?\b(?:{_any['share']})\b")
_LINK: Final = re.compile(rf"(?:\b(?:{_any['link']})|[(=,:])\s*$")
_CHANGE: Final = re.compile(rf"(?:{_any['change']})(?: \w+)? ?$")
_CEILING: Final = re.compile(rf"(?:{_any['ceiling']})\s*\S{{0,4}}\s*$|khống chế|cho phép|trần|tối đa")
_LEFT: Final = re.compile(rf"(?:{_any['left']})(?: \w+)? ?$")
_PAST_BEHIND: Final = re.compile(rf"^[^;|\d,]{{0,12}}?(?:{_any['past']})")
_NEAR: Final = 44
_BESIDE: Final = 16
_LENGTHS: Final = frozenset(_WORDS["lengths"])
# Roles of what is reported, not planned or told of before.
_TOLD: Final = frozenset(["actual", "other"])


class Share:
    """How much of the plan was reached, 1.0 being all of it; whether less is better, and whether it is of a whole."""

    def __init__(self, value: float, lower: bool = False, is_whole: bool = False) -> None:
        self.value = value
        self.lower = lower
        self.is_whole = is_whole


class Reading:
    """A figure with what the words around it say of it, each asked for when it is needed and asked for once.

    Parameters
    ----------
    figure : Figure
        With its final role.
    words : str
        The item's text in lower case, offset by offset.

    Attributes
    ----------
    start, end, role, unit, low, high, of
        Those of the figure; compiled code reads them here at once.
    value : float or None
        The lower bound, or the upper one if there is no lower.
    before : str
        The words before it.
    is_percent : bool
    mark : str
        What it is in the skeleton of a text.
    """

    def __init__(self, figure: Figure, words: str) -> None:
        self.start, self.end, self.words = figure.start, figure.end, words
        self.role: str = figure.role
        self.unit = figure.unit
        self.low, self.high, self.of = figure.low, figure.high, figure.of
        self.value = self.high if self.low is None else self.low
        self.before = words[max(0, self.start - _NEAR) : self.start]
        self.is_percent = self.unit == "%"
        self.mark = "#/" if self.of is not None else "#%" if self.is_percent else "#"
        self._plan: bool | None = None
        self._change: bool | None = None

    def is_plan(self) -> bool:
        """Whether it is the plan's own value."""
        if self._plan is None:
            self._plan = self.of is None and (self.role == "target" or _PLAN_BEFORE.search(self.before) is not None)
        return self._plan

    def is_change(self) -> bool:
        """Whether it is a difference or a rate of its own."""
        if self._change is None:
            self._change = _CHANGE.search(self.before, max(0, len(self.before) - _BESIDE)) is not None
        return self._change

    def is_left(self) -> bool:
        """Whether a part of a whole is what is still to be done."""
        return self.of is not None and _LEFT.search(self.before, max(0, len(self.before) - _BESIDE)) is not None

    def is_share(self) -> bool:
        """Whether the words behind a percentage call it a share of a plan."""
        return self.is_percent and _SHARE_BEHIND.search(self._after()) is not None

    def is_linked(self) -> bool:
        """Whether a percentage is linked to what stands before it."""
        return self.is_percent and _LINK.search(self.before) is not None

    def is_past(self) -> bool:
        """Whether a percentage is held against an earlier value."""
        return self.is_percent and _PAST_BEHIND.search(self._after()) is not None

    def is_like(self, other: Reading) -> bool:
        """Whether both count the same: "phiên tòa" and "phiên", "VND/năm" and "VND"."""
        one, another = self.unit, other.unit
        return one is None or another is None or one == another or _kind_of(one) == _kind_of(another)

    def _after(self) -> str:
        return self.words[self.end : self.end + _NEAR]


def _kind_of(unit: str) -> str:
    return unit.replace("điểm ", "").split("/")[0].split(" ")[0]


def shares(readings: list[Reading], *, lower: bool = False) -> list[Share]:
    """Shares of a plan or whole; a result beside the plan's own value comes last.

    Parameters
    ----------
    readings : sequence of Reading
        Those of the figures inside a claim.
    lower : bool
        Whether less of the thing is wanted.
    """
    found = _stated(readings)
    compared = _compared(readings, lower)
    return found if compared is None else [*found, compared]


def _stated(readings: list[Reading]) -> list[Share]:
    """Parts of a whole and percentages."""
    found = []
    amount = False
    for reading in readings:
        value, whole = reading.value, reading.of
        if value is None or value < 0:
            continue
        if whole:
            part = value / whole
            found.append(Share(1 - part if reading.is_left() else part, is_whole=True))
        elif reading.is_percent and _is_stated(reading, amount):
            found.append(Share(value / 100))
        amount = amount or not reading.is_percent or whole is not None
    return found


def _is_stated(reading: Reading, amount: bool) -> bool:
    """Whether a percentage is called a share, or is that of an amount told before it."""
    if reading.role == "target" or reading.is_change():
        return False
    return reading.is_share() or (amount and reading.role != "baseline" and reading.is_linked())


def _compared(readings: list[Reading], lower: bool) -> Share | None:
    """The result against the first plan's value that has one."""
    for place, plan in enumerate(readings):
        if plan.is_plan() and not (plan.unit or "").startswith("điểm %"):
            actual = _actual(readings, place)
            share = _compare(actual, plan, lower) if actual is not None else None
            if share is not None:
                return share
    return None


def _actual(readings: list[Reading], place: int) -> Reading | None:
    """The last result of the plan's unit before it, else the first one behind it; in a table row the other way round.

    Changes are held against changes.
    """
    plan = readings[place]
    before: Reading | None = None
    for i, reading in enumerate(readings):
        if not _fits(reading, plan):
            continue
        if i < place:
            before = reading
        elif before is None or "|" in plan.words[plan.end : reading.start]:
            return reading
        else:
            return before
    return before


def _fits(reading: Reading, plan: Reading) -> bool:
    if reading.of is not None or reading.role not in _TOLD or reading.is_plan():
        return False
    return reading.is_like(plan) and (not plan.is_change() or reading.is_change())


def _compare(actual: Reading, plan: Reading, lower: bool) -> Share | None:
    low, high = plan.low, plan.high
    reached, goal = actual.value, high if low is None else low
    change = actual.unit not in ("%", "%/năm") and actual.is_change() and not plan.is_change()
    if reached is None or goal is None or reached < 0 or goal <= 0 or change:
        return None
    ceiling = low is None or _CEILING.search(plan.before[-24:]) is not None
    if ceiling or lower or plan.unit in _LENGTHS:
        return Share(_under(reached, high or goal, ceiling), lower=True)
    ranged = high is not None and high > goal and goal <= reached <= high
    # "trên N" is reached, not exceeded, by any value above N.
    over = plan.before.endswith(("trên ", "> ", ">")) or plan.words.startswith(("trên", "hơn"), plan.start)
    return Share(1.0 if ranged or (over and reached > goal) else reached / goal)


def _under(reached: float, goal: float, ceiling: bool) -> float:
    """A ceiling that is kept is reached; of an exact goal, less is more."""
    if reached > goal:
        return goal / reached
    return 1.0 if ceiling or not reached else goal / reached


def loose(readings: list[Reading]) -> list[tuple[str, str]]:
    """Percentages that nothing calls shares, and parts of a number told before: size, and what it stands beside."""
    found = []
    counts = []
    for reading in readings:
        value = reading.value
        if reading.is_percent and value is not None and reading.role != "target" and not reading.is_change():
            found.append((bucket(Share(value / 100)), f"% {reading.is_past()}"))
        if reading.of is None and not reading.is_percent and reading.low is not None:
            counts.append(reading)
    for whole, part in pairwise(counts):
        all_, some = whole.value, part.value
        if all_ is None or some is None or whole.role == "baseline" or not 0 < some <= all_:
            continue
        if whole.is_like(part):
            found.append((bucket(Share(some / all_, is_whole=True)), f"part {whole.role}"))
    return found


def bucket(share: Share) -> str:
    """Class of a share by the guidelines' bounds: 95% of a plan and 9/10 of counted things, all, more.

    Examples
    --------
    >>> [bucket(Share(value, is_whole=True)) for value in (0, 0.3, 0.92, 0.96, 1, 1.02)]
    ['none', 'short', 'nearly', 'nearly', 'full', 'over']
    """
    value = share.value
    if value < 1e-9:
        return "none"
    if value < (0.9 if share.is_whole else 0.95):
        return "short"
    if value < 0.99999:
        return "nearly"
    return "full" if value < 1.00001 else "over"


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
