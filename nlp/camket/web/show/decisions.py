"""Decisions of inspectors on the findings of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from camket.records import Annotation, Finding, Report
from camket.review.baseline import every_finding, fingerprint
from camket.web.desk.records import Decision, Ruling


@dataclass(frozen=True, slots=True)
class Asked:
    """A finding with its key, the index of its item (None for the whole document), and what was decided."""

    key: str
    item: int | None
    finding: Finding
    decision: Decision | None

    @property
    def ruling(self) -> Ruling | None:
        """What was decided; None while it is open."""
        return self.decision.ruling if self.decision else None


def asked(report: Report, decisions: Mapping[str, Decision]) -> list[Asked]:
    """All findings in the order of the text, those of the whole document last.

    A key is made of what a finding says and of the words it says it of, so that a decision holds when the same
    document is read again by a later version.
    """
    seen: Counter[str] = Counter()
    place = {id(a): n for n, a in enumerate(report.annotations)}
    found = []
    for annotation, finding in every_finding(report):
        key = _key(annotation, finding, seen)
        item = None if annotation is None else place[id(annotation)]
        found.append(Asked(key, item, finding, decisions.get(key)))
    return found


def _key(annotation: Annotation | None, finding: Finding, seen: Counter[str]) -> str:
    print_ = fingerprint(annotation, finding)
    seen[print_] += 1
    return f"{print_}-{seen[print_]}"


def decided(report: Report, decisions: Mapping[str, Decision], *, with_dismissed: bool) -> Report:
    """The report as it is given out: dismissed findings are left out, or marked with the reason."""
    keys: Iterator[Asked] = iter(asked(report, decisions))

    def change(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        one = (next(keys) for _ in findings)
        return tuple(_given_out(a) for a in one if with_dismissed or a.ruling != "dismissed")

    annotations = tuple(replace(a, findings=change(a.findings)) for a in report.annotations)
    return replace(report, annotations=annotations, findings=change(report.findings))


def _given_out(one: Asked) -> Finding:
    if one.decision is None or one.ruling != "dismissed":
        return one.finding
    return replace(one.finding, status="suppressed", reason=one.decision.reason)
