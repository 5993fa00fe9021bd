"""The working memory of one item on its way through the pipeline."""

from __future__ import annotations

from dataclasses import dataclass, field

from camket.pipes.source import Source
from camket.records import (
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


@dataclass(slots=True)
class Observed:
    """What is known of an item so far; each step reads what earlier ones wrote.

    Until ``act`` is set, the roles of times and figures are first guesses.
    """

    source: Source
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    cues: tuple[Cue, ...] = ()
    act: str | None = None
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

    def annotation(self) -> Annotation:
        """The finished, immutable record."""
        evidence = Evidence(self.times, self.figures, self.parties, self.claims, self.causes, self.cues)
        judgement = Judgement(
            self.act, self.target, self.verdict, self.verdict_in_document, self.criteria,  # type: ignore[arg-type]
            self.probabilities, self.abstain, self.reasons,
        )  # fmt: skip
        return Annotation(self.source.item, evidence, judgement, self.findings)
