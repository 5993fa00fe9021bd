"""The six criteria of a commitment ("6 rõ", Kết luận 226-KL/TW): present, inherited, unclear or missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.records import CRITERIA, Criterion, CriterionName, CriterionState, Cue, Inherited
from camket.scoring.observed import Observed
from camket.scoring.verdict import waits_for

# A count of done things or a plain verb of doing makes the task clear; a verb of effort alone does not.
_TASK: Final = ("deliverable_verb", "completion_word", "full_coverage", "zero_tolerance")
_EFFORT: Final = ("effort_verb", "attention", "continuity", "slogan", "conduct")
_MEASURELESS: Final = ("result_without_measure", "effort_verb", "attention", "delegated_target", "hedge", "slogan")

# Criteria without words are the same for every item, and made once.
_MISSING: Final[dict[CriterionName, Criterion]] = {name: Criterion(name, "missing") for name in CRITERIA}
_CLEAR_TASK: Final = Criterion("task", "present", "text")
_UNCLEAR_TASK: Final = Criterion("task", "unclear", "text")
_CLEAR_PRODUCT: Final = Criterion("product", "present", "text")


def criteria(observed: Observed) -> tuple[Criterion, ...]:
    """State of each criterion for a commitment, in the order of the rubric.

    Returns
    -------
    tuple of Criterion
        Six entries: person, task, time, accountability, authority, product.
    """
    return (
        _person(observed), _task(observed), _time(observed), _accountability(observed), _authority(observed),
        _product(observed),
    )  # fmt: skip


def _person(observed: Observed) -> Criterion:
    for party in observed.parties:
        if party.role == "lead":
            return Criterion("person", "present", "text", party.start, party.end)
    return _from_cue("person", "unclear", observed.cues, ("diffuse_subject", "unnamed_partner")) or _inherited(
        "person", observed.source.item.owner
    )


def _task(observed: Observed) -> Criterion:
    done = _from_cue("task", "present", observed.cues, _TASK)
    if done:
        return done
    if observed.target:
        return _CLEAR_TASK
    return _from_cue("task", "unclear", observed.cues, _EFFORT) or _UNCLEAR_TASK


def _time(observed: Observed) -> Criterion:
    for time in observed.times:
        if time.role == "deadline":
            return Criterion("time", "present", "text", time.start, time.end)
    waiting = waits_for(observed.cues, observed.times)
    if waiting:
        return Criterion("time", "unclear", "text", waiting.start, waiting.end)
    if observed.source.item.period:
        return _inherited("time", observed.source.item.period)
    return _from_cue("time", "unclear", observed.cues, ("vague_time", "event_anchor")) or _MISSING["time"]


def _accountability(observed: Observed) -> Criterion:
    found = _from_cue("accountability", "present", observed.cues, ("accountability", "reporting"))
    return found or _MISSING["accountability"]


def _authority(observed: Observed) -> Criterion:
    return _from_cue("authority", "present", observed.cues, ("authority",)) or _MISSING["authority"]


def _product(observed: Observed) -> Criterion:
    if observed.target:
        for figure in observed.figures:
            if figure.role == "target":
                return Criterion("product", "present", "text", figure.start, figure.end)
        return _from_cue("product", "present", observed.cues, _TASK) or _CLEAR_PRODUCT
    return _from_cue("product", "unclear", observed.cues, _MEASURELESS) or _MISSING["product"]


def _from_cue(
    name: CriterionName, state: CriterionState, cues: Sequence[Cue], labels: Sequence[str]
) -> Criterion | None:
    for cue in cues:
        if cue.label in labels:
            return Criterion(name, state, "text", cue.start, cue.end)
    return None


def _inherited(name: CriterionName, value: Inherited | None) -> Criterion:
    return Criterion(name, "inherited", value.source) if value else _MISSING[name]
