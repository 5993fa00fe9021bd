"""The outcome of a link, by the rules of the corpus guidelines (section 10)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from camket.lexicons import lexicon
from camket.linking.outcome.compare import Comparison, compare
from camket.linking.outcome.due import Due, document_period, find_due
from camket.linking.outcome.state import State, state_of
from camket.linking.outcome.told import syllables, told_figures
from camket.linking.outcome.values import Promise, readings
from camket.linking.parts import Part, parts_of
from camket.linking.quantities import is_measure, unit_name
from camket.linking.records import Judged, Outcome
from camket.linking.unit import Unit
from camket.records import Figure

_WORDS = lexicon("linking")["figures"]
_ALL, _RATE = re.compile(_WORDS["all"]), re.compile(_WORDS["rate"])
_COMPARED = re.compile(r"so với (?:cùng kỳ )?năm (?:học )?(\d{4})")
_NO_SIZE = frozenset({"%", "VND", "USD", "hạng", "điểm", "ngày", "tháng", "năm", "giờ"})
_BEHIND = 0.8  # so far behind the best reading a figure is of something else
_FIT = 0.4  # below it the words around a figure are of something else


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole pair of documents: the end of the promised period and the day of the report."""

    period: date | None
    day: date | None

    @classmethod
    def of(cls, commitments: Sequence[Unit], reports: Sequence[Unit]) -> Setting:
        """Read it from the documents."""
        return cls(document_period(commitments, reports), next((r.day for r in reports if r.day), None))


def judge(commitment: Unit, report: Unit, setting: Setting) -> Judged:
    """How a commitment stands by what one reported thing says of it."""
    part = _part(commitment, report)
    due = find_due(commitment, (part.start, part.end), setting.period)
    found = _judge(commitment, report, setting, part, due)
    return replace(found, late=_late(found, report, due, setting))


def _late(found: Judged, report: Unit, due: Due, setting: Setting) -> bool | None:
    if found.outcome == "not_comparable" or due.day is None:
        return None
    if found.outcome not in ("met", "exceeded"):
        return due.passed(setting.day)
    days = [t.to for t in report.annotation.evidence.times if t.role == "as_of" and t.to and t.from_ == t.to]
    return max(days) > due.day if days else None


def _judge(commitment: Unit, report: Unit, setting: Setting, part: Part, due: Due) -> Judged:
    state = state_of(commitment, report)
    promises = _promises(commitment, part)
    if not promises and "zero" in commitment.cues:
        return _zero(state, due, setting)
    if commitment.annotation.judgement.target is False and not promises:
        return Judged("not_comparable", "no_target", missing="target")
    lacking = _lacking(commitment, report)
    if lacking:
        return Judged("not_comparable", "other_base", missing=lacking)
    if not _tells_named_part(commitment, report):
        found = _worst(commitment, report, promises) if due.recurs else _compare(commitment, report, promises)
        if found and (state.says_done or not _only_names(found, state)):
            return _by_figures(found, state, due, setting)
        if _needs_value(promises, report):
            return Judged("not_comparable", "no_value", missing="value")
        if _other_unit(promises, report):
            return Judged("not_comparable", "other_unit", missing="unit")
    return _by_words(state, due, setting)


def _part(commitment: Unit, report: Unit) -> Part:
    """The part of a commitment that a report answers best."""
    there = {t.name for t in report.terms}
    parts = list(parts_of(commitment, major=True))
    return max(parts, key=lambda p: len(p.names & there) / (len(p.names) + 2), default=Part(0, 0, frozenset()))


def _promises(commitment: Unit, part: Part) -> list[Promise]:
    """Promised figures of a part with the words of their clauses."""
    figures = commitment.annotation.evidence.figures
    inside = [f for f in figures if part.start <= f.start < part.end] or list(figures)
    chosen = [f for f in inside if f.role == "target"] or [f for f in inside if f.role == "actual"] or _sizes(inside)
    text = commitment.text.lower()
    clauses = list(parts_of(commitment))
    return [Promise(f, syllables(_clause(text, f, clauses, part)), text) for f in chosen]


def _sizes(figures: Sequence[Figure]) -> list[Figure]:
    """Without a target the size of the work is what can be compared."""
    return [f for f in figures if f.role == "other"][:1]


def _clause(text: str, figure: Figure, clauses: Sequence[Part], part: Part) -> str:
    # The cells of a row belong together; elsewhere the clause with the figure tells its subject.
    if " | " in text:
        return text
    own = next((c for c in clauses if c.start <= figure.start < c.end), part)
    clause = text[own.start : own.end]
    return clause if len(syllables(clause)) > 3 else text[part.start : part.end]


def _lacking(commitment: Unit, report: Unit) -> str:
    """What makes the two incomparable before any figure is read: another area, base or period."""
    mine, theirs = commitment.text.lower(), report.text.lower()
    if commitment.names and not commitment.names & report.names and "whole_area" in report.cues:
        return "scope"
    if re.search(r"trên (?:1|một|10\.000|1\.000) (?:vạn|dân|nghìn)", mine) and not _RATE.search(theirs):
        return "base"
    then, told = _COMPARED.search(mine), _COMPARED.search(theirs)
    return "period" if then and told and then[1] != told[1] else ""


