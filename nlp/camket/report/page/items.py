"""One item as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from camket.records import Annotation, CriterionState, Finding
from camket.report.findings import question, standing, state, title
from camket.report.page.marks import marked
from camket.report.words import Words

SIGNS: dict[CriterionState, str] = {"present": "●", "inherited": "◆", "unclear": "△", "missing": "○"}
_VERDICT_SIGNS = {"clear": "●", "incomplete": "△", "vague": "○"}


def article(annotation: Annotation, words: Words) -> str:
    """The item with verdict, criteria, evidence and questions."""
    judgement = annotation.judgement
    codes = " ".join(sorted({f.code for f in annotation.findings}))
    is_open = any(f.status == "open" for f in annotation.findings)
    kind = judgement.standing
    head = f'<article class="{kind}" data-kind="{kind}" data-codes="{escape(codes)}" data-open="{int(is_open)}">'
    return head + "".join([*_head(annotation, words), *_criteria(annotation, words), *_evidence(annotation, words),
                           questions(annotation.findings, words)]) + "</article>\n"  # fmt: skip


def _head(annotation: Annotation, words: Words) -> Iterator[str]:
    item, judgement = annotation.item, annotation.judgement
    verdict = judgement.verdict_in_document
    standing = judgement.standing
    name = words(f"verdict_{standing}") if judgement.verdict else words(f"act_{standing}")
    badge = f"{_VERDICT_SIGNS[verdict]} {name}" if verdict else name
    label = f"<strong>{escape(item.label)}</strong> " if item.label and not item.text.startswith(item.label) else ""
    text = marked(item.text, annotation.findings)
    yield f'<p class="text"><span class="badge">{escape(badge)}</span>{label}{text}</p>'
    if item.headings:
        yield f'<p class="small">{escape(" › ".join(item.headings))}</p>'


def _criteria(annotation: Annotation, words: Words) -> Iterator[str]:
    judgement = annotation.judgement
    if judgement.score is None:
        return
    rows = "".join(
        f'<li class="{c.state}">{SIGNS[c.state]} {escape(words(f"criterion_{c.name}"))}: {escape(state(c, words))}</li>'
        for c in judgement.criteria
    )
    score = words("item_score", score=words.number(judgement.score))
    yield f'<ul class="criteria"><li><strong>{escape(words("criteria"))} {score}</strong></li>{rows}</ul>'


def _evidence(annotation: Annotation, words: Words) -> Iterator[str]:
    rows = [(name, value) for name, values in _rows(annotation, words) for value in values]
    if rows:
        yield "<dl>" + "".join(f"<dt>{escape(words(n))}</dt><dd>{escape(v)}</dd>" for n, v in rows) + "</dl>"


def _rows(annotation: Annotation, words: Words) -> Iterator[tuple[str, list[str]]]:
    text, evidence = annotation.item.text, annotation.evidence
    yield "deadlines", [f"“{text[t.start : t.end]}” → {words.time(t)}" for t in evidence.times if t.role == "deadline"]
    yield (
        "figures",
        [f"“{text[f.start : f.end]}” → {words.figure(f)} ({words(f'role_{f.role}')})" for f in evidence.figures],
    )
    yield "parties", [f"{text[p.start : p.end]} ({words(f'role_{p.role}')})" for p in evidence.parties]
    for claim in evidence.claims:
        timing = "" if claim.timing == "unstated" else f", {words(f'timing_{claim.timing}')}"
        yield "claims", [f"{words(f'result_{claim.result}')}{timing}: “{text[claim.start : claim.end]}”"]
    yield "causes", [", ".join(words(f"cause_{c}") for c in evidence.causes)] if evidence.causes else []


def questions(findings: tuple[Finding, ...], words: Words) -> str:
    """Findings as a list of questions; "" for none."""
    if not findings:
        return ""
    return '<ul class="questions">' + "".join(_question(f, words) for f in findings) + "</ul>"


def _question(finding: Finding, words: Words) -> str:
    asked = f"{title(finding, words)} — {question(finding, words)}"
    line = f'<span class="code">{escape(finding.code)}</span> {escape(asked)}'
    if finding.status != "open":
        return f'<li class="closed">{line}<span class="hint">{escape(standing(finding, words))}</span></li>'
    hint = f'<span class="hint">↳ {escape(finding.suggestion)}</span>' if finding.suggestion else ""
    return f'<li class="{finding.severity}">{line}{hint}</li>'
