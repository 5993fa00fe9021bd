"""Find the reported values that may answer a promised one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from camket.lexicons import lexicon
from camket.linking.outcome.told import Told, syllables, told_figures
from camket.linking.parts import parts_of
from camket.linking.quantities import is_measure, same_noun, unit_name, value_in
from camket.linking.unit import Unit
from camket.records import Figure

_WORDS = lexicon("linking")["figures"]
_REDUCTION, _INCREASE = re.compile(_WORDS["reduction"]), re.compile(_WORDS["increase"])
_LEVEL, _RATE = re.compile(_WORDS["level"]), re.compile(_WORDS["rate"])
_LATE, _ON_TIME = re.compile(_WORDS["late_share"]), re.compile(_WORDS["on_time_share"])
_TERMS = frozenset({"vụ", "kỳ", "đợt", "quý"})  # results of parts of a year add up
_NO_SUM = re.compile("trong đó|đầu năm|tổng")
_UNDONE = re.compile(r"\b(?:đang|chưa|còn lại|thử nghiệm|tiếp tục|sẽ)\b")


@dataclass(frozen=True, slots=True)
class Promise:
    """A promised figure with the syllables of its clause; ``text`` is the whole commitment in lower case."""

    figure: Figure
    words: frozenset[str]
    text: str

    @property
    def change(self) -> str | None:
        """Whether the figure is the size of a reduction ("down") or an increase ("up"), not a level."""
        before = self.text[max(0, self.figure.start - 45) : self.figure.start]
        if _LEVEL.search(before):
            return None
        after = self.text[self.figure.end : self.figure.end + 14]
        if _REDUCTION.search(before):
            return "down"
        return "up" if _INCREASE.search(before) and "so với" in after else None

    @property
    def is_rate(self) -> bool:
        """Whether it is a rate per so many."""
        return bool(_RATE.search(self.text))


@dataclass(frozen=True, slots=True)
class Reading:
    """A reported value in the unit of the target.

    ``how`` tells its origin: "value", "share", "of_whole", "sum", "change"; ``fit`` how well its words suit the promise;
    ``calculation`` is written out where it was computed.
    """

    value: float
    how: str
    figure: Figure
    final: bool
    fit: float
    calculation: str = ""


def readings(promise: Promise, scope: Sequence[Figure], report: Unit) -> list[Reading]:
    """Reported values that may answer a promise, the best first.

    Parameters
    ----------
    promise : Promise
    scope : sequence of Figure
        All figures of the commitment: baselines and totals among them.
    report : Unit
    """
    told = told_figures(report)
    if unit_name(promise.figure) == "%":
        found = [*_changes(promise, scope, told), *_levels(promise, scope, told, report.text.lower())]
    else:
        text = report.text.lower()
        found = [*_counts(promise, told), *_sums(promise, told, text), *_none(promise, report, text)]
    fitting = (replace(r, fit=r.fit + _scope_fit(scope, told, r)) for r in found)
    return sorted(fitting, key=lambda reading: -reading.fit)


def _scope_fit(scope: Sequence[Figure], told: Sequence[Told], reading: Reading) -> float:
    """Whether the size named before a value is that of the promise ("tàu từ 15 m đến dưới 24 m … 143/380 chiếc")."""
    sizes = [f for f in scope if f.role == "other" and is_measure(f) and f.unit not in ("%", "VND")]
    if not sizes:
        return 0.0
    before = [t.figure for t in told if t.figure.end <= reading.figure.start and t.figure.unit == sizes[0].unit]
    if not before:
        return 0.0
    named = before[-1]
    return 0.8 if any((f.low, f.high) == (named.low, named.high) for f in sizes) else -0.4


def _fit(promise: Promise, told: Told) -> float:
    size = len(promise.words) + 1
    near, wide = len(promise.words & told.clause) / size, len(promise.words & told.sentence) / size
    odd = 0.15 * (told.figure.role in ("target", "baseline")) + 0.25 * (told.figure.role == "other")
    return 1.2 * near + 0.6 * wide - odd - 0.5 * told.is_earlier - 0.6 * told.is_rest


def _levels(promise: Promise, scope: Sequence[Figure], told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Levels in percent: given as such, or worked out from counts."""
    if promise.change is not None:
        return
    for one in told:
        if one.figure.unit == "%" and not one.of_plan and one.figure.low is not None:
            fit = _fit(promise, one) + 0.35 + 1.0 * one.is_estimate
            yield Reading(one.figure.low, "value", one.figure, one.is_estimate, fit)
    yield from _shares(promise, told, text)
    if promise.figure.low == 100:
        yield from _of_whole(promise, scope, told)


