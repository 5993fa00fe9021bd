"""Reductions and increases: as reported, or worked out from the value before and the value now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from camket.lexicons import lexicon
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading, word_fit
from camket.linking.outcome.told import Told
from camket.linking.quantities import same_noun, unit_name
from camket.pipes.figures.explain import number
from camket.records import Figure

_LEFT = re.compile(lexicon("linking")["figures"]["leaves"])
_SHARES = ("%", "điểm %")
_BEFORE, _BEHIND = 24, 30


@dataclass(frozen=True, slots=True)
class _Base:
    """The value before, which the promise itself names."""

    figure: Figure
    value: float

    @property
    def is_share(self) -> bool:
        return self.figure.unit == "%"


def changes(promise: Promise, scope: Sequence[Figure], told: Sequence[Told]) -> Iterator[Reading]:
    """Readings of a promised reduction or increase in percent or percentage points."""
    way, base = promise.change or "down", _base(promise, scope)
    for one in told:
        figure = one.figure
        if figure.unit in _SHARES and figure.direction == way and figure.low is not None and not one.of_plan:
            final = one.is_estimate or one.is_whole_period
            yield Reading(figure.low, "value", figure, final, word_fit(promise, one) + 0.6 + 0.5 * one.is_estimate)
    if base is None:
        yield from _between_reported(promise, way, told)
    elif base.is_share:
        yield from _levels_against(base, promise, way, told)
    else:
        yield from _counts_against(base, promise, way, told)


def _base(promise: Promise, scope: Sequence[Figure]) -> _Base | None:
    found = [f for f in scope if f.role in ("baseline", "other") and f is not promise.figure and f.low is not None]
    shares = [f for f in found if f.unit == "%"]
    counted = [f for f in found if f.role == "baseline" and f.unit != "%"]
    chosen = next(iter(shares or counted), None)
    return _Base(chosen, chosen.low or 0.0) if chosen and chosen.low else None


def _levels_against(base: _Base, promise: Promise, way: str, told: Sequence[Told]) -> Iterator[Reading]:
    """ "giảm 4,5 điểm % so với đầu năm (44,2%)" and a level now."""
    for one in told:
        figure = one.figure
        if figure.direction is None and figure.low is not None:
            if figure.of:
                yield _points(base.value, 100 * figure.low / figure.of, way, one, word_fit(promise, one) + 0.8)
            elif figure.unit == "%" and not one.of_plan:
                yield _points(base.value, figure.low, way, one, word_fit(promise, one) + 0.8)
    for whole in (one for one in told if one.is_whole and one.figure.low):
        for one in (o for o in told if o is not whole and _is_part(o, whole)):
            now = 100 * (one.figure.low or 0) / (whole.figure.low or 1)
            yield _points(base.value, now, way, one, word_fit(promise, one) + 1.2)


def _is_part(one: Told, whole: Told) -> bool:
    alike = same_noun(unit_name(one.figure), unit_name(whole.figure)) and one.figure.of is None
    return alike and (one.figure.low or 0) <= (whole.figure.low or 0) and not one.is_earlier


def _points(before: float, now: float, way: str, one: Told, fit: float) -> Reading:
    change = before - now if way == "down" else now - before
    shown = f"{number(before)}% → {number(round(now, 2))}%: {number(round(change, 2))} điểm %"
    return Reading(change, "change", one.figure, one.is_estimate, fit, shown)


def _counts_against(base: _Base, promise: Promise, way: str, told: Sequence[Told]) -> Iterator[Reading]:
    """ "giảm 20% so với năm 2016 (35 vụ)" and a count now."""
    for one in told:
        figure = one.figure
        alike = same_noun(unit_name(figure), unit_name(base.figure))
        if alike and figure.low is not None and not one.is_earlier:
            # What has happened can't be undone: a count that is too high before the end stays so.
            yield _percent(figure.low, base.value, way, one, word_fit(promise, one) + 0.6, final=way == "down")


def _between_reported(promise: Promise, way: str, told: Sequence[Told]) -> Iterator[Reading]:
    """Change between two counts of one thing: "92 vụ, cùng kỳ 101 vụ"."""
    counted = [o for o in told if o.figure.unit != "%" and o.figure.of is None and o.figure.low]
    for one, other in combinations(counted, 2):
        if same_noun(unit_name(one.figure), unit_name(other.figure)):
            now, then = (other, one) if one.is_earlier and not other.is_earlier else (one, other)
            fit = word_fit(promise, now) + 1.0
            yield _percent(now.figure.low or 0.0, then.figure.low or 1.0, way, now, fit, final=False)


def _percent(now: float, before: float, way: str, one: Told, fit: float, final: bool) -> Reading:
    change = 100 * (before - now) / before if way == "down" else 100 * (now - before) / before
    shown = (
        f"({number(max(now, before))} - {number(min(now, before))}) / {number(before)} = {number(round(change, 2))}%"
    )
    return Reading(change, "change", one.figure, one.is_estimate or final, fit, shown)


def from_base(promise: Promise, scope: Sequence[Figure], told: Sequence[Told], text: str) -> Iterator[Reading]:
    """What is left of a number that the promise names, where the report tells how many have gone."""
    name = unit_name(promise.figure)
    base = next((f for f in scope if f.role == "baseline" and f.low and unit_name(f) == name), None)
    if base is None or base.low is None:
        return
    for one in told:
        figure = one.figure
        near = text[max(0, figure.start - _BEFORE) : figure.end + _BEHIND]
        if (
            figure.low is not None
            and figure.low <= base.low
            and same_noun(unit_name(figure), name)
            and _LEFT.search(near)
        ):
            value = base.low - figure.low
            shown = f"{number(base.low)} - {number(figure.low)} = {number(value)}"
            yield Reading(value, "change", figure, one.is_estimate, word_fit(promise, one) + 1.0, shown)
