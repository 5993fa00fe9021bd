"""Reductions and increases: as reported, or worked out from the value before and the value now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from camket.lexicons import lexicon
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading, word_fit
from camket.linking.outcome.told import Told
from camket.linking.quantities import same_noun, unit_name
from camket.pipes.figures.explain import number
from camket.records import Figure

_STANDARD = re.compile(lexicon("linking")["figures"]["standard"])
_RANK = re.compile(r"(?:hạng|thứ) (\d+)")
_LEFT = re.compile(lexicon("linking")["figures"]["leaves"])
_FROM_TO = re.compile(lexicon("linking")["figures"]["from_to"])
_TWO = 2
_SHARES = ("%", "điểm %")
_BEFORE, _BEHIND = 24, 30
_GROWTH = 40  # a lower percentage "so với năm trước" is a rate of growth, not the value as a share of the one before


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
        said = figure.direction == way and figure.low is not None and not one.vs_plan and not one.is_level
        if figure.unit in _SHARES and said:
            final = one.is_estimate or one.is_whole_period
            fit = word_fit(promise, one) + 0.6 + 0.5 * one.is_estimate
            yield Reading(figure.low or 0.0, "value", figure, final, fit)
    yield from _of_before(promise, way, told)
    if base is None:
        yield from _between_reported(promise, way, told)
        yield from _from_to(promise, way, told)
    elif base.is_share:
        yield from _levels_against(base, promise, way, told)
    else:
        yield from _counts_against(base, promise, way, told)


def _base(promise: Promise, scope: Sequence[Figure]) -> _Base | None:
    found = [f for f in scope if f.start != promise.figure.start and f.low]
    shares = [f for f in found if f.unit == "%" and f.role in ("baseline", "other")]
    counted = [
        f for f in found if f.unit != "%" and (f.role == "baseline" or _STANDARD.search(promise.text[: f.start]))
    ]
    chosen = next(iter(shares or counted), None)
    return _Base(chosen, chosen.low or 0.0) if chosen else None


def _from_to(promise: Promise, way: str, told: Sequence[Told]) -> Iterator[Reading]:
    """ "từ 6,8% đầu năm còn 5,6%", "5,6% (đầu năm 6,8%)"."""
    shares = [one for one in told if one.figure.unit == "%" and one.figure.low is not None]
    if len(shares) == _TWO and not shares[0].opens_period and shares[1].opens_period:
        fit = word_fit(promise, shares[0]) + 1.0
        yield _points(shares[1].figure.low or 0.0, shares[0].figure.low or 0.0, way, shares[0], fit)
    for before, now in pairwise(told):
        same = before.figure.unit == now.figure.unit == "%" and None not in (before.figure.low, now.figure.low)
        if same and before.figure.role == "baseline" and now.is_level:
            fit = word_fit(promise, now) + 1.0
            yield _points(before.figure.low or 0.0, now.figure.low or 0.0, way, now, fit)


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
    yield from _by_size(promise, way, counted)
    for one, other in combinations([o for o in counted if o.figure.direction is None or o.is_level], 2):
        if same_noun(unit_name(one.figure), unit_name(other.figure)):
            now, then = (other, one) if _is_before(one) and not _is_before(other) else (one, other)
            if not _is_before(then):
                continue
            fit = word_fit(promise, now) + 1.0
            yield _percent(now.figure.low or 0.0, then.figure.low or 1.0, way, now, fit, final=False)


def _by_size(promise: Promise, way: str, counted: Sequence[Told]) -> Iterator[Reading]:
    """ "12 vụ, giảm 3 vụ so với năm trước"."""
    for one, change in combinations(counted, 2):
        if one.figure.direction is None and change.figure.direction and _is_change_of(one, change, counted):
            now, size = one.figure.low or 0.0, change.figure.low or 0.0
            before = now + size if change.figure.direction == "down" else now - size
            if before > 0:
                yield _percent(now, before, way, one, word_fit(promise, one) + 1.2, final=False)


def _is_change_of(one: Told, change: Told, counted: Sequence[Told]) -> bool:
    """Whether a change is that of a count: right behind it, or in a list that names the same ("giảm 02 người chết")."""
    levels = [
        o for o in counted if o.figure.direction is None and same_noun(unit_name(o.figure), unit_name(change.figure))
    ]
    if one not in levels:
        return False
    return len(levels) == 1 or counted.index(change) == counted.index(one) + 1 or one.own == change.own != frozenset()


def _of_before(promise: Promise, way: str, told: Sequence[Told]) -> Iterator[Reading]:
    """ "bằng 108% so với năm trước"."""
    for one in told:
        value = one.figure.low
        said = one.of_plan and not one.vs_plan and one.figure.direction is None
        if said and value is not None and value > _GROWTH:
            change = value - 100 if way == "up" else 100 - value
            shown = f"{number(value)}% - 100%" if way == "up" else f"100% - {number(value)}%"
            yield Reading(change, "change", one.figure, one.is_estimate, word_fit(promise, one) + 0.8, shown)


def _percent(now: float, before: float, way: str, one: Told, fit: float, final: bool) -> Reading:
    change = 100 * (before - now) / before if way == "down" else 100 * (now - before) / before
    shown = (
        f"({number(max(now, before))} - {number(min(now, before))}) / {number(before)} = {number(round(change, 2))}%"
    )
    return Reading(change, "change", one.figure, one.is_estimate or final, fit, shown)


def from_base(promise: Promise, scope: Sequence[Figure], told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Values worked out from a number that the promise or the report names as the one before.

    What is left of it where the report tells how many have gone; or, where a change was promised, how far the value now
    is from it.
    """
    name = unit_name(promise.figure)
    base = next((f for f in scope if f.role == "baseline" and f.low and unit_name(f) == name), None)
    before = base.low if base else None
    alike = [one for one in told if one.figure.low is not None and same_noun(unit_name(one.figure), name)]
    known_before = [one for one in alike if _is_before(one) or _falls_to(one, alike, text)]
    earlier = known_before[0].figure.low if known_before else None
    for one in alike:
        value = one.figure.low or 0.0
        near = text[max(0, one.figure.start - _BEFORE) : one.figure.end + _BEHIND]
        known = before if before is not None else earlier
        if promise.change and known is not None and one not in known_before:
            yield _difference(promise, known, value, one)
        elif before is not None and value <= before and _LEFT.search(near):
            shown = f"{number(before)} - {number(value)} = {number(before - value)}"
            yield Reading(before - value, "change", one.figure, one.is_estimate, word_fit(promise, one) + 1.0, shown)