def _shares(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Shares of counted things: "403/572 hộ", "181 hộ trên tổng số 572 hộ", "Tốt 35 em, Khá 111 em (315 em)"."""
    for one in told:
        figure = one.figure
        if figure.of and figure.low is not None and figure.unit not in ("hạng", "VND"):
            yield _share(figure.low, figure.of, one, _fit(promise, one) + 0.35)
    for whole in (one for one in told if one.is_whole and one.figure.low):
        size = whole.figure.low or 1.0
        parts = [o for o in told if o is not whole and _is_part(o, whole)]
        named = [o for o in parts if _own_word(o, text) in promise.words]
        if len(named) > 1:
            total = sum(o.figure.low or 0 for o in named)
            sum_ = " + ".join(number(o.figure.low or 0) for o in named)
            yield Reading(
                100 * total / size,
                "share",
                whole.figure,
                False,
                1.2 + _fit(promise, whole),
                _quotient(f"({sum_})", total, size),
            )
        for one in parts:
            yield _portion(promise, one, whole, size, text)


def _portion(promise: Promise, one: Told, whole: Told, size: float, text: str) -> Reading:
    part = one.figure.low or 0.0
    fit = (_fit(promise, one) + _fit(promise, whole)) / 2 + 0.3 + 0.6 * one.is_rest
    near = text[max(0, one.figure.start - 30) : one.figure.end + 30]
    if _LATE.search(near) and _ON_TIME.search(promise.text):
        value = 100 - 100 * part / size
        return Reading(value, "share", one.figure, False, fit + 0.5, f"100% - {_quotient(number(part), part, size)}")
    return _share(part, size, one, fit)


def _is_part(one: Told, whole: Told) -> bool:
    figure, size = one.figure, whole.figure.low or 0.0
    alike = same_noun(unit_name(figure), unit_name(whole.figure)) and figure.unit != "%"
    return alike and figure.of is None and figure.low is not None and 0 <= figure.low <= size and not one.is_earlier


def _own_word(one: Told, text: str) -> str:
    words = text[: one.figure.start].split()
    return words[-1].strip(",;:()") if words else ""


def _share(part: float, whole: float, one: Told, fit: float) -> Reading:
    value = 100 * part / whole
    return Reading(value, "share", one.figure, one.is_estimate, fit, _quotient(number(part), part, whole))


def _quotient(shown: str, part: float, whole: float) -> str:
    return f"{shown} / {number(whole)} = {number(round(100 * part / whole, 2))}%"


def _of_whole(promise: Promise, scope: Sequence[Figure], told: Sequence[Told]) -> Iterator[Reading]:
    """All of a number that the promise itself names ("100% giáo viên (29 người)") against a count."""
    for whole in scope:
        if not whole.low or whole.unit == "%" or whole.low < 2 or whole.low != whole.high:
            continue
        for one in told:
            count = one.figure
            same = value_in(count, unit_name(whole)) if whole.unit == "VND" or count.unit == "VND" else count.low
            if count.of is None and same is not None and count.unit != "%" and same <= 1.5 * whole.low:
                fit = _fit(promise, one) + (0.3 if unit_name(count) == unit_name(whole) else 0.1)
                yield Reading(
                    100 * same / whole.low,
                    "of_whole",
                    count,
                    one.is_estimate,
                    fit,
                    _quotient(number(same), same, whole.low),
                )


def _changes(promise: Promise, scope: Sequence[Figure], told: Sequence[Told]) -> Iterator[Reading]:
    """A promised reduction or increase in percent: as reported, or worked out from two values."""
    way = promise.change
    if way is None:
        return
    base = next(
        (f for f in scope if f.role in ("baseline", "other") and f.unit == "%" and f is not promise.figure), None
    )
    for one in told:
        figure = one.figure
        if base and base.low is not None and figure.low is not None:
            now = (
                100 * figure.low / figure.of
                if figure.of
                else figure.low
                if figure.unit == "%" and not one.of_plan
                else None
            )
            if now is not None and figure.direction is None:
                yield _change(base.low, now, way, one, _fit(promise, one) + 0.8)
        if figure.unit == "%" and figure.direction == way and figure.low is not None:
            yield Reading(figure.low, "value", figure, one.is_estimate, _fit(promise, one) + 0.6)
    if base and base.low is not None:
        for whole in (o for o in told if o.is_whole and o.figure.low):
            for one in (o for o in told if o is not whole and _is_part(o, whole)):
                yield _change(
                    base.low, 100 * (one.figure.low or 0) / (whole.figure.low or 1), way, one, _fit(promise, one) + 1.2
                )
    else:
        yield from _relative(promise, way, told)


def _change(before: float, now: float, way: str, one: Told, fit: float) -> Reading:
    change = before - now if way == "down" else now - before
    shown = f"{number(before)}% → {number(round(now, 2))}%: {number(round(change, 2))} điểm %"
    return Reading(change, "change", one.figure, one.is_estimate, fit, shown)


def _relative(promise: Promise, way: str, told: Sequence[Told]) -> Iterator[Reading]:
    """Change between two counts of one thing: "92 vụ, cùng kỳ 101 vụ"."""
    counted = [o for o in told if o.figure.unit != "%" and o.figure.of is None and o.figure.low]
    for i, one in enumerate(counted):
        for other in counted[i + 1 :]:
            if not same_noun(unit_name(one.figure), unit_name(other.figure)):
                continue
            now, then = (other, one) if one.is_earlier and not other.is_earlier else (one, other)
            a, b = now.figure.low or 0.0, then.figure.low or 1.0
            change = 100 * (b - a) / b if way == "down" else 100 * (a - b) / b
            shown = f"({number(max(a, b))} - {number(min(a, b))}) / {number(b)} = {number(round(change, 2))}%"
            yield Reading(change, "change", now.figure, one.is_estimate, _fit(promise, now) + 1.0, shown)


def _counts(promise: Promise, told: Sequence[Told]) -> Iterator[Reading]:
    """Values in the target's unit, and counts of another noun where the words agree."""
    target, name = promise.figure, unit_name(promise.figure)
    for one in told:
        figure = one.figure
        value = value_in(figure, name)
        fit = _fit(promise, one) + 1.0 * one.is_estimate + (1.0 if target.of and figure.of == target.of else 0.0)
        if figure.of and not target.of and figure.of < (target.low or target.high or 0):
            fit -= 0.5
        if value is not None:
            yield Reading(value, "value", figure, one.is_estimate, fit + 0.35)
        elif _alike(target, figure) and not one.is_whole and figure.of in (None, target.low) and figure.low is not None:
            size = figure.low / (target.low or target.high or 1)
            # A count of another noun is believed where it is of the promised size.
            bonus = 0.3 if size == 1 else 0.2 if 0.4 <= size <= 2.5 else -0.3
            yield Reading(figure.low, "value", figure, one.is_estimate, fit - 0.1 + bonus)


def _alike(target: Figure, figure: Figure) -> bool:
    """Whether two counted nouns may stand for one thing: neither a measure, and more than one promised."""
    return not is_measure(target) and not is_measure(figure) and (target.low or target.high or 0) >= 2


def _sums(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Neighbouring values of one unit that together are the result: "5.120 ha vụ Xuân và 2.650 ha vụ Mùa"."""
    name = unit_name(promise.figure)
    if _NO_SUM.search(text):
        return
    for one, other in zip(told, told[1:], strict=False):
        between = text[one.figure.end : other.figure.start]
        a, b = value_in(one.figure, name), value_in(other.figure, name)
        if (
            a is None
            or b is None
            or not _adds(promise, one, other, between)
            or _UNDONE.search(text[other.figure.end :])
        ):
            continue
        shown = f"{number(a)} + {number(b)} = {number(a + b)}"
        yield Reading(a + b, "sum", one.figure, False, _fit(promise, one) + 0.6, shown)


def _adds(promise: Promise, one: Told, other: Told, between: str) -> bool:
    """Whether two values are parts of one result: joined by "và", or each with a word of the promise of its own."""
    odd = any(t.is_rest or t.is_whole or t.is_estimate or t.figure.of for t in (one, other))
    if odd or re.search(r"[;.(]", between):
        return False
    own = (one.clause - other.clause) & promise.words, (other.clause - one.clause) & promise.words
    terms = bool(_TERMS & one.clause) and bool(_TERMS & other.clause)
    return " và " in between or ("," in between and (terms or all(own)))


def _none(promise: Promise, report: Unit, text: str) -> Iterator[Reading]:
    """Nothing of what was promised: "đều không có giải"."""
    found = re.search(rf"(?:không|chưa) có (?:em nào (?:đạt|đoạt) )?{re.escape(promise.figure.unit or '-')}\b", text)
    if found:
        part = next((p for p in parts_of(report, major=True) if p.start <= found.start() < p.end), None)
        words = syllables(text[part.start : part.end]) if part else frozenset()
        fit = 0.35 + 1.8 * len(promise.words & words) / (len(promise.words) + 1)
        yield Reading(0.0, "value", promise.figure, False, fit, "0")


def number(value: float) -> str:
    """A number with Vietnamese separators."""
    return f"{value:,.4f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))
