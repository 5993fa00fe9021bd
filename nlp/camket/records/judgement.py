"""What is thought and asked of an item."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from camket.records.evidence import Cue, Evidence
from camket.records.item import Item
from camket.records.labels import POINTS, Act, CriterionName, CriterionState, Verdict
from camket.records.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the six "rõ": its state, where it was read, and the words.

    Attributes
    ----------
    name : str
        One of :data:`CRITERIA`.
    state : {"present", "inherited", "unclear", "missing"}
    source : str
        "text", or where an inherited value stands.
    start, end : int or None
        Offsets of the words, where there are some in the item.
    """

    name: CriterionName
    state: CriterionState
    source: str = ""
    start: int | None = None
    end: int | None = None


@quick
@dataclass(frozen=True, slots=True)
class Judgement:
    """What camket thinks of an item.

    Attributes
    ----------
    act : str
        One of :data:`ACTS`.
    target : bool or None
        Whether a commitment names something that can be checked; None for what is no commitment.
    verdict : {"vague", "incomplete", "clear"} or None
        By the item's own text; None for what is no commitment.
    verdict_in_document : {"vague", "incomplete", "clear"} or None
        With what the item inherits from its document; None also for a commitment that only says who answers or what
        follows from failure (:mod:`camket.scoring.framing`).
    criteria : tuple of Criterion
        The six criteria of a commitment, in the order of :data:`CRITERIA`; none where ``verdict_in_document`` is None.
    probabilities : dict of str to float
        "act=…" for each act, "target", and "cause=…" for each cause that is named; calibrated, 0 to 1.
    abstain : bool
        Whether the models are too unsure: a person should look.
    reasons : tuple of Cue
        The words that decided on act and target, most telling first; then those that name the causes.
    """

    act: Act
    target: bool | None
    verdict: Verdict | None
    verdict_in_document: Verdict | None
    criteria: tuple[Criterion, ...] = ()
    probabilities: dict[str, float] = field(default_factory=dict)
    abstain: bool = False
    reasons: tuple[Cue, ...] = ()

    @property
    def standing(self) -> str:
        """What is shown first: the verdict in the document, "responsibility" for a clause that only frames, or the act.

        Examples
        --------
        >>> Judgement("commitment", False, "vague", None).standing, Judgement("claim", None, None, None).standing
        ('responsibility', 'claim')
        """
        return self.verdict_in_document or ("responsibility" if self.verdict else self.act)

    @property
    def score(self) -> float | None:
        """How many of the six criteria are clear: present or inherited counts 1, unclear a half; None without them.

        Examples
        --------
        >>> from camket.records import CRITERIA
        >>> states = ("inherited", "present", "present", "missing", "missing", "unclear")
        >>> criteria = tuple(Criterion(name, state) for name, state in zip(CRITERIA, states))
        >>> Judgement("commitment", False, "vague", "vague", criteria).score
        3.5
        """
        return sum(POINTS[c.state] for c in self.criteria) if self.criteria else None


@quick
@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw put as a question: a span of the text, or a named missing slot.

    Attributes
    ----------
    code, name : str
        The rule: "SP02", "effort-verb-only".
    severity : {"error", "warning", "info"}
    criterion : str
        One of :data:`CRITERIA`.
    message : str
        The question, in Vietnamese.
    start, end : int or None
        Offsets of the words, None where something is missing.
    slot : str or None
        What is missing.
    suggestion : str
        Wording with blanks to fill; never a made-up figure.
    status : {"open", "suppressed", "accepted"}
        "suppressed" where a person has set it aside, "accepted" where the baseline holds it already.
    reason : str
        That person's.
    """

    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    criterion: CriterionName
    message: str
    start: int | None = None
    end: int | None = None
    slot: str | None = None
    suggestion: str = ""
    status: Literal["open", "suppressed", "accepted"] = "open"
    reason: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Annotation:
    """An item with its evidence, judgement and findings.

    Attributes
    ----------
    item : Item
    evidence : Evidence
    judgement : Judgement
    findings : tuple of Finding
        In the order of the rules.
    """

    item: Item
    evidence: Evidence
    judgement: Judgement
    findings: tuple[Finding, ...] = ()
