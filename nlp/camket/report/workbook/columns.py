"""What stands in the sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from camket.records import CRITERIA, Annotation, Claim, Criterion, Figure, Finding, Report, Time
from camket.report.findings import question, standing, state, title
from camket.report.words import Words
from camket.report.workbook.sheet import Column
from camket.report.workbook.styles import SIGNS

Table = tuple[list[Column], list[list[Any]]]


def commitments(reports: Sequence[Report], words: Words) -> Table:
    """One row a commitment."""
    columns = [
        Column(words("column_number"), 5, "short"), Column(words("column_label"), 6, "short"),
        Column(words("column_item"), 45), Column(words("column_verdict"), 11, "short", "verdict"),
        Column(words("column_score"), 6, "score"),
        *(Column(words(f"criterion_{name}").capitalize(), 10, "short", "criterion") for name in CRITERIA),
        Column(words("column_deadline"), 11, "date"), Column(words("column_deadline_words"), 15),
        Column(words("column_target"), 14, "number"), Column(words("column_unit"), 9, "short"),
        Column(words("column_target_words"), 17), Column(words("parties"), 18), Column(words("questions"), 38),
        Column(words("opinion"), 14, "input", "opinion"), Column(words("column_note"), 18, "input"),
        Column(words("column_document"), 16),
    ]  # fmt: skip
    found = [(r, a) for r in reports for a in r.annotations if a.judgement.act == "commitment"]
    return columns, [_commitment(n, report, a, words) for n, (report, a) in enumerate(found, 1)]


def _commitment(number: int, report: Report, annotation: Annotation, words: Words) -> list[Any]:
    item, judgement, evidence = annotation.item, annotation.judgement, annotation.evidence
    due = [t for t in evidence.times if t.role == "deadline"]
    targets = [f for f in evidence.figures if f.role == "target"]
    first = targets[0] if targets else None
    return [
        number, item.label, item.text, words(f"verdict_{judgement.standing}"), judgement.score,
        *_criteria(judgement.criteria, words), last_day(due), _joined(item.text, due), _value(first),
        first.unit if first else None, _joined(item.text, targets), _parties(annotation),
        "\n".join(_questions(annotation, words)), None, None, report.document.name,
    ]  # fmt: skip


def results(reports: Sequence[Report], words: Words) -> Table:
    """One row a reported result."""
    columns = [
        Column(words("column_number"), 5, "short"), Column(words("column_label"), 7, "short"),
        Column(words("column_claim"), 56), Column(words("column_result"), 20, "short"),
        Column(words("column_timing"), 14, "short"), Column(words("column_actual"), 16, "number"),
        Column(words("column_unit"), 11, "short"), Column(words("column_figures"), 24), Column(words("causes"), 26),
        Column(words("questions"), 46), Column(words("opinion"), 18, "input", "opinion"),
        Column(words("column_note"), 24, "input"), Column(words("column_document"), 26),
    ]  # fmt: skip
    found = [(r, a, c) for r in reports for a in r.annotations for c in a.evidence.claims]
    return columns, [_result(n, *one, words) for n, one in enumerate(found, 1)]


def _result(number: int, report: Report, annotation: Annotation, claim: Claim, words: Words) -> list[Any]:
    item, evidence = annotation.item, annotation.evidence
    inside = [f for f in evidence.figures if claim.start <= f.start and f.end <= claim.end]
    actual = next((f for f in inside if f.role == "actual"), None)
    timing = words(f"timing_{claim.timing}") if claim.timing != "unstated" else None
    result = words(f"result_{claim.result}") + (f" ({words('estimated')})" if claim.estimated else "")
    return [
        number, item.label, item.text[claim.start : claim.end], result, timing, _value(actual),
        actual.unit if actual else None, _joined(item.text, inside),
        ", ".join(words(f"cause_{c}") for c in evidence.causes),
        "\n".join(_questions(annotation, words, _belonging(annotation, claim))), None, None, report.document.name,
    ]  # fmt: skip


def questions(reports: Sequence[Report], words: Words) -> Table:
    """One row a finding, those of whole documents first."""
    columns = [
        Column(words("column_number"), 5, "short"), Column(words("column_code"), 8, "short"),
        Column(words("column_flaw"), 26), Column(words("column_criterion"), 13, "short"),
        Column(words("column_severity"), 12, "short"), Column(words("column_words"), 26),
        Column(words("column_question"), 46), Column(words("column_suggestion"), 40),
        Column(words("column_status"), 24), Column(words("column_label"), 7, "short"),
        Column(words("column_item"), 46), Column(words("column_document"), 26),
    ]  # fmt: skip
    rows = [row for report in reports for row in _findings(report, words)]
    return columns, [[n, *row] for n, row in enumerate(rows, 1)]


def _findings(report: Report, words: Words) -> Iterator[list[Any]]:
    whole: list[tuple[Annotation | None, Any]] = [(None, f) for f in report.findings]
    for annotation, f in whole + [(a, f) for a in report.annotations for f in a.findings]:
        text = annotation.item.text if annotation else ""
        yield [
            f.code, title(f, words), words(f"criterion_{f.criterion}"), words(f"severity_{f.severity}"),
            text[f.start : f.end] if f.start is not None else None, question(f, words), f.suggestion,
            standing(f, words), annotation.item.label if annotation else None, text, report.document.name,
        ]  # fmt: skip


def last_day(due: Sequence[Time]) -> date | None:
    """The earliest last day of some deadlines; none where they only repeat or wait for an event."""
    return min((t.last_day for t in due if t.last_day), default=None)


def _criteria(criteria: Sequence[Criterion], words: Words) -> list[str | None]:
    """A cell for each criterion; empty ones where a clause only frames and is judged by none."""
    return [f"{SIGNS[c.state]} {state(c, words)}" for c in criteria] or [None] * len(CRITERIA)


def _value(figure: Figure | None) -> float | None:
    return None if figure is None else figure.low if figure.low is not None else figure.high


def _joined(text: str, spans: Sequence[Time] | Sequence[Figure]) -> str:
    return "; ".join(text[s.start : s.end] for s in spans)


def _parties(annotation: Annotation) -> str:
    item = annotation.item
    leads = [item.text[p.start : p.end] for p in annotation.evidence.parties if p.role == "lead"]
    return "; ".join(leads) or (item.owner.value if item.owner else "")


def _belonging(annotation: Annotation, claim: Claim) -> list[Finding]:
    """Findings of an item that stand in one of its claims; those that stand in none go with the first."""
    claims = annotation.evidence.claims

    def home(finding: Finding) -> Claim:
        at = finding.start
        return next((c for c in claims if at is not None and c.start <= at < c.end), claims[0])

    return [finding for finding in annotation.findings if home(finding) is claim]


def _questions(annotation: Annotation, words: Words, findings: Sequence[Finding] | None = None) -> list[str]:
    return [
        f"{f.code}: {question(f, words)}" + (f" ({standing(f, words)})" if f.status != "open" else "")
        for f in (annotation.findings if findings is None else findings)
    ]
