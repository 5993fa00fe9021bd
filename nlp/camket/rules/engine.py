"""Ask every rule about every item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.records import Finding
from camket.rules.base import DocumentRule, Hit, Rule, Severity, View
from camket.rules.registry import Registry

# Who, under what answerability and by what power is often told elsewhere in a document: a text alone can't be blamed.
_TOLD_ELSEWHERE: Final = frozenset({"person", "accountability", "authority"})


def item_findings(view: View, registry: Registry) -> tuple[Finding, ...]:
    """Findings of the item rules on one item.

    Parameters
    ----------
    view : View
        The item as rules see it.
    registry : Registry
        The rules.

    Returns
    -------
    tuple of Finding
        In the order of the text, missing slots last.

    Examples
    --------
    >>> from camket.records import Annotation, Evidence, Item, Judgement
    >>> from camket.rules import DEFAULT, NO_DOCUMENT, builtin, view_of
    >>> item = Item("Tăng cường tuyên truyền.", "commitment")
    >>> annotation = Annotation(item, Evidence(), Judgement("commitment", False, "vague", "vague"))
    >>> [finding.code for finding in item_findings(view_of(annotation, NO_DOCUMENT, DEFAULT), builtin())]
    ['SP01']
    """
    if view.only_frames:
        return ()
    rules = registry.rules_for(view)
    disabled = view.settings.disabled
    found = [
        registry.finding(rule, hit, _severity(rule, hit, view))
        for rule in rules
        if rule.code not in disabled
        for hit in rule.find(view)
    ]
    if len(found) > 1:
        codes = {f.code for f in found}
        found = [f for f in found if codes.isdisjoint(registry.yields.get(f.code, ()))]
        found.sort(key=_place)
    return tuple(found)


def document_findings(
    views: Sequence[View], registry: Registry
) -> tuple[list[tuple[Finding, ...]], tuple[Finding, ...]]:
    """Findings of the document rules: those of each item, and those of the document as a whole."""
    items: list[list[Finding]] = [[] for _ in views]
    whole: list[Finding] = []
    for rule in registry.document_rules:
        if not views or rule.code in views[0].settings.disabled:
            continue
        for index, hit in rule.find(views):
            (whole if index is None else items[index]).append(
                registry.finding(rule, hit, _severity(rule, hit, views[index or 0]))
            )
    return [tuple(part) for part in items], tuple(whole)


def _severity(rule: Rule | DocumentRule, hit: Hit, view: View) -> Severity:
    if rule.criterion in _TOLD_ELSEWHERE and not view.facts.in_document:
        return "info"
    return view.settings.severities.get(rule.code) or hit.severity or rule.severity  # type: ignore[return-value]


def _place(finding: Finding) -> tuple[int, str]:
    return (10**9 if finding.start is None else finding.start, finding.code)
