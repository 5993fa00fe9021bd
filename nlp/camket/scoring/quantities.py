"""Times and figures of an item as evidence: what kind they are, not which day or number."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from typing import Any, Final

from camket.records import Figure, Time
from camket.scoring.vectoriser import Feature

_SIDES: Final = frozenset(["past", "ahead", "around"])


def time_state(times: Sequence[Time], day: date | None) -> tuple[Hashable, ...]:
    """How many times there are, and the bound, role and place of each."""
    if len(times) == 1:
        return 1, _time(times[0], day)
    return min(len(times), 3), *sorted({_time(time, day) for time in times})


def _time(time: Time, day: date | None) -> tuple[str, str, str, int]:
    side, years = _when(time, day)
    return time.bound, time.role, side, years


def _when(time: Time, anchor: date | None) -> tuple[str, int]:
    """Where a time lies from the document's date, and how many years; or that it repeats or waits for an event."""
    if time.rrule:
        return "repeats", 0
    if time.to is None or time.from_ is None or anchor is None:
        return "event" if time.event else "unanchored", 0
    side = "past" if time.to < anchor else "ahead" if time.from_ > anchor else "around"
    return side, max(-2, min(2, time.to.year - anchor.year))


def time_features(state: tuple[Any, ...]) -> list[Feature]:
    """Evidence of the times."""
    found: list[Feature] = [("times", state[0])]
    for bound, role, side, years in state[1:]:
        when = f"{side}{years:+d}" if side in _SIDES else side
        found += [("bound", bound), ("time role", role), (bound, when)]
    return found


def figure_state(figures: Sequence[Figure]) -> tuple[Hashable, ...]:
    """How many figures there are, and the role, class of unit and bound of each."""
    if len(figures) == 1:
        return 1, _figure(figures[0])
    return min(len(figures), 5), *sorted({_figure(figure) for figure in figures})


def _figure(figure: Figure) -> tuple[str, str, str]:
    return figure.role, unit_class(figure.unit), bound_class(figure)


def figure_features(state: tuple[Any, ...]) -> list[Feature]:
    """Evidence of the figures."""
    found: list[Feature] = [("figures", state[0])]
    for role, unit, bound in state[1:]:
        found += [("figure role", role), (unit, bound)]
    return found


def unit_class(unit: str | None) -> str:
    """Coarse class of a unit: percent, money, points, or a counted thing."""
    if unit is None:
        return "none"
    if unit.startswith(("%", "điểm")):
        return unit[:6]
    return "money" if unit.startswith(("VND", "USD")) else "count"


def bound_class(figure: Figure) -> str:
    """Whether a figure is a floor, a ceiling, a range, a ratio or exact."""
    if figure.of is not None:
        return "whole" if figure.low == figure.of else "ratio"
    if figure.low is None or figure.high is None:
        return "floor" if figure.high is None else "ceiling"
    return "exact" if figure.low == figure.high else "range"
