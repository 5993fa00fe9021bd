"""What people read: messages by language, dates as dd/mm/yyyy, numbers with a decimal comma."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from camket.lexicons import lexicon
from camket.pipes.times.explain import duration, recurrence
from camket.records import Figure, Time

Language = Literal["vi", "en"]


class Words:
    """Messages in one language.

    Parameters
    ----------
    language : {"vi", "en"}
        The language.
    name : str
        The word list that holds them.

    Examples
    --------
    >>> Words("vi")("verdict_vague"), Words("en")("verdict_vague")
    ('CHUNG CHUNG', 'VAGUE')
    """

    def __init__(self, language: Language = "vi", name: str = "messages") -> None:
        self.language = language
        self._messages: dict[str, str] = lexicon(name)[language]

    def __call__(self, key: str, **values: object) -> str:
        """The message ``key`` with its fields filled.

        Raises
        ------
        KeyError
            Where there is no such message or a field is missing.
        """
        return self._messages[key].format(**values)

    def __contains__(self, key: str) -> bool:
        """Whether there is such a message."""
        return key in self._messages

    def day(self, day: date) -> str:
        """A date as people write it: 30/06/2021."""
        return day.strftime("%d/%m/%Y")

    def time(self, time: Time) -> str:
        """The value of a temporal expression in words.

        Examples
        --------
        >>> Words().time(Time(0, 9, "deadline", date(2021, 6, 30), date(2021, 6, 30), "before"))
        'trước 30/06/2021'
        >>> Words().time(Time(0, 8, "deadline", None, None, "in", "FREQ=MONTHLY;INTERVAL=3"))
        'lặp lại: 3 tháng một lần'
        """
        is_vietnamese = self.language == "vi"
        if time.rrule:
            return self("every", rule=recurrence(time.rrule) if is_vietnamese else time.rrule)
        if time.from_ is None or time.to is None:
            return self("after_event", duration=duration(time.event or "P0D") if is_vietnamese else time.event)
        return self(f"bound_{time.bound}", value=self._days(time.from_, time.to, time.bound))

    def _days(self, first: date, last: date, bound: str) -> str:
        """The day that counts: the first of a period for "before" and "from", the last for "by"."""
        if bound == "in" and first != last:
            return self("interval", first=self.day(first), last=self.day(last))
        return self.day(last if bound == "by" else first)

    def figure(self, figure: Figure) -> str:
        """The value of a figure: bounds, whole and unit.

        Examples
        --------
        >>> Words().figure(Figure(0, 8, 90, None, None, "%", "target"))
        '≥ 90%'
        >>> Words().figure(Figure(0, 8, 3200000000, 3200000000, None, "VND", "target"))
        '3.200.000.000 đồng'
        >>> Words("en").figure(Figure(0, 8, 16, 16, 25, "chỉ tiêu", "actual"))
        '16/25 chỉ tiêu'
        """
        unit = figure.unit or ""
        if self.language == "vi" and unit.startswith("VND"):
            unit = "đồng" + unit.removeprefix("VND")
        bounds = _bounds(figure, self.number)
        return bounds + unit if unit.startswith("%") else f"{bounds} {unit}".rstrip()

    def number(self, value: float) -> str:
        """A number with the separators of the language: 3.655,6 in Vietnamese, 3,655.6 in English."""
        text = f"{value:,.10f}".rstrip("0").rstrip(".")
        return text if self.language == "en" else text.translate(str.maketrans(",.", ".,"))


def _bounds(figure: Figure, number: Callable[[float], str]) -> str:
    low, high = figure.low, figure.high
    if low is not None and low == high:
        text = number(low)
    elif low is not None and high is not None:
        text = f"{number(low)}–{number(high)}"
    elif low is not None:
        text = f"≥ {number(low)}"
    else:
        text = f"≤ {number(high)}" if high is not None else "?"
    return text if figure.of is None else f"{text}/{number(figure.of)}"
