"""What a rule sees of an item, and what it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from camket.records import Act, Cause, Claim, Criterion, Cue, Figure, Item, Party, Time, Verdict
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


_TROUBLE: Final = frozenset(["not_met", "not_started", "stopped"])
NO_DOCUMENT: Final = Facts()
IN_DOCUMENT: Final = Facts(in_document=True)


class Hit(NamedTuple):
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
    states : dict of str to str
        State of each of the six criteria by its name; empty where the item is no commitment.
    deadlines, targets : list
        The times and figures of these roles.
    warned : list of Figure
        Those that a reader should check.
    troubled : list of Claim
        Those of what is late, not reached, not begun or stopped.
    columns : dict of str to (int, int)
        Offsets of a table row's cells by the standard name of their column.
    """

    # Written out: a dataclass takes twice the time to make, and one is made of every item.
    def __init__(
        self, item: Item, act: Act | None, target: bool | None, verdict: Verdict | None, criteria: Sequence[Criterion],
        times: Sequence[Time], figures: Sequence[Figure], parties: Sequence[Party], claims: Sequence[Claim],
        causes: Sequence[Cause], cues: Sequence[Cue], facts: Facts, settings: Settings, probability: float = 1.0,
    ) -> None:  # fmt: skip
        self.item, self.act, self.target, self.verdict, self.criteria = item, act, target, verdict, criteria
        self.times, self.figures, self.parties, self.claims = times, figures, parties, claims
        self.causes, self.cues, self.facts, self.settings = causes, cues, facts, settings
        self.probability = probability
        self.labels: dict[str, Cue] = {cue.label: cue for cue in reversed(cues)}
        self.states: dict[str, str] = {criterion.name: criterion.state for criterion in criteria}
        self.deadlines = [time for time in times if time.role == "deadline"]
        self.targets = [figure for figure in figures if figure.role == "target"]
        self.warned = [figure for figure in figures if figure.warnings]
        self.troubled = [claim for claim in claims if claim.timing == "late" or claim.result in _TROUBLE]
        self.columns = {name: (start, end) for name, start, end in item.columns}

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

    def figures_in(self, column: str) -> list[Figure]:
        """Figures of a table column."""
        start, end = self.columns.get(column, (0, 0))
        return [f for f in self.figures if start <= f.start and f.end <= end]


def at(span: Cue | Figure | Time | Claim | Party, severity: Severity | None = None, **values: str) -> Hit:
    """A hit on a span."""
    return Hit(span.start, span.end, severity, tuple(values.items()))
