"""Findings as SARIF 2.1.0, the exchange format of code checkers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from inspect import cleandoc
from typing import Any
from urllib.parse import quote

from camket import __version__
from camket.lexicons import lexicon
from camket.records import Annotation, Finding, Report
from camket.review.baseline import every_finding, fingerprint
from camket.rules import Registry, builtin

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(reports: Iterable[Report], registry: Registry | None = None) -> str:
    """All findings of some reports as one SARIF run.

    Offsets in a result's properties count code points of the item's text; a region is given only where the file is
    plain text and so has lines. A finding that a person set aside carries a suppression with its reason, one of the
    baseline the state "unchanged".

    Examples
    --------
    >>> json.loads(to_sarif([]))["version"]
    '2.1.0'
    """
    registry = registry or builtin()
    index = {rule.code: n for n, rule in enumerate(registry.rules)}
    results = [
        _result(report, annotation, finding, index)
        for report in reports
        for annotation, finding in every_finding(report)
    ]
    rules = [_rule(rule, registry) for rule in registry.rules]
    driver = {"name": "camket", "version": __version__, "language": "vi", "rules": rules}
    run = {"tool": {"driver": driver}, "language": "vi", "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Any, registry: Registry) -> dict[str, Any]:
    texts = registry.texts[rule.code]
    return {
        "id": rule.code,
        "name": "".join(part.title() for part in rule.name.split("-")),
        "shortDescription": {"text": texts.get("title", rule.name)},
        "fullDescription": {"text": texts["question"]},
        "help": {"text": cleandoc(type(rule).__doc__ or texts["question"])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"criterion": rule.criterion},
    }


def _result(report: Report, annotation: Annotation | None, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    text = f"{finding.message} {lexicon('messages')['vi']['suggestion'].format(text=finding.suggestion)}"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": text if finding.suggestion else finding.message},
        "locations": [_location(report, annotation, finding)],
        "partialFingerprints": {"camket/v1": fingerprint(annotation, finding)},
        "properties": {name: getattr(finding, name) for name in ("criterion", "slot", "start", "end")},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.status == "suppressed":
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.reason}]
    elif finding.status == "accepted":
        result["baselineState"] = "unchanged"
    return result


def _location(report: Report, annotation: Annotation | None, finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(report.document.name)}}
    if annotation is None:
        return {"physicalLocation": physical}
    item = annotation.item
    if item.position.line:
        snippet = item.text if finding.start is None else item.text[finding.start : finding.end]
        physical["region"] = {"startLine": item.position.line, "snippet": {"text": snippet}}
    path = "/".join([*item.headings, item.label or item.id])
    logical = {"name": item.label or item.id or "?", "fullyQualifiedName": path or "?", "kind": "item"}
    return {"physicalLocation": physical, "logicalLocations": [logical], "message": {"text": item.text}}
