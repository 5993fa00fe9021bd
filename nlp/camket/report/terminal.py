"""A report as text for the terminal: one block an item, questions last, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from camket.records import Annotation, Claim, Figure, Finding, Party, Report, Time
from camket.report.findings import question, standing, state
from camket.report.words import Words


def render(report: Report, words: Words) -> str:
    """The whole report.

    Examples
    --------
    >>> from camket.records import Document
    >>> print(render(Report(Document("a.txt", ()), "commitment", None, ()), Words()).splitlines()[0])
    a.txt · bản cam kết, kế hoạch
    """
    head = [report.document.name, words(f"kind_{report.kind}")]
    if report.date:
        head.append(words("read_date", date=words.day(report.date)))
    lines = [" · ".join(head), *(_warning(w, words) for w in report.warnings), ""]
    for annotation in report.annotations:
        lines += _item(annotation, words)
    if report.findings:
        lines += [words("document_questions"), *_document_questions(report, words), ""]
    return "\n".join([*lines, *summary(report, words)])


def _document_questions(report: Report, words: Words) -> Iterator[str]:
    for finding in report.findings:
        yield from _question(finding, "", words)


def _warning(warning: str, words: Words) -> str:
    return "  ! " + (words(warning) if warning == "no_date" else warning)


def _item(annotation: Annotation, words: Words) -> Iterator[str]:
    act = annotation.judgement.act
    if act == "commitment":
        yield from _commitment(annotation, words)
    elif annotation.evidence.claims or annotation.evidence.causes:
        yield _line("•", annotation)
        yield from _headings(annotation, words)
        yield from _claims(annotation, words)
        yield from _causes(annotation, words)
        yield from _questions(annotation, words)
        yield ""


def _line(mark: str, annotation: Annotation) -> str:
    text = " ".join(annotation.item.text.split())
    label = annotation.item.label
    shown = f"{label} {text}" if label and not text.startswith(label) else text
    return f"{mark} {shown}"


def _headings(annotation: Annotation, words: Words) -> Iterator[str]:
    """The headings above the item: "a)" alone doesn't say of what."""
    if annotation.item.headings:
        yield f"    {words('under')}: " + " › ".join(annotation.item.headings)


def _commitment(annotation: Annotation, words: Words) -> Iterator[str]:
    judgement = annotation.judgement
    verdict = words(f"verdict_{judgement.standing}")
    yield _line(f"[{verdict}]", annotation)
    yield from _headings(annotation, words)
    if judgement.verdict_in_document and judgement.verdict != judgement.verdict_in_document:
        yield "    (" + words("own_verdict", verdict=words(f"verdict_{judgement.verdict}").lower()) + ")"
    if judgement.score is not None:
        states = (f"{words(f'criterion_{c.name}')}: {state(c, words)}" for c in judgement.criteria)
        score = words("item_score", score=words.number(judgement.score))
        yield f"    {words('criteria')} {score}: " + " · ".join(states)
    yield from _evidence(annotation, words)
    yield from _claims(annotation, words)
    yield from _questions(annotation, words)
    yield ""


def _evidence(annotation: Annotation, words: Words) -> Iterator[str]:
    text, evidence = annotation.item.text, annotation.evidence
    rows: list[tuple[str, Sequence[tuple[Time | Figure | Party, str]]]] = [
        ("deadlines", [(t, words.time(t)) for t in evidence.times if t.role == "deadline"]),
        ("figures", [(f, f"{words.figure(f)} ({words(f'role_{f.role}')})") for f in evidence.figures]),
        ("parties", [(p, words(f"role_{p.role}")) for p in evidence.parties]),
    ]
    for name, values in rows:
        if values:
            shown = "; ".join(f"“{text[record.start : record.end]}” → {value}" for record, value in values)
            yield f"    {words(name)}: {shown}"


def _claims(annotation: Annotation, words: Words) -> Iterator[str]:
    for claim in annotation.evidence.claims:
        yield f"    → {_state_of(claim, words)}: “{annotation.item.text[claim.start : claim.end]}”"


def _state_of(claim: Claim, words: Words) -> str:
    parts = [words(f"result_{claim.result}")]
    if claim.timing != "unstated":
        parts.append(words(f"timing_{claim.timing}"))
    if claim.estimated:
        parts.append(words("estimated"))
    return ", ".join(parts)


def _causes(annotation: Annotation, words: Words) -> Iterator[str]:
    if annotation.evidence.causes:
        yield f"    {words('causes')}: " + ", ".join(words(f"cause_{c}") for c in annotation.evidence.causes)


def _questions(annotation: Annotation, words: Words) -> Iterator[str]:
    for finding in annotation.findings:
        where = f" “{annotation.item.text[finding.start : finding.end]}”" if finding.start is not None else ""
        yield from _question(finding, where, words)


def _question(finding: Finding, where: str, words: Words) -> Iterator[str]:
    mark = "?" if finding.severity != "info" else "·"
    yield f"    {mark} {finding.code}{where}: {question(finding, words)}"
    if finding.status != "open":
        yield f"      ({standing(finding, words)})"
    elif finding.suggestion:
        yield f"      ↳ {finding.suggestion}"


def summary(report: Report, words: Words) -> list[str]:
    """Counts of the report: items, verdicts in the document, results."""
    verdicts = Counter(a.judgement.verdict_in_document for a in report.annotations)
    results = Counter(c.result for a in report.annotations for c in a.evidence.claims)
    lines = [
        words(
            "summary", items=len(report.annotations), claims=sum(results.values()), clear=verdicts["clear"],
            incomplete=verdicts["incomplete"], vague=verdicts["vague"],
            commitments=verdicts["clear"] + verdicts["incomplete"] + verdicts["vague"],
        )
    ]  # fmt: skip
    if report.score is not None:
        lines.append(words("score", score=words.number(round(report.score, 1))))
    if results:
        shown = ", ".join(f"{words(f'result_{name}')} {n}" for name, n in results.most_common())
        lines.append(words("summary_results", results=shown))
    return lines
