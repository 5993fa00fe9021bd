"""Values in the target's unit, and counts of another noun where the words agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from camket.lexicons import lexicon
from camket.linking.outcome.compare import is_lower_better
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading, word_fit
from camket.linking.outcome.sums import is_other_deed, is_prepared
from camket.linking.outcome.told import Told, syllables
from camket.linking.quantities import is_measure, unit_name, value_in
from camket.pipes.figures.explain import number
from camket.records import Figure

_TOP, _COMPARED = (re.compile(lexicon("linking")["figures"][name]) for name in ("top", "compared"))
_LESS = re.compile(lexicon("linking")["figures"]["fewer"])
_STARS = re.compile(r"\b(\d) sao\b")
_HOURS = re.compile(lexicon("linking")["figures"]["hours"])
_CHANGED = re.compile(lexicon("linking")["figures"]["changed"])
_OF_LEVEL = re.compile(r"\bsố (?:lượng )?[^,;.\d]*\b(?:tăng|giảm)")
_RECOVERED = re.compile(lexicon("linking")["figures"]["recovered"])
_OF_WORK = re.compile(r"% (?:khối lượng|giá trị khối lượng|công việc)")
_PLAN_FIT = 0.1  # a value beside it tells more
_SCALE = re.compile(r"\d/(\d+)\b")
# Measures of which a number alone is a level, not a change.
_LEVELS = frozenset({"ngày", "ngày làm việc", "giờ", "phút", "‰"})
_MINUTES = {"phút": 1.0, "giờ": 60.0}
_OF_KIND = 0.8  # outweighs the count of the group that they are some of
_NEAR_SIZE = (0.4, 2.5)  # a count of another noun is believed where it is about as large as promised
_FAR_SIZE = (0.1, 6.0)  # beyond it is of something else


def counts(promise: Promise, told: Sequence[Told], in_row: bool = False) -> Iterator[Reading]:
    """Readings of a promised count, amount or measure; cells of a row may leave the unit out."""
    target = promise.figure
    told = _changing(promise, told)
    for one in (o for o in told if not _is_of_another_kind(promise, o)):
        figure = one.figure
        value = _value(promise, one, in_row)
        fit = (
            word_fit(promise, one) + 1.0 * one.is_estimate + _whole_fit(target, figure) + _part_fit(promise, one, told)
        )
        if _is_kind(promise, figure):
            yield Reading(figure.low or 0.0, "value", figure, one.is_estimate, fit + _OF_KIND)
        elif value is not None:
            yield Reading(value, "value", figure, one.is_estimate, fit + 0.35)
        elif _alike(target, one):
            yield Reading(figure.low or 0.0, "value", figure, one.is_estimate, fit - 0.1 + _size_fit(target, figure))


def _is_kind(promise: Promise, figure: Figure) -> bool:
    """Whether a count is of those that the promise narrows its noun to ("05 đảng viên là học sinh")."""
    noun = figure.unit or ""
    return bool(noun) and re.match(rf"\s*(?:mới )?(?:là|người) {re.escape(noun)}\b", promise.behind) is not None


def _value(promise: Promise, one: Told, in_row: bool) -> float | None:
    """A reported value in the promised unit, where that is known."""
    figure, name = one.figure, unit_name(promise.figure)
    value = 1.0 if one.is_one_of else value_in(figure, name)
    if value is not None:
        return value
    known = (
        (figure.unit == "hạng" and _TOP.search(promise.text))
        or (name.startswith("VND/") and figure.unit == "VND" and _is_average(one, name))
        or (in_row and figure.unit is None and not is_measure(promise.figure))
    )
    return figure.low if known else None


def _is_average(one: Told, unit: str) -> bool:
    """Whether an amount is one for each ("mỗi hộ được 5,4 triệu đồng")."""
    nouns = "|".join(map(re.escape, unit.split("/")[1:]))
    return bool(re.search(rf"bình quân|trung bình|(?:mỗi|trên một|trên 1) (?:{nouns})\b", one.near))


def _is_of_another_kind(promise: Promise, one: Told) -> bool:
    target = promise.figure
    return (
        _other_scale(target, one) or _is_addition(target, one) or _is_recovered(promise, one)
        or is_other_deed(promise, one) or is_prepared(promise, one)
    )  # fmt: skip


def _other_scale(target: Figure, one: Told) -> bool:
    """Whether marks are out of fewer than promised ("4,3/5" and 88)."""
    scale = _SCALE.search(one.near) if target.unit == "điểm" else None
    return scale is not None and float(scale[1]) < (target.low or target.high or 0)


def _is_recovered(promise: Promise, one: Told) -> bool:
    """Whether what has been recovered is told where what is left was promised ("thu nợ được 1,1 tỷ")."""
    return is_lower_better(promise) and bool(_RECOVERED.search(one.near)) and not _RECOVERED.search(promise.text)


def _is_addition(target: Figure, one: Told) -> bool:
    """Whether only what has been added is told where a level out of a whole was promised."""
    return bool(target.of) and not one.figure.of and "thêm" in one.lead


def _whole_fit(target: Figure, figure: Figure) -> float:
    """Whether a reported "n/m" has the whole of the promise, or one that is smaller than what was promised."""
    if target.of and figure.of == target.of:
        return 1.0
    smaller = figure.of and not target.of and figure.of < (target.low or target.high or 0)
    return -0.5 if smaller else 0.0


def _changing(promise: Promise, told: Sequence[Told]) -> Sequence[Told]:
    """Of figures those that may be a change where one was promised: not levels, not the value before."""
    name = unit_name(promise.figure)
    if not promise.change:
        return told
    if name != "%" and _COMPARED.search(promise.text):
        return [one for one in told if one.figure.direction == promise.change or _LESS.search(one.near)]
    sized, of_level = name in _LEVELS, bool(_OF_LEVEL.search(promise.text))
    told = [one for one in told if not one.is_level and not one.opens_period]
    told = [one for one in told if _CHANGED.search(one.near) or not of_level]
    return [one for one in told if not (sized and one.figure.direction != promise.change)]


def _part_fit(promise: Promise, one: Told, told: Sequence[Told]) -> float:
    """A part of a total answers where its words are the promise's own ("trong đó khách quốc tế …"), else the total."""
    others = frozenset[str]().union(*(other.clause for other in told if other is not one))
    named = (promise.words & one.clause) - others - syllables(one.figure.unit or "")
    return (0.4 if named else -0.4) if one.is_part else 0.0