def _tells_named_part(commitment: Unit, report: Unit) -> bool:
    """Whether a report tells of some of the promise's named places or works, not of all."""
    names, told = commitment.names, commitment.names & report.names
    return len(names) > 1 and bool(told) and told != names


def _needs_value(promises: Sequence[Promise], report: Unit) -> bool:
    """Whether words alone can't decide: a share, an amount or a large count was promised."""
    for promise in promises:
        if unit_name(promise.figure) == "%" and promise.figure.low == 100 and _ALL.search(report.text.lower()):
            return False
        if unit_name(promise.figure) in ("%", "VND", "điểm"):
            return True
    return False


def _other_unit(promises: Sequence[Promise], report: Unit) -> bool:
    """Whether the promised size comes back in a measure of another kind (km, then m2)."""
    sizes = [p for p in promises if is_measure(p.figure) and unit_name(p.figure) not in _NO_SIZE]
    for told in told_figures(report):
        figure = told.figure
        if is_measure(figure) and unit_name(figure) not in _NO_SIZE and "/" not in unit_name(figure):
            if any(len(p.words & told.clause) / (len(p.words) + 1) >= _FIT for p in sizes):
                return True
    return False


def _compare(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> list[Comparison]:
    """The promised figures that the report answers, each with its best reading."""
    scope = commitment.annotation.evidence.figures
    ranked = sorted(
        (
            (reading, promise)
            for promise in promises
            for reading in readings(promise, scope, report)
            if reading.fit >= _FIT
        ),
        key=lambda pair: -pair[0].fit,
    )
    found: dict[int, Comparison] = {}
    used: set[tuple[int, int]] = set()
    for reading, promise in ranked:
        place = (reading.figure.start, reading.figure.end)
        # Each reported figure answers one promised figure.
        if promise.figure.start not in found and place not in used:
            found[promise.figure.start] = compare(promise, reading)
            used.add(place)
    return _telling([found[start] for start in sorted(found)])


def _telling(found: list[Comparison]) -> list[Comparison]:
    """Comparisons whose words suit the promise; a total that a share has used already is not compared again."""
    best = max((c.reading.fit for c in found), default=0.0)
    wholes = {c.reading.figure.of for c in found if c.reading.how == "share"}
    return [
        c
        for c in found
        if c.reading.fit > best - _BEHIND and (c.reading.how == "share" or c.promise.figure.low not in wholes)
    ]


def _worst(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> list[Comparison]:
    """Of what is promised for every month or quarter the worst one counts."""
    scope = commitment.annotation.evidence.figures
    found = []
    for promise in promises:
        told = [r for r in readings(promise, scope, report) if r.fit >= _FIT and r.how == "value"]
        if told:
            found.append(min((compare(promise, r) for r in told), key=lambda c: (c.reached, c.reading.value)))
    return found


def _only_names(found: Sequence[Comparison], state: State) -> bool:
    """Whether the figure only says how large the work is: the promise's own number beside words of work under way."""
    same = all(c.result == "met" and c.reading.how == "value" for c in found)
    return same and state.is_told and not state.is_done


def _by_figures(found: Sequence[Comparison], state: State, due: Due, setting: Setting) -> Judged:
    short = [c for c in found if not c.reached]
    calculation = "; ".join(c.calculation for c in found)
    if short:
        if state.says_done:
            return Judged("contradicted", "words_against_figures", calculation)
        return Judged(
            _short(due, setting, any(c.reading.final for c in short) or state.is_final), "figures", calculation
        )
    if state.says_done and state.counts_rest and not state.is_done:
        return Judged("contradicted", "words_against_rest", calculation)
    result: Outcome = "exceeded" if found[0].result == "exceeded" else "met"
    if due.recurs and not due.passed(setting.day):
        result = "in_progress"
    return Judged(result, "figures", calculation)


def _short(due: Due, setting: Setting, final: bool) -> Outcome:
    """Outcome of what falls short: by the due date and by whether the report itself calls it final."""
    if due.recurs:
        return "not_met"
    if due.passed(setting.day):
        return "overdue" if due.own else "not_met"
    return "not_met" if final else "in_progress"


def _zero(state: State, due: Due, setting: Setting) -> Judged:
    """Nothing of a kind may happen: one case breaks the promise at once."""
    if state.says_none:
        return Judged("met" if due.passed(setting.day) else "in_progress", "zero_kept")
    if state.counts_cases:
        return Judged("not_met", "zero_broken")
    return Judged("not_comparable", "no_value", missing="value")


def _by_words(state: State, due: Due, setting: Setting) -> Judged:
    if not state.is_told:
        return Judged("not_comparable", "no_value", missing="value")
    if state.says_done and state.counts_rest and not state.is_done:
        return Judged("contradicted", "words_against_rest")
    if state.is_done:
        return Judged("exceeded" if state.exceeds else "met", "words")
    return Judged(_short(due, setting, state.is_final), "words")
