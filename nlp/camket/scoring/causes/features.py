"""What the model of causes sees of an item: its words, the phrases of the lists, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from camket.pipes.causes import find_cause_cues
from camket.pipes.causes.explanations import Hit, Parts, find_parts, met_pairs, within
from camket.pipes.source import Source
from camket.records import Act, Cue
from camket.scoring.vectoriser import Feature, Row
from camket.scoring.words import Columns

# More reasons than this are as many.
_MOST = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """What the lists find in an item: every phrase, the parts that may explain, and the causes named there."""

    hits: list[Hit]
    parts: Parts
    cues: tuple[Cue, ...]


def look(source: Source, act: Act, hits: list[Hit]) -> Seen:
    """Find what the lists know of an item whose act is given."""
    parts = find_parts(source, hits, act)
    return Seen(hits, parts, find_cause_cues(source, act, hits, parts))


def causes_row(act: Act, seen: Seen, columns: Columns) -> Row:
    """Words of the item, and as evidence what the lists find in its reasons.

    Parameters
    ----------
    act : Act
    seen : Seen
        What :func:`look` gives.
    columns : tuple of list of int
        Columns of the item's words and pairs, see :meth:`camket.scoring.observed.Observed.columns`.
    """
    return Row([*columns[0], *columns[1]], evidence_of(act, seen))


def evidence_of(act: Act, seen: Seen) -> list[Feature]:
    """What the lists name, and every phrase of theirs in what may explain."""
    named = {cue.label for cue in seen.cues}
    reasons = len(seen.parts.explained[:_MOST])
    evidence: list[Feature] = [("act", act), ("named", len(named)), (f"reasons of {act}", reasons)]
    for label in named:
        evidence += [("rules", label), (f"rules of {act}", label)]
    for name, parts in (("explained", seen.parts.explained), ("plain", seen.parts.plain)):
        for part in parts:
            evidence += _phrases(name, within(seen.hits, part))
    return evidence


def _phrases(name: str, hits: Sequence[Hit]) -> Iterator[Feature]:
    for _, _, entry in hits:
        for cause in entry.causes:
            yield name, cause
        for number in entry.topics:
            yield f"{name} topic", number
        for number in entry.troubles:
            yield f"{name} trouble", number
        for cause in entry.fallbacks:
            yield f"{name} fallback", cause
    for *_, number in met_pairs(hits):
        yield f"{name} pair", number
