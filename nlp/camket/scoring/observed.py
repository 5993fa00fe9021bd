"""The working memory of one item on its way through the pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from camket.pipes import causes
from camket.pipes.causes.explanations import Hit as CauseHit
from camket.pipes.source import Source
from camket.records import (
    Act,
    Annotation,
    Cause,
    Claim,
    Criterion,
    Cue,
    Evidence,
    Figure,
    Finding,
    Judgement,
    Party,
    Time,
    Verdict,
)
from camket.scoring.states import State, find_states
from camket.scoring.words import Columns, Placed, WordIndex


@dataclass(slots=True)
class Observed:
    """What is known of an item so far; each step reads what earlier ones wrote.

    Until ``act`` is set, the roles of times and figures are first guesses.
    """

    source: Source
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    cues: tuple[Cue, ...] = ()
    act: Act | None = None
    target: bool | None = None
    probabilities: dict[str, float] = field(default_factory=dict)
    abstain: bool = False
    reasons: tuple[Cue, ...] = ()
    parties: tuple[Party, ...] = ()
    causes: tuple[Cause, ...] = ()
    claims: tuple[Claim, ...] = ()
    verdict: Verdict | None = None
    verdict_in_document: Verdict | None = None
    criteria: tuple[Criterion, ...] = ()
    findings: tuple[Finding, ...] = ()
    _columns: tuple[WordIndex, Columns] | None = None
    _placed: tuple[WordIndex, Placed, int] | None = None
    _states: list[State] | None = None
    _cause_hits: list[CauseHit] | None = None

    def columns(self, index: WordIndex) -> Columns:
        """Columns of the words and of the pairs of the text, found once and shared by all models.

        Those of many items are found faster by :func:`place`.
        """
        if self._columns is None or self._columns[0] is not index:
            self._columns = (index, self._find_columns(index))
        return self._columns[1]

    def _find_columns(self, index: WordIndex) -> Columns:
        if self._placed is None or self._placed[0] is not index:
            return index.columns(self.source.syllables.forms)
        _, placed, text = self._placed
        return placed.of(text)

    @property
    def states(self) -> list[State]:
        """Words of state in the text, found once."""
        if self._states is None:
            self._states = find_states(self.source.syllables)
        return self._states

    @property
    def cause_hits(self) -> list[CauseHit]:
        """Phrases of the cause lists in the text, found once."""
        if self._cause_hits is None:
            self._cause_hits = causes.find_hits(self.source, self.times)
        return self._cause_hits

    def annotation(self) -> Annotation:
        """The finished, immutable record."""
        evidence = Evidence(self.times, self.figures, self.parties, self.claims, self.causes, self.cues)
        judgement = Judgement(
            self.act, self.target, self.verdict, self.verdict_in_document, self.criteria,  # type: ignore[arg-type]
            self.probabilities, self.abstain, self.reasons,
        )  # fmt: skip
        return Annotation(self.source.item, evidence, judgement, self.findings)


def place(batch: Sequence[Observed], index: WordIndex) -> Placed:
    """Find the columns of the words of all items at once; each item knows where its own are, for later models."""
    before = batch[0]._placed
    if before is not None and before[0] is index:
        places = [one._placed[2] for one in batch if one._placed is not None and one._placed[1] is before[1]]
        if len(places) == len(batch):
            return before[1].select(places)
    placed = index.place([one.source.syllables.forms for one in batch])
    for text, one in enumerate(batch):
        one._placed = (index, placed, text)
    return placed
