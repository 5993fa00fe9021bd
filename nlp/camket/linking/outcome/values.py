"""Find the reported value that answers a promised one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from camket.lexicons import lexicon
from camket.linking.parts import Part, parts_of
from camket.linking.quantities import targets, unit_name, value_in
from camket.linking.unit import Unit
from camket.records import Figure

_PLAN = tuple(lexicon("linking")["bases"]["plan"])
_TOTAL = tuple(lexicon("linking")["bases"]["total"])
_NEAR = 26


@dataclass(frozen=True, slots=True)
class Reading:
    """A reported value in the unit of the target.

    ``how`` tells its origin: "value", "share", "of_whole", "sum", "change"; ``terms`` how much of the promise's
    subject stands around it; ``calculation`` is written out where it was computed.
    """

    value: float
    how: str
    figure: Figure
    estimated: bool
    fit: float
    calculation: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A report's figure with the words around it."""

    figure: Figure
    clause: frozenset[str]
    sentence: frozenset[str]


def told_figures(report: Unit) -> list[Told]:
    """Figures of a report with the terms of their clause and of the larger stretch around it."""
    clauses, sentences = list(parts_of(report)), list(parts_of(report, major=True))
    return [
        Told(f, _around(f, clauses), _around(f, sentences)) for f in report.annotation.evidence.figures
    ]


def _around(figure: Figure, parts: Sequence[Part]) -> frozenset[str]:
    return next((p.names for p in parts if p.start <= figure.start < p.end), frozenset())


def readings(commitment: Unit, target: Figure, part: frozenset[str], report: Unit) -> list[Reading]:
    """Reported values that may answer a target, the best first.

    Parameters
    ----------
    commitment : Unit
    target : Figure
        One of its promised figures.
    part : frozenset of str
        Terms of the part of the commitment that holds the target.
    report : Unit
    """
    told = told_figures(report)
    found = [*_direct(target, part, report, told), *_ratios(target, part, report, told), *_changes(commitment, target, report, told)]
    if unit_name(target) == "%" and target.low == 100:
        found += _of_whole(commitment, target, part, told)
    found += _sums(target, part, report, told)
    return sorted(found, key=lambda reading: -reading.fit)


def _fit(part: frozenset[str], told: Told) -> float:
    near = len(part & told.clause) / (len(part) + 1)
    wide = len(part & told.sentence) / (len(part) + 1)
    return near + 0.5 * wide - (0.15 if told.figure.role in ("target", "baseline") else 0.0)


def _direct(target: Figure, part: frozenset[str], report: Unit, told: Sequence[Told]) -> Iterator[Reading]:
    name = unit_name(target)
    for one in told:
        value = value_in(one.figure, name)
        if value is None or one.figure.role == "other" and name != "%":
            continue
        if name == "%" and not _same_kind(target, one.figure, report.text):
            continue
        exact = 0.3 if one.figure.unit == target.unit else 0.25
        fit = _fit(part, one) + exact + (0.2 if one.figure.estimated else 0.0)
        yield Reading(value, "value", one.figure, one.figure.estimated, fit)


def _same_kind(target: Figure, figure: Figure, text: str) -> bool:
    """A share of a plan or a growth rate is no level."""
    return not is_plan_share(figure, text)


def is_plan_share(figure: Figure, text: str) -> bool:
    """Whether a percentage is of a plan, by the words right behind it."""
    after = text[figure.end : figure.end + _NEAR].lower()
    return figure.unit == "%" and any(word in after for word in _PLAN)


def _ratios(target: Figure, part: frozenset[str], report: Unit, told: Sequence[Told]) -> Iterator[Reading]:
    """Shares of counted things: "403/572 hộ", "181 hộ trên tổng số 572 hộ", "35 em … của 315 em"."""
    if unit_name(target) != "%":
        return
    for one in told:
        figure = one.figure
        if figure.of and figure.low is not None and figure.unit != "hạng":
            yield _ratio(figure.low, figure.of, figure, _fit(part, one) + 0.25, "share")
    wholes = [one for one in told if _is_whole(one.figure, report.text)]
    for whole in wholes:
        size = whole.figure.low or 0.0
        same = [o for o in told if o is not whole and _counts_alike(o.figure, whole.figure) and (o.figure.low or 0) <= size]
        if not size or not same:
            continue
        named = _named(same, part, report.text)
        if len(named) > 1:
            total = sum(o.figure.low or 0 for o in named)
            calculation = f"({' + '.join(_plain(o.figure.low) for o in named)}) / {_plain(size)}"
            yield Reading(100 * total / size, "share", whole.figure, False, 0.6 + _fit(part, whole), calculation)
        for one in same:
            yield _ratio(one.figure.low or 0.0, size, one.figure, _fit(part, one) + 0.1, "share")


