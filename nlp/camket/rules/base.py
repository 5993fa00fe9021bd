"""What a rule is, and what it sees of an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from camket.records import (
    Act,
    Cause,
    Claim,
    Criterion,
    CriterionName,
    Cue,
    Figure,
    Item,
    Party,
    Time,
    Verdict,
)
from camket.rules.settings import Settings

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document tells about all of its items; the defaults stand for a text without its document.

    Attributes
    ----------
    in_document : bool
        Whether there is a document at all.
    has_causes : bool
        Whether any item explains why something fell short.
    has_promises : bool
        Whether any item is a commitment.
    """

    in_document: bool = False
    has_causes: bool = False
    has_promises: bool = False


NO_DOCUMENT = Facts()
IN_DOCUMENT = Facts(in_document=True)


@dataclass(frozen=True, slots=True)
class Hit:
    """A flaw at a span of the text, or, without one, in the rule's slot.

    Attributes
    ----------
    start, end : int or None
        Half-open offsets of the words, None for a missing slot.
    severity : {"error", "warning", "info"} or None
        Overrides the rule's own.
    values : tuple of (str, str)
        Fields of the message and what fills them.
    """

    start: int | None = None
    end: int | None = None
    severity: Severity | None = None
    values: tuple[tuple[str, str], ...] = ()


@dataclass
class View:
    """One item as rules see it: evidence and judgement.

    Attributes
    ----------
    item : Item
    act, verdict : str or None
        The verdict is that within the document.
    target : bool or None
    criteria, times, figures, parties, claims, causes, cues : sequence
        What was found, as in :class:`camket.records.Evidence` and :class:`camket.records.Judgement`.
    facts : Facts
        What the document tells about all items.
    settings : Settings
    probability : float
        That of the item's having a target.
    labels : dict of str to Cue
        The first cue of each label.
    deadlines, targets : list
        The times and figures of these roles.
    columns : dict of str to (int, int)
        Offsets of a table row's cells by the standard name of their column.
    """

    item: Item
    act: Act | str | None
    target: bool | None
    verdict: Verdict | None
    criteria: Sequence[Criterion]
    times: Sequence[Time]
    figures: Sequence[Figure]
    parties: Sequence[Party]
    claims: Sequence[Claim]
    causes: Sequence[Cause]
    cues: Sequence[Cue]
    facts: Facts
    settings: Settings
    probability: float = 1.0

    def __post_init__(self) -> None:
        self.labels: dict[str, Cue] = {}
        for cue in self.cues:
            self.labels.setdefault(cue.label, cue)
        self.deadlines = [t for t in self.times if t.role == "deadline"]
        self.targets = [f for f in self.figures if f.role == "target"]
        self.columns = {name: (start, end) for name, start, end in self.item.columns}

    def first(self, *labels: str) -> Cue | None:
        """The first cue with one of these labels; an earlier label goes before a later one."""
        found = self.labels
        return next((found[label] for label in labels if label in found), None)

    def words(self, span: Cue | Figure | Time | Claim) -> str:
        """The words of a span, in lower case with single blanks."""
        return " ".join(self.item.text[span.start : span.end].lower().split())

    @property
    def only_frames(self) -> bool:
        """Whether a commitment only says who answers or what follows from failure: there is nothing to ask of it."""
        return self.act == "commitment" and self.target is False and self.verdict is None

    def state(self, name: CriterionName) -> str:
        """State of one of the six criteria; "" where the item is no commitment."""
        return next((c.state for c in self.criteria if c.name == name), "")

    def figures_in(self, column: str) -> list[Figure]:
        """Figures of a table column."""
        start, end = self.columns.get(column, (0, 0))
        return [f for f in self.figures if start <= f.start and f.end <= end]


class Rule:
    """A flaw that an item may have.

    Subclasses set the attributes and write :meth:`find`. Their docstring is the page that ``camket explain`` prints;
    the message and the suggestion stand in ``lexicons/rules.toml`` under the code.

    Attributes
    ----------
    code : str
        Never used again for another flaw.
    name : str
        The flaw in English words, reading well after "allow".
    criterion : CriterionName
        Which of the six it concerns.
    severity : Severity
        Of a hit that gives none.
    acts : frozenset of str
        Acts of the items that it looks at.
    cues : frozenset of str
        It is only asked where one of these cues was found; empty for always.
    slot : str, optional
        Name of what is missing, for hits without a span.
    yields_to : tuple of str
        Codes of rules that say the same more exactly: where one of them fires, this one stays silent.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    criterion: ClassVar[CriterionName]
    severity: ClassVar[Severity] = "warning"
    acts: ClassVar[frozenset[str]] = frozenset({"commitment"})
    cues: ClassVar[frozenset[str]] = frozenset()
    slot: ClassVar[str | None] = None
    yields_to: ClassVar[tuple[str, ...]] = ()

    def find(self, view: View) -> Iterator[Hit]:
        """Give the flaws of one item."""
        raise NotImplementedError


class DocumentRule:
    """A flaw that only shows when the items of a document are seen together; attributes as in :class:`Rule`."""

    code: ClassVar[str]
    name: ClassVar[str]
    criterion: ClassVar[CriterionName]
    severity: ClassVar[Severity] = "warning"
    slot: ClassVar[str | None] = None

    def find(self, views: Sequence[View]) -> Iterator[tuple[int | None, Hit]]:
        """Give the flaws with the index of their item, or None for the document as a whole."""
        raise NotImplementedError


CLAIMING = frozenset({"claim"})
EVERY_ACT = frozenset({"commitment", "claim", "cause", "proposal", "other"})


def at(span: Cue | Figure | Time | Claim | Party, severity: Severity | None = None, **values: str) -> Hit:
    """A hit on a span."""
    return Hit(span.start, span.end, severity, tuple(values.items()))
