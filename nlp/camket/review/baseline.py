"""The findings that were there before: they are marked, and only new ones fail a run."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from camket.config.errors import ConfigError, message
from camket.records import Annotation, Finding, Report
from camket.review.suppressions import map_findings

SCHEMA = "1.0"


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted findings by fingerprint, with how often each occurs."""

    counts: Counter[str]


def fingerprint(annotation: Annotation | None, finding: Finding) -> str:
    """What makes a finding the same in a later version: its code, the item's words and its own; not where it stands.

    Examples
    --------
    >>> from camket.records import Evidence, Item, Judgement
    >>> finding = Finding("SP02", "effort-verb-only", "warning", "product", "?", 0, 4)
    >>> judgement = Judgement("commitment", False, "vague", "vague")
    >>> one, two = (Annotation(Item(t, "commitment"), Evidence(), judgement) for t in ("Tăng cường.", "Tăng  cường."))
    >>> fingerprint(one, finding) == fingerprint(two, finding)
    True
    """
    text = " ".join(annotation.item.text.lower().split()) if annotation else ""
    span = ""
    if annotation and finding.start is not None:
        span = " ".join(annotation.item.text[finding.start : finding.end].lower().split())
    return hashlib.sha256("\x1f".join((finding.code, text, span)).encode()).hexdigest()[:20]


def read_baseline(path: str | Path) -> Baseline:
    """Read a baseline file.

    Raises
    ------
    ConfigError
        Where it can't be read.
    """
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        return Baseline(Counter(entry["fingerprint"] for entry in data["accepted"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(message("bad_baseline", path=path, reason=error)) from error


def apply_baseline(reports: Iterable[Report], baseline: Baseline) -> list[Report]:
    """Mark the findings of a run that the baseline holds; of equal ones, no more than it holds."""
    left = baseline.counts.copy()

    def mark(annotation: Annotation | None, finding: Finding) -> Finding:
        key = fingerprint(annotation, finding)
        if finding.status != "open" or not left[key]:
            return finding
        left[key] -= 1
        return replace(finding, status="accepted")

    return [map_findings(report, mark) for report in reports]


def write_baseline(reports: Iterable[Report]) -> str:
    """The baseline file that accepts every open finding of a run."""
    accepted = [
        {"document": report.document.name, "code": finding.code, "label": annotation.item.label if annotation else "",
         "text": annotation.item.text[:80] if annotation else "", "fingerprint": fingerprint(annotation, finding)}
        for report in reports
        for annotation, finding in every_finding(report)
        if finding.status != "suppressed"
    ]  # fmt: skip
    return json.dumps({"schema": SCHEMA, "accepted": accepted}, ensure_ascii=False, indent=1) + "\n"


def every_finding(report: Report) -> list[tuple[Annotation | None, Finding]]:
    """All findings of a report with their items, those of the document last."""
    own: list[tuple[Annotation | None, Finding]] = [(a, f) for a in report.annotations for f in a.findings]
    return own + [(None, f) for f in report.findings]
