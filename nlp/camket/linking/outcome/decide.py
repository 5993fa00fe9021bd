"""The outcome of a link, by the rules of the corpus guidelines (section 10)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from camket.lexicons import lexicon
from camket.linking.facets import kinds_conflict
from camket.linking.outcome.answers import best_answers, worst_answers
from camket.linking.outcome.cells import stands_alone
from camket.linking.outcome.compare import Comparison, is_lower_better
from camket.linking.outcome.due import Due, agreed, document_period, find_due
from camket.linking.outcome.exceptions import cannot_be_mended, is_of_all, tells_exception
from camket.linking.outcome.focus import focus
from camket.linking.outcome.lacking import (
    counts_fewer,
    counts_other,
    is_ahead,
    is_denied,
    is_to_come,
    lacks_target,
    needs_value,
    only_prepared,
    other_base,
    other_unit,
    tells_named_part,
)
from camket.linking.outcome.pace import caps_count, pace_of, still_counts
from camket.linking.outcome.periods import Span, in_period, span_of, told_span
from camket.linking.outcome.promise import Promise, promises_of
from camket.linking.outcome.state import State, state_of
from camket.linking.parts import Part, parts_of
from camket.linking.records import Judged, Outcome
from camket.linking.unit import Unit

# An event that took place with too few can't be made up for.
_EVENT = re.compile(r"\btổ chức (?:giải|lễ|hội|liên hoan|cuộc thi|ngày hội)\b")
_NEVER = re.compile(lexicon("linking")["state"]["never"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a pair of documents: last day of the promised period, day of the report, first day of it."""

    period: date | None
    day: date | None
    start: date | None = None

    @classmethod
    def of(cls, commitments: Sequence[Unit], reports: Sequence[Unit]) -> Setting:
        """Read it from the documents."""
        start, end = document_period(commitments)
        return cls(end, next((r.day for r in reports if r.day), None), start)


def judge(commitment: Unit, report: Unit, setting: Setting) -> Judged:
    """How a commitment stands by what one reported thing says of it."""
    report = focus(commitment, report)
    part = part_of(commitment, report)
    due = agreed(report, find_due(commitment, (part.start, part.end), setting.period))
    found = _judge(commitment, report, setting, part, due)
    return replace(found, late=_late(found, report, due, setting))


def part_of(commitment: Unit, report: Unit) -> Part:
    """The part of a commitment that a report answers best."""
    there = {t.name for t in report.terms}
    text = commitment.text.lower()
    named = [p for p in parts_of(commitment, major=True) if p.names]
    parts = in_period(named, lambda p: span_of(text[p.start : p.end]), told_span(report))
    return max(parts, key=lambda p: len(p.names & there) / (len(p.names) + 2), default=Part(0, 0, frozenset()))


def _late(found: Judged, report: Unit, due: Due, setting: Setting) -> bool | None:
    if found.outcome == "not_comparable" or due.day is None:
        return None
    if found.outcome not in ("met", "exceeded"):
        return due.passed(setting.day)
    evidence = report.annotation.evidence
    days = [t.to for t in evidence.times if t.role == "as_of" and t.to and t.from_ == t.to]
    if days:
        return max(days) > due.day
    timings = {claim.timing for claim in evidence.claims} - {"unstated"}
    return "late" in timings if timings else None


def _judge(commitment: Unit, report: Unit, setting: Setting, part: Part, due: Due) -> Judged:
    state = state_of(commitment, report)
    promises = _due_promises(commitment, report, part)
    never = _NEVER.match(commitment.text.lower()) and not any(promise.is_share for promise in promises)
    if never or (not promises and "zero" in commitment.cues):
        return _zero(state, due, setting)
    lacking = _lacking(commitment, report, promises)
    if lacking:
        return lacking
    whole = (
        None if tells_named_part(commitment, report) else _by_values(commitment, report, promises, state, due, setting)
    )
    return whole or _by_words(state, due, setting)


def _due_promises(commitment: Unit, report: Unit, part: Part) -> list[Promise]:
    """The promised figures of a part whose years the report tells of."""
    clauses = list(parts_of(commitment))

    def span(promise: Promise) -> Span | None:
        inside = (c for c in clauses if c.start <= promise.figure.start < c.end)
        return next((span_of(promise.text[c.start : c.end]) for c in inside), None)

    return in_period(promises_of(commitment, part), span, told_span(report))


