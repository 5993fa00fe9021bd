"""Which promised figures a report answers, each with its best reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from camket.lexicons import lexicon
from camket.linking.facets import kinds_conflict
from camket.linking.outcome.compare import Comparison, compare
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading
from camket.linking.outcome.readings import readings
from camket.linking.outcome.told import Told, syllables, told_figures
from camket.linking.quantities import MOST, is_measure, unit_name, value_in
from camket.linking.unit import Unit
from camket.records import Figure

_COUNTS = {word: float(i) for i, word in enumerate(lexicon("linking")["figures"]["number_words"], 1)}
_KEPT = re.compile(rf"số (quý|tháng)[^:;.]*:\s*({'|'.join(_COUNTS)}|\d+)\b")
_BEFORE_ONE = r"chỉ|được|mới|kỳ|ii|i|\d"
_PER = re.compile(r"(?:mỗi|hằng|hàng) (quý|tháng)\b")
_PERIODS = {"quý": 4.0, "tháng": 12.0}
_BEHIND = 0.8  # so far behind the best reading a figure is of something else
_FIT = 0.4  # below it the words around a figure are of something else
_OWN_WORDS, _SURE, _LEAD = 0.8, 1.4, 0.3
_NO_SIZE = frozenset({"VND", "USD", "%", "điểm %", "hạng"})
_SEVERAL = 2
_SOME_OF = re.compile(r"trong (?:đó|số đó)")
_NONE = frozenset[str]()
_EACH_FIT = 0.3  # of what is promised for each the words name it once and not with every figure
_ALONE = 0.12  # enough where nothing else in the report is of that unit


def best_answers(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> list[Comparison]:
    """The promised figures that the report answers, each with its best reading; each reading answers one figure."""
    # Of two promised figures whose words suit a reading alike, it answers the one that it equals.
    ranked = sorted(_fitting(commitment, report, promises), key=lambda p: (-p[0].fit, p[0].value != p[1].figure.low))
    found: dict[int, Comparison] = {}
    used: set[tuple[int, int]] = set()
    for reading, promise in ranked:
        place = (reading.figure.start, reading.figure.end)
        if promise.figure.start not in found and place not in used:
            found[promise.figure.start] = compare(promise, reading)
            used.add(place)
    found.update(_in_order(report, promises, found))
    found.update(_by_measure(report, promises, found))
    return _telling([found[start] for start in sorted(found)])


def _in_order(report: Unit, promises: Sequence[Promise], found: Mapping[int, Comparison]) -> dict[int, Comparison]:
    """The second of two counts against the second of two promised ones ("15 quần chúng …, có 01 người …")."""
    told = told_figures(report)
    if len(promises) != _SEVERAL or len(told) != _SEVERAL or not _SOME_OF.search(promises[0].text):
        return {}
    (first, second), (one, other) = promises, told
    counted = all(not is_measure(f) and f.of is None for f in (second.figure, one.figure, other.figure))
    main = found.get(first.figure.start)
    if main is None or not counted or main.reading.figure != one.figure:
        return {}
    reading = replace(main.reading, value=other.figure.low or 0.0, figure=other.figure)
    return {second.figure.start: compare(second, reading)}


def answer_fit(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> float:
    """How well the words of the best reading suit a promised figure; 0 where no reading suits."""
    return max((reading.fit for reading, _ in _fitting(commitment, report, promises)), default=0.0)


def _by_measure(report: Unit, promises: Sequence[Promise], found: Mapping[int, Comparison]) -> dict[int, Comparison]:
    """Promised figures of a measure that no other one has against the only reported one ("300 ha, 3.500 tấn")."""
    best = max((c.reading.fit for c in found.values()), default=None)
    if best is None:
        return {}
    weak = {start for start, c in found.items() if c.reading.fit <= best - _BEHIND}
    left = [p for p in promises if _has_size(p) and (p.figure.start not in found or p.figure.start in weak)]
    known = ((p, _alone(p, promises, report)) for p in left)
    return {p.figure.start: compare(p, replace(reading, fit=best)) for p, reading in known if reading is not None}


def _has_size(promise: Promise) -> bool:
    return is_measure(promise.figure) and unit_name(promise.figure) not in _NO_SIZE and promise.change is None


def _alone(promise: Promise, promises: Sequence[Promise], report: Unit) -> Reading | None:
    """The reported figure of a promise's measure where there is one on either side."""
    name = unit_name(promise.figure)
    if any(p is not promise and value_in(p.figure, name) is not None for p in promises):
        return None
    told = [one for one in told_figures(report) if value_in(one.figure, name) is not None and not one.is_earlier]
    if len(told) != 1 or told[0].figure.direction is not None:
        return None
    return Reading(value_in(told[0].figure, name) or 0.0, "value", told[0].figure, told[0].is_estimate, 1.0)


