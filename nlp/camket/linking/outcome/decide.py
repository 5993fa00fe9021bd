"""The outcome of a link, by the rules of the corpus guidelines (section 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from camket.linking.outcome.compare import Comparison, compare
from camket.linking.outcome.due import Due, document_period, find_due
from camket.linking.outcome.state import State, state_of
from camket.linking.outcome.values import readings
from camket.linking.parts import Part, parts_of
from camket.linking.quantities import targets, unit_name
from camket.linking.records import Judged, Outcome
from camket.linking.unit import Unit


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
    state = state_of(commitment, report, part)
    if not _has_target(commitment):
        return Judged("not_comparable", "no_target", missing="target")
    if "zero" in commitment.cues and not _promised(commitment, part):
        return _zero(report, state, due, setting)
    if _wider(commitment, report):
        return Judged("not_comparable", "other_scope", missing="scope")
    if not state.of_named_part:
        found = _compare(commitment, report, part)
        if found is not None:
            return _by_figures(found, state, due, setting)
        if _needs_value(commitment, part) and not state.is_told:
            return Judged("not_comparable", "no_value", missing="value")
    return _by_words(state, due, setting)


def _has_target(commitment: Unit) -> bool:
    judgement = commitment.annotation.judgement
    return judgement.target is not False or "zero" in commitment.cues


def _part(commitment: Unit, report: Unit) -> Part:
    """The part of a commitment that a report answers best."""
    there = {t.name for t in report.terms}
    parts = list(parts_of(commitment, major=True))
    return max(parts, key=lambda p: len(p.names & there) / (len(p.names) + 2), default=Part(0, 0, frozenset()))


def _promised(commitment: Unit, part: Part) -> list:
    found = targets(commitment)
    inside = [f for f in found if part.start <= f.start < part.end]
    return inside or found


def _wider(commitment: Unit, report: Unit) -> bool:
    """Whether a report tells of the whole area what was promised for named places."""
    return bool(commitment.names) and not commitment.names & report.names and "whole_area" in report.cues


def _needs_value(commitment: Unit, part: Part) -> bool:
    return any(unit_name(f) in ("%", "VND") or (f.low or 0) > 30 for f in _promised(commitment, part))


def _compare(commitment: Unit, report: Unit, part: Part) -> Comparison | None:
    best: Comparison | None = None
    for target in _promised(commitment, part):
        for reading in readings(commitment, target, part.names, report)[:1]:
            found = compare(commitment, target, reading)
            if best is None or reading.fit > best.reading.fit + 0.1:
                best = found
    return best


def _by_figures(found: Comparison, state: State, due: Due, setting: Setting) -> Judged:
    calculation = found.calculation
    if found.reached:
        if state.says_failed and found.result == "met":
            return Judged("contradicted", "words_against_figures", calculation)
        return Judged(found.result, "figures", calculation)
    if state.says_done:
        return Judged("contradicted", "words_against_figures", calculation)
    return Judged(_short(due, setting, found.reading.estimated or state.says_failed), "figures", calculation)


def _short(due: Due, setting: Setting, final: bool) -> Outcome:
    """Outcome of what falls short: by the due date and by whether the report itself calls it final."""
    if due.passed(setting.day):
        return "overdue" if due.own and not due.recurs else "not_met"
    return "not_met" if final else "in_progress"


def _zero(report: Unit, state: State, due: Due, setting: Setting) -> Judged:
    """Nothing of a kind may happen: one case breaks the promise at once."""
    if state.counts_cases:
        return Judged("not_met", "zero_broken")
    if state.says_none:
        return Judged("met" if due.passed(setting.day) else "in_progress", "zero_kept")
    return Judged("not_comparable", "no_value", missing="value")


def _by_words(state: State, due: Due, setting: Setting) -> Judged:
    if not state.is_told:
        return Judged("not_comparable", "no_value", missing="value")
    if state.is_done:
        return Judged("exceeded" if state.exceeds else "met", "words")
    return Judged(_short(due, setting, state.says_failed), "words")
