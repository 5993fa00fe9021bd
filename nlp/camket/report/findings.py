"""Findings in words, for every output."""

from __future__ import annotations

from camket.lexicons import lexicon
from camket.records import Criterion, Finding, Report
from camket.report.words import Words


def question(finding: Finding, words: Words) -> str:
    """The question of a finding in the reader's language; rules of others speak their own."""
    texts = lexicon("rules").get(finding.code, {})
    return texts.get("en", finding.message) if words.language == "en" else finding.message


def title(finding: Finding, words: Words) -> str:
    """The name of the flaw for people."""
    texts = lexicon("rules").get(finding.code, {})
    plain = finding.name.replace("-", " ")
    return plain if words.language == "en" else texts.get("title", plain)


def standing(finding: Finding, words: Words) -> str:
    """What a person decided: "" for an open finding."""
    return "" if finding.status == "open" else words(f"status_{finding.status}", reason=finding.reason)


def state(criterion: Criterion, words: Words) -> str:
    """A criterion's state in words, with its source where it is inherited."""
    source = words(f"source_{criterion.source}") if criterion.state == "inherited" else ""
    return words(f"state_{criterion.state}", source=source)


def comment_lines(finding: Finding, words: Words) -> list[str]:
    """A finding as the paragraphs of a comment."""
    lines = [f"{finding.code} · {title(finding, words)}", question(finding, words)]
    if finding.status != "open":
        return [*lines, standing(finding, words)]
    return [*lines, words("suggestion", text=finding.suggestion)] if finding.suggestion else lines


def summary_line(report: Report, words: Words) -> str:
    """One sentence on a document: items, verdicts, score."""
    verdicts = [a.judgement.verdict_in_document for a in report.annotations]
    line = words(
        "summary", items=len(verdicts), commitments=len(verdicts) - verdicts.count(None), clear=verdicts.count("clear"),
        incomplete=verdicts.count("incomplete"), vague=verdicts.count("vague"),
        claims=sum(len(a.evidence.claims) for a in report.annotations),
    )  # fmt: skip
    if report.score is not None:
        line += " " + words("score", score=words.number(round(report.score, 1)))
    return line