def _fitting(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> list[tuple[Reading, Promise]]:
    scope = commitment.annotation.evidence.figures[:MOST]
    told = told_figures(report)
    known = [
        (_trusted(reading, promise, promises, told), promise)
        for promise in promises for reading in readings(promise, scope, report, told)
    ]  # fmt: skip
    known = [(r, p) for r, p in known if not (_is_rival(r, p, told) or _has_each_its_own(r, p, promises, told))]
    return [pair for pair in known if pair[0].fit >= _FIT] or _only_one(known, told)


def _has_each_its_own(reading: Reading, promise: Promise, promises: Sequence[Promise], told: Sequence[Told]) -> bool:
    """Whether numbers were added up although as many of their unit were promised as are told."""
    unit = unit_name(promise.figure)
    mine = sum(unit_name(p.figure) == unit for p in promises)
    return reading.how == "sum" and mine > 1 and mine == sum(unit_name(one.figure) == unit for one in told)


def _is_rival(reading: Reading, promise: Promise, told: Sequence[Told]) -> bool:
    """Whether a figure counts a kind that excludes the promised one ("xuất chuồng" and "tổng đàn")."""
    one = next((one for one in told if one.figure == reading.figure), None)
    return one is not None and kinds_conflict(promise.text, one.near) > 0


def _trusted(reading: Reading, promise: Promise, promises: Sequence[Promise], told: Sequence[Told]) -> Reading:
    """A reading fits better where its clause has words of this promised figure alone ("việc giám sát mới 02 cuộc")."""
    one = next((one for one in told if one.figure == reading.figure), None)
    if len(promises) < _SEVERAL or one is None:
        return reading
    noun = syllables(promise.figure.unit or "") | syllables(one.figure.unit or "")
    others = [other for other in promises if other is not promise]
    own = promise.words - _NONE.union(*(other.words for other in others)) - noun
    before = _before(promise, promises) - _NONE.union(*(_before(other, promises) for other in others)) - noun
    fit = reading.fit + _LEAD * bool(before & one.lead)
    return replace(reading, fit=max(fit, min(fit + _OWN_WORDS, _SURE)) if own & one.clause else fit)


def _before(promise: Promise, promises: Sequence[Promise]) -> frozenset[str]:
    """The words between the promised figure before and this one."""
    start = max((p.figure.end for p in promises if p.figure.end <= promise.figure.start), default=0)
    return syllables(promise.text[start : promise.figure.start])


def _only_one(known: Sequence[tuple[Reading, Promise]], told: Sequence[Told]) -> list[tuple[Reading, Promise]]:
    """A value where the report has no other that could be meant answers in few words, too."""
    aside = [one.figure for one in told if one.is_part or one.is_earlier or one.is_plan or one.is_rest]
    plain = [(r, p) for r, p in known if r.how in ("value", "share") and r.fit >= _ALONE and r.figure not in aside]
    return plain if len(plain) == 1 else []


def _telling(found: list[Comparison]) -> list[Comparison]:
    """Comparisons whose words suit the promise; a total that a share has used already is not compared again."""
    best = max((c.reading.fit for c in found), default=0.0)
    wholes = {c.reading.figure.of for c in found if c.reading.how == "share"}
    return [
        c for c in found
        if c.reading.fit > best - _BEHIND and (c.reading.how == "share" or c.promise.figure.low not in wholes)
    ]  # fmt: skip


def worst_answers(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> list[Comparison]:
    """Of what is promised for every month, or for each of several, the worst one counts."""
    scope = commitment.annotation.evidence.figures[:MOST]
    found, figures = [*periods_kept(commitment, report)], told_figures(report)
    for promise in promises:
        told = [r for r in readings(promise, scope, report, figures) if r.fit >= _EACH_FIT and _is_plain(r, promise)]
        told += _single(promise, report)
        if told:
            found.append(
                min((compare(*_for_all(promise, r, report)) for r in told), key=lambda c: (c.reached, c.reading.value))
            )
    return found


def _for_all(promise: Promise, reading: Reading, report: Unit) -> tuple[Promise, Reading]:
    """A number told for the year against what was promised for each month or quarter."""
    period, goal = _PER.search(promise.text), promise.figure.low
    if not period or not goal or reading.value <= goal or _PER.search(report.text.lower()):
        return promise, reading
    figure = replace(promise.figure, low=goal * _PERIODS[period[1]], high=None)
    return replace(promise, figure=figure), replace(reading, how="of_whole")


def periods_kept(commitment: Unit, report: Unit) -> Iterator[Comparison]:
    """In how many months or quarters a promise for each was kept, where the report counts them."""
    found = _KEPT.search(report.text.lower())
    if found and f"mỗi {found[1]}" in commitment.text.lower():
        count, whole = _COUNTS.get(found[2]) or float(found[2]), _PERIODS[found[1]]
        figure = Figure(found.start(2), found.end(2), count, count, None, found[1], "actual")
        target = Figure(0, 0, whole, whole, None, found[1], "target")
        promise = Promise(target, frozenset(), commitment.text.lower())
        yield compare(promise, Reading(count, "value", figure, final=False, fit=1.0))


def _single(promise: Promise, report: Unit) -> Iterator[Reading]:
    """One of what was promised for each period: "một" before its noun is no figure of its own."""
    noun = re.escape(promise.figure.unit or "-")
    if re.search(rf"\b(?:{_BEFORE_ONE}) (?:có )?một {noun}\b", report.text.lower()):
        yield Reading(1.0, "value", promise.figure, final=False, fit=1.0)


def _is_plain(reading: Reading, promise: Promise) -> bool:
    plain = reading.how == "value" or (reading.how == "share" and promise.is_all)
    return plain and (not promise.for_each or unit_name(reading.figure) == unit_name(promise.figure))
