"""Findings: flaws put as questions, each with a code, the words, and a way to say it better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from camket.records import Annotation, Finding
from camket.rules.base import IN_DOCUMENT, NO_DOCUMENT, DocumentRule, Facts, Hit, Rule, View
from camket.rules.engine import document_findings, item_findings
from camket.rules.registry import Registry, builtin
from camket.rules.settings import DEFAULT, Settings

__all__ = [
    "DEFAULT", "IN_DOCUMENT", "NO_DOCUMENT", "Checked", "DocumentRule", "Facts", "Hit", "Registry", "Rule", "Settings",
    "View", "builtin", "check", "item_findings", "view_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """Annotations with their findings, and what was found on the document as a whole.

    Attributes
    ----------
    annotations : tuple of Annotation
    findings : tuple of Finding
        Those on the whole document.
    """

    annotations: tuple[Annotation, ...]
    findings: tuple[Finding, ...]


def check(annotations: Sequence[Annotation], settings: Settings = DEFAULT, registry: Registry | None = None) -> Checked:
    """Find the flaws of a document's items, and those that show only between items.

    Parameters
    ----------
    annotations : sequence of Annotation
        The items of one document in reading order; findings they already carry are replaced.
    settings : Settings
        Which rules run and how.
    registry : Registry, optional
        The rules; by default those of this package.

    Returns
    -------
    Checked

    Examples
    --------
    >>> from camket.records import Evidence, Item, Judgement
    >>> item = Item("Tăng cường công tác tuyên truyền.", "commitment")
    >>> checked = check([Annotation(item, Evidence(), Judgement("commitment", False, "vague", "vague"))])
    >>> [finding.code for finding in checked.annotations[0].findings]
    ['SP01']
    """
    registry = registry or builtin()
    views = [view_of(annotation, facts, settings) for facts in [facts_of(annotations)] for annotation in annotations]
    own = [item_findings(view, registry) for view in views]
    between, whole = document_findings(views, registry)
    parts = zip(annotations, own, between, strict=True)
    return Checked(tuple(replace(a, findings=one + more) for a, one, more in parts), whole)


def facts_of(annotations: Sequence[Annotation]) -> Facts:
    """What the items tell about each other."""
    if not any(a.item.block is not None for a in annotations):
        return NO_DOCUMENT
    return replace(
        IN_DOCUMENT,
        has_causes=any(a.judgement.act == "cause" for a in annotations),
        has_promises=any(a.judgement.act == "commitment" for a in annotations),
    )


def view_of(annotation: Annotation, facts: Facts, settings: Settings) -> View:
    """An annotation as rules see it.

    Parameters
    ----------
    annotation : Annotation
    facts : Facts
        What its document tells about all items.
    settings : Settings

    Returns
    -------
    View

    Examples
    --------
    >>> from camket.records import Evidence, Item, Judgement
    >>> annotation = Annotation(Item("Xong.", "report"), Evidence(), Judgement("claim", None, None, None))
    >>> view_of(annotation, NO_DOCUMENT, DEFAULT).act
    'claim'
    """
    judgement, evidence = annotation.judgement, annotation.evidence
    return View(
        annotation.item, judgement.act, judgement.target, judgement.verdict_in_document, judgement.criteria,
        evidence.times, evidence.figures, evidence.parties, evidence.claims, evidence.causes, evidence.cues,
        facts, settings, judgement.probabilities.get("target", 1.0),
    )  # fmt: skip