def _ratio(part: float, whole: float, figure: Figure, fit: float, how: str) -> Reading:
    value = 100 * part / whole
    return Reading(value, how, figure, figure.estimated, fit, f"{_plain(part)} / {_plain(whole)} = {_plain(round(value, 2))}%")


def _is_whole(figure: Figure, text: str) -> bool:
    before = text[max(0, figure.start - _NEAR) : figure.start].lower()
    bracketed = text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")"
    return figure.of is None and (bracketed or any(word in before for word in _TOTAL))


def _counts_alike(figure: Figure, whole: Figure) -> bool:
    return figure.of is None and unit_name(figure) == unit_name(whole) and figure.unit not in ("%", "VND")


def _named(told: Sequence[Told], part: frozenset[str], text: str) -> list[Told]:
    """Counts whose own word before them is one of the promise's words ("Tốt 35 em, Khá 111 em")."""
    found = []
    for one in told:
        words = text[: one.figure.start].lower().split()
        if words and words[-1].strip(",;:(") in part:
            found.append(one)
    return found


def _changes(commitment: Unit, target: Figure, report: Unit, told: Sequence[Told]) -> Iterator[Reading]:
    """A promised reduction or increase in percent, worked out from two values."""
    if unit_name(target) != "%" or target.direction is None:
        return
    before = [f for f in commitment.annotation.evidence.figures if f.role == "baseline" and f.unit == "%"]
    shares = [r for r in _ratios(target, frozenset(), report, told)]
    shares += [Reading(o.figure.low or 0, "value", o.figure, o.figure.estimated, 0.2) for o in told
               if o.figure.unit == "%" and o.figure.direction is None and not is_plan_share(o.figure, report.text)]  # fmt: skip
    for base in before:
        for share in shares:
            change = (base.low or 0) - share.value if target.direction == "down" else share.value - (base.low or 0)
            calculation = f"{_plain(base.low)}% → {_plain(round(share.value, 2))}%: {_plain(round(change, 2))} điểm %"
            yield Reading(change, "change", share.figure, share.estimated, share.fit + 1.0, calculation)
    if not before and target.base:
        yield from _relative_changes(target, told)


def _relative_changes(target: Figure, told: Sequence[Told]) -> Iterator[Reading]:
    counted = [o.figure for o in told if o.figure.unit not in ("%", None) and o.figure.of is None and o.figure.low]
    for now, then in zip(counted, counted[1:], strict=False):
        if unit_name(now) != unit_name(then) or not then.low or now.low is None:
            continue
        change = 100 * (then.low - now.low) / then.low
        change = change if target.direction == "down" else -change
        calculation = f"({_plain(then.low)} - {_plain(now.low)}) / {_plain(then.low)} = {_plain(round(change, 2))}%"
        yield Reading(change, "change", now, now.estimated, 1.0, calculation)


def _of_whole(commitment: Unit, target: Figure, part: frozenset[str], told: Sequence[Told]) -> Iterator[Reading]:
    """All of a number that the promise itself names ("100% giáo viên (29 người)") against a count."""
    for whole in targets(commitment) + [f for f in commitment.annotation.evidence.figures if f.role == "other"]:
        if whole is target or not whole.low or whole.unit in ("%", "VND") or whole.low < 2:
            continue
        for one in told:
            count = one.figure
            if count.of is None and count.low is not None and count.unit not in ("%", "VND", None) and count.low <= whole.low:
                yield _ratio(count.low, whole.low, count, _fit(part, one), "of_whole")


def _sums(target: Figure, part: frozenset[str], report: Unit, told: Sequence[Told]) -> Iterator[Reading]:
    """Neighbouring values of one unit joined by "và": parts of the result."""
    name = unit_name(target)
    if name == "%":
        return
    for one, other in zip(told, told[1:], strict=False):
        between = report.text[one.figure.end : other.figure.start]
        if ";" in between or "(" in between or " và " not in between or "tổng" in report.text.lower():
            continue
        a, b = value_in(one.figure, name), value_in(other.figure, name)
        if a is None or b is None or one.figure.of or other.figure.of:
            continue
        calculation = f"{_plain(a)} + {_plain(b)} = {_plain(a + b)}"
        yield Reading(a + b, "sum", one.figure, False, max(_fit(part, one), _fit(part, other)) + 0.5, calculation)


def _plain(value: float | None) -> str:
    text = f"{value or 0:,.4f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))