def _lacking(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> Judged | None:
    """What can't be compared before any figure is looked at."""
    if lacks_target(commitment, promises):
        return Judged("not_comparable", "no_target", missing="target")
    lacking = other_base(commitment, report, promises)
    return Judged("not_comparable", "other_base", missing=lacking) if lacking else None


def _by_values(
    commitment: Unit, report: Unit, promises: Sequence[Promise], state: State, due: Due, setting: Setting
) -> Judged | None:
    """The outcome where figures decide or are missing; None where words may decide."""
    found = () if only_prepared(commitment, report) else _answers(commitment, report, promises, due)
    if found and (state.says_done or not _only_names(found, state, report)):
        return _by_figures(found, state, due, setting)
    early = _not_yet(commitment, report, state, due, setting)
    if early:
        return early
    if promises and kinds_conflict(commitment.text, report.text):
        return Judged("not_comparable", "other_base", missing="scope")
    if state.counts_rest and any(promise.is_all for promise in promises):
        return Judged("contradicted" if state.says_done else _short(due, setting, final=False), "words_against_rest")
    if is_of_all(promises) and tells_exception(commitment, report) is not None:
        return _by_exception(commitment, report, due, setting)
    return _without_answer(report, promises, state, due, setting)


def _without_answer(
    report: Unit, promises: Sequence[Promise], state: State, due: Due, setting: Setting
) -> Judged | None:
    """The outcome where no figure answers; None where words may decide."""
    if needs_value(promises, report):
        return Judged("not_comparable", "no_value", missing="value")
    if state.says_done:
        return None
    if other_unit(promises, report) or counts_other(promises, report):
        return Judged("not_comparable", "other_unit", missing="unit")
    return Judged(_short(due, setting, state.is_final), "words") if counts_fewer(promises, report) else None


def _not_yet(commitment: Unit, report: Unit, state: State, due: Due, setting: Setting) -> Judged | None:
    """The outcome where what decides is still to come, or only steps towards it are told."""
    if is_to_come(report) and not due.missed(setting.day):
        return Judged("in_progress", "words")
    pending = is_ahead(report) or only_prepared(commitment, report) or is_denied(commitment, report)
    if pending or (due.recurs and state.has_exception):
        return Judged(_short(due, setting, final=False), "words")
    return None


def _by_exception(commitment: Unit, report: Unit, due: Due, setting: Setting) -> Judged:
    """Of what all were promised to be, by whether some are told not to have been."""
    if not tells_exception(commitment, report):
        return Judged("met" if due.passed(setting.day) else "in_progress", "words")
    if cannot_be_mended(commitment):
        return Judged("not_met", "words")
    return Judged(_short(due, setting, final=False), "words")


def _answers(commitment: Unit, report: Unit, promises: Sequence[Promise], due: Due) -> list[Comparison]:
    if due.recurs or any(promise.for_each for promise in promises):
        return worst_answers(commitment, report, promises)
    return best_answers(commitment, report, promises)


def _only_names(found: Sequence[Comparison], state: State, report: Unit) -> bool:
    """Whether the figure only says how large the work is: the promise's own number beside words of work under way."""
    if not state.is_told or state.is_done or not state.is_under_way:
        return False
    if state.awaits_product:
        return all(c.reached for c in found)
    own = all(c.reading.how == "value" and _is_own(c) and not stands_alone(c.reading.figure, report) for c in found)
    return own and all(c.result == "met" for c in found)


def _is_own(one: Comparison) -> bool:
    """Whether a reading only repeats the promised number, as it was printed."""
    return one.reading.value == one.promise.figure.low == one.reading.figure.low


def _by_figures(found: Sequence[Comparison], state: State, due: Due, setting: Setting) -> Judged:
    short = [c for c in found if not c.reached]
    calculation = "; ".join(c.calculation for c in found)
    if short:
        bad = state.says_over and all(is_lower_better(c.promise) for c in short)
        if state.says_done and not bad:
            return Judged("contradicted", "words_against_figures", calculation)
        final = any(c.reading.final or caps_count(c.promise) for c in short) or state.is_final
        once = bool(_EVENT.search(short[0].promise.text))
        if due.recurs and not due.passed(setting.day) and all(c.reading.how == "of_whole" for c in short):
            return Judged("in_progress", "figures", calculation)
        outcome = _short(replace(due, once=due.once or once), setting, final)
        pace = pace_of(found, setting.start, due.day, setting.day) if outcome == "in_progress" else None
        return Judged(outcome, "figures", calculation, pace=pace)
    if state.says_done and state.counts_rest and not state.is_done:
        return Judged("contradicted", "words_against_rest", calculation)
    if state.says_failed:
        return Judged("contradicted", "words_against_figures", calculation)
    if not due.passed(setting.day) and any(map(still_counts, found)):
        return Judged("in_progress", "figures", calculation)
    result: Outcome = "exceeded" if found[0].result == "exceeded" else "met"
    if due.recurs:
        result = _recurring(result, state, due, setting)
    return Judged(result, "figures", calculation)


def _recurring(result: Outcome, state: State, due: Due, setting: Setting) -> Outcome:
    """What was promised for every month or quarter is kept only when the last one is over, and broken by one."""
    if state.has_exception:
        return "not_met"
    return result if due.passed(setting.day) else "in_progress"


def _short(due: Due, setting: Setting, final: bool) -> Outcome:
    """Outcome of what falls short: by the due date and by whether the report itself calls it final."""
    if due.recurs:
        return "not_met"
    if due.passed(setting.day):
        return "overdue" if due.missed(setting.day) else "not_met"
    return "not_met" if final else "in_progress"


def _zero(state: State, due: Due, setting: Setting) -> Judged:
    """Nothing of a kind may happen: one case breaks the promise at once."""
    if state.counts_some:
        return Judged("contradicted", "words_against_figures")
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
        result: Outcome = "exceeded" if state.exceeds else "met"
        return Judged(_recurring(result, state, due, setting) if due.recurs else result, "words")
    return Judged(_short(due, setting, state.is_final), "words")
