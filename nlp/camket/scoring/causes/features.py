"""What the model of causes sees of an item: its words, the phrases of the lists, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from camket.pipes.causes import find_cause_cues
from camket.pipes.causes.explanations import Hit, Part, Parts, find_parts, met_pairs, within
from camket.pipes.source import Source
from camket.records import Act, Cue
from camket.scoring.vectoriser import Feature, Row
from camket.scoring.words import normal

# Template of the words inside reasons.
WORD = "reason"
# Words further on are not looked at: time stays flat on endless items.
_TOKENS = 400
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


def causes_row(source: Source, act: Act, seen: Seen, columns: tuple[list[int], list[int]]) -> Row:
    """Words of the item, and as evidence what the lists find in its reasons, with the words of these reasons.

    Parameters
    ----------
    source : Source
    act : Act
    seen : Seen
        What :func:`look` gives.
    columns : tuple of list of int
        Columns of the item's words and pairs, see :meth:`camket.scoring.observed.Observed.columns`.
    """
    named = {cue.label for cue in seen.cues}
    reasons = len(seen.parts.explained[:_MOST])
    evidence: list[Feature] = [("act", act), ("named", len(named)), (f"reasons of {act}", reasons)]
    for label in named:
        evidence += [("rules", label), (f"rules of {act}", label)]
    for name, parts in (("explained", seen.parts.explained), ("plain", seen.parts.plain)):
        for part in parts:
            evidence += _phrases(name, within(seen.hits, part))
    for part in seen.parts.explained:
        evidence += [(WORD, word) for _, word in reason_words(source, part)]
    return Row([*columns[0], *columns[1]], evidence)


def reason_words(source: Source, part: Part) -> Iterator[tuple[Part, str]]:
    """Words and pairs of words of a reason, each with its tokens."""
    first, last = part
    words = [normal(form) for form in source.syllables.forms[first : min(last, first + _TOKENS)]]
    for place, word in enumerate(words, first):
        yield (place, place + 1), word
    for place, (word, following) in enumerate(pairwise(words), first):
        yield (place, place + 2), f"{word} {following}"


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