def _alike(target: Figure, one: Told) -> bool:
    """Whether two counted nouns may stand for one thing: neither a measure, more than one promised, about as many."""
    figure, goal = one.figure, target.low or target.high or 0
    if is_measure(target) or is_measure(figure) or goal < 2 or one.is_whole or figure.low is None:
        return False
    return figure.of in (None, target.low) and _FAR_SIZE[0] <= figure.low / goal <= _FAR_SIZE[1]


def _size_fit(target: Figure, figure: Figure) -> float:
    size = (figure.low or 0) / (target.low or target.high or 1)
    return 0.3 if size == 1 else 0.2 if _NEAR_SIZE[0] <= size <= _NEAR_SIZE[1] else -0.3


def durations(promise: Promise, text: str) -> Iterator[Reading]:
    """Times of the clock against promised minutes or hours: "3 giờ 42 phút"."""
    minutes = _MINUTES.get(unit_name(promise.figure))
    for found in _HOURS.finditer(text) if minutes else ():
        value = (60 * float(found[1]) + float(found[2])) / (minutes or 1.0)
        yield Reading(value, "value", promise.figure, False, 1.0, found[0])


def stars(promise: Promise, text: str) -> Iterator[Reading]:
    """Grades in stars against a promised one ("OCOP 4 sao")."""
    if unit_name(promise.figure) == "sao":
        for found in _STARS.finditer(text):
            yield Reading(float(found[1]), "value", promise.figure, final=False, fit=1.0)


def shares_of_plan(promise: Promise, told: Sequence[Told]) -> Iterator[Reading]:
    """Shares of what was planned ("đạt 96% kế hoạch"): the promise is the plan."""
    goal = promise.figure.low
    for one in (o for o in told if o.vs_plan or (o.figure.unit == "%" and _OF_WORK.search(o.near))):
        if one.figure.low is not None and goal and promise.change is None:
            shown = f"{number(one.figure.low)}% × {number(goal)}"
            value, fit = goal * one.figure.low / 100, word_fit(promise, one) + _PLAN_FIT
            yield Reading(value, "of_whole", one.figure, one.is_estimate, fit, shown)