def _is_before(one: Told) -> bool:
    """Whether a figure is the value before ("đầu năm 64 hộ")."""
    return one.is_earlier or one.figure.role == "baseline" or one.opens_period


def _falls_to(one: Told, alike: Sequence[Told], text: str) -> bool:
    """Whether a figure is the first of "từ 118 thôn còn 110 thôn"."""
    later = next((other for other in alike if other.figure.start >= one.figure.end), None)
    said = text[: one.figure.start].endswith("từ ")
    return said and later is not None and bool(_FROM_TO.match(text[one.figure.end : later.figure.start]))


def _difference(promise: Promise, before: float, now: float, one: Told) -> Reading:
    change = before - now if promise.change == "down" else now - before
    shown = f"{number(before)} → {number(now)}: {number(round(change, 4))}"
    return Reading(change, "change", one.figure, one.is_estimate, word_fit(promise, one) + 1.2, shown)


def from_rank(promise: Promise, text: str) -> Iterator[Reading]:
    """Places gained: "tăng ít nhất 02 bậc … (hạng 28)" and a rank now."""
    before, now = _RANK.search(promise.text), _RANK.search(text)
    if unit_name(promise.figure) == "bậc" and before and now:
        gained = int(before[1]) - int(now[1])
        shown = f"{before[1]} → {now[1]}: {gained}"
        yield Reading(float(gained), "change", promise.figure, final=False, fit=1.5, calculation=shown)


def times_before(promise: Promise, told: Sequence[Told]) -> Iterator[Reading]:
    """How many times the value before ("gấp 1,5 lần năm 2022")."""
    if promise.figure.unit != "lần" or "gấp" not in promise.text:
        return
    for now, before in pairwise(told):
        a, b = now.figure.low, before.figure.low
        if a is not None and b and before.is_earlier and same_noun(unit_name(now.figure), unit_name(before.figure)):
            shown = f"{number(a)} / {number(b)} = {number(round(a / b, 2))}"
            yield Reading(a / b, "change", now.figure, now.is_estimate, word_fit(promise, now) + 1.0, shown)
