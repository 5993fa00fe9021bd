"""What was found in an item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from camket.records.labels import Bound, Cause, Direction, FigureRole, PartyRole, Result, TimeRole, Timing
from camket.records.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Cue:
    """Words that a step relied on, and what it took them for.

    Attributes
    ----------
    start, end : int
        Half-open offsets into the item's text, in code points.
    label : str
        A short machine name ("vague_time", "effort_verb", "negation").
    """

    start: int
    end: int
    label: str


@quick
@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression and the interval, recurrence (RFC 5545) or duration (ISO 8601) it names.

    Attributes
    ----------
    start, end : int
        Half-open offsets into the item's text, in code points.
    role : {"deadline", "as_of", "reference"}
        What the text uses it for.
    from_, to : date or None
        First and last day of the *named* interval; None where it names no days or the year is not known.
    bound : {"before", "by", "in", "from"}
        How the text relates to the interval.
    rrule : str or None
        Recurrence, as RFC 5545 writes it.
    event : str or None
        Duration after an event, as ISO 8601 writes it.
    cues : tuple of Cue
        The words that the step relied on.
    explanation : str
        How the value was found, in Vietnamese.
    """

    start: int
    end: int
    role: TimeRole
    from_: date | None
    to: date | None
    bound: Bound
    rrule: str | None = None
    event: str | None = None
    cues: tuple[Cue, ...] = ()
    explanation: str = ""

    @property
    def days(self) -> tuple[date, date]:
        """First and last day of a time that names days.

        Raises
        ------
        ValueError
            Where it is a recurrence or a duration from an event.
        """
        if self.from_ is None or self.to is None:
            raise ValueError("a recurrence or a duration names no days")
        return self.from_, self.to

    @property
    def last_day(self) -> date | None:
        """Last day on which something due then is in time; None where no days are named.

        The named interval and how the text relates to it are two things (annotation guidelines, section 3, ``from``,
        ``to`` and ``bound``): what is due *before* an interval must be done on the day before its first one, whether
        that is a day, a quarter or a year; otherwise the interval's own last day counts.

        Examples
        --------
        >>> str(Time(0, 14, "deadline", date(2025, 1, 1), date(2025, 12, 31), "before").last_day)  # "trước năm 2025"
        '2024-12-31'
        >>> str(Time(0, 12, "deadline", date(2025, 1, 1), date(2025, 12, 31), "in").last_day)  # "năm 2025"
        '2025-12-31'
        """
        if self.bound == "before" and self.from_ is not None:
            return self.from_ - timedelta(days=1)
        return self.to


@quick
@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: its bounds in the base unit, and what it says of what.

    Attributes
    ----------
    start, end : int
        Half-open offsets into the item's text, in code points.
    low, high : float or None
        Bounds in the base unit, money in đồng; equal for an exact number, None where one side is open.
    of : float or None
        The whole of a ratio: 100 in "95/100".
    unit : str or None
        The unit as written, or its standard sign ("%", "VND").
    role : {"target", "actual", "baseline", "other"}
        What the text uses it for.
    indicator : tuple of (int, int) or None
        Offsets of the noun phrase that is measured.
    base : tuple of (int, int) or None
        Offsets of what the figure is compared with.
    direction : {"up", "down"} or None
        Whether more or less is promised or reported.
    estimated : bool
        Whether the text calls it an estimate.
    warnings : tuple of str
        What a reader should check.
    cues : tuple of Cue
        The words that the step relied on.
    explanation : str
        How the value was found, in Vietnamese.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    of: float | None
    unit: str | None
    role: FigureRole
    indicator: tuple[int, int] | None = None
    base: tuple[int, int] | None = None
    direction: Direction | None = None
    estimated: bool = False
    warnings: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    explanation: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or office-holder that the text names as responsible.

    Attributes
    ----------
    start, end : int
        Half-open offsets into the item's text, in code points.
    role : {"lead", "coordinate"}
        Whether it leads or helps.
    cues : tuple of Cue
        The words that the step relied on.
    explanation : str
        Why it has this role, in Vietnamese.
    """

    start: int
    end: int
    role: PartyRole
    cues: tuple[Cue, ...] = ()
    explanation: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """One thing whose state is reported: result and timing are separate axes.

    Attributes
    ----------
    start, end : int
        Half-open offsets into the item's text, in code points.
    result : str
        One of :data:`RESULTS`.
    timing : str
        One of :data:`TIMINGS`.
    estimated : bool
        Whether the state is an estimate ("ước").
    probability : float or None
        Calibrated probability of the result, 0 to 1; None for a label that a person gave.
    cues : tuple of Cue
        The words that the step relied on.
    """

    start: int
    end: int
    result: Result
    timing: Timing
    estimated: bool
    probability: float | None = None
    cues: tuple[Cue, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found in one item, without an opinion on it.

    Attributes
    ----------
    times : tuple of Time
    figures : tuple of Figure
    parties : tuple of Party
    claims : tuple of Claim
        In the order of the text, without overlaps.
    causes : tuple of str
        Classes of :data:`CAUSES`, each once.
    cues : tuple of Cue
        Words that judgements and findings rely on.
    """

    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    parties: tuple[Party, ...] = ()
    claims: tuple[Claim, ...] = ()
    causes: tuple[Cause, ...] = ()
    cues: tuple[Cue, ...] = ()
