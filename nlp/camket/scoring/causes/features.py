"""What the model of causes sees of an item: its words, the phrases of the lists, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from camket.pipes.causes import find_cause_cues
from camket.pipes.causes.explanations import Hit, Parts, find_parts, met_pairs, within
from camket.pipes.causes.lists import Entry
from camket.pipes.source import Source
from camket.records import Act, Cue
from camket.scoring.vectoriser import Feature, Row
from camket.scoring.words import Columns

# More reasons than this are as many.
_MOST: Final = 4


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
    for kind, parts in enumerate((seen.parts.explained, seen.parts.plain)):
        for part in parts:
            hits = within(seen.hits, part)
            for _, _, entry in hits:
                explained, plain, _ = _evidence_of_entry(entry)
                evidence += plain if kind else explained
            for *_, number in met_pairs(hits):
                evidence.append((_PAIRS[kind], number))
    return evidence


def _evidence_of_entry(entry: Entry) -> tuple[list[Feature], list[Feature], Entry]:
    """What a phrase tells in a part that explains, and in a plain one; written out once, as each is met many times."""
    found = _told.get(id(entry))
    if found is None:
        # The entry stands beside its evidence, so that no other ever has its number.
        found = _told[id(entry)] = (_written_out("explained", entry), _written_out("plain", entry), entry)
    return found


def _written_out(name: str, entry: Entry) -> list[Feature]:
    return [
        *((name, cause) for cause in entry.causes),
        *((f"{name} topic", number) for number in entry.topics),
        *((f"{name} trouble", number) for number in entry.troubles),
        *((f"{name} fallback", cause) for cause in entry.fallbacks),
    ]


_told: dict[int, tuple[list[Feature], list[Feature], Entry]] = {}
_PAIRS: Final = ("explained pair", "plain pair")
