"""Find why a thing fell short: explanations first, then the causes they name."""

from __future__ import annotations

from camket.pipes.causes.explanations import explained, within
from camket.pipes.causes.lists import OVERRIDES, PAIR_CAUSES, TABLE, Entry
from camket.pipes.source import Source
from camket.records import Act, Cause, Cue

# How many hits of a part are asked for a fallback.
_NEAR = 3

Hit = tuple[int, int, Entry]
# Label of a cue → the labels that it makes void.
_OVERRIDDEN = {f"cause:{strong}": [f"cause:{weak}" for weak in weaker] for strong, weaker in OVERRIDES.items()}


def find_causes(source: Source, act: Act | None = None, hits: list[Hit] | None = None) -> tuple[Cause, ...]:
    """Name the causes of a shortfall, each once, in the order in which the text gives them.

    Parameters
    ----------
    source : Source
        The item.
    act : Act or None
        What the item does, where it is known. A cause is taken whole; of a claim and a proposal only what they give
        as a reason; a commitment and everything else gives no causes.
    hits : list, optional
        What :func:`find_hits` gives, where it is known already.

    Examples
    --------
    >>> from camket.records import Item
    >>> item = Item("Kè Bến Đá chưa khởi công do vốn phân bổ muộn và mưa lũ kéo dài.", "report")
    >>> find_causes(Source(item), "claim")
    ('resources', 'external')
    """
    return tuple(dict.fromkeys(cue.label.removeprefix("cause:") for cue in find_cause_cues(source, act, hits)))  # type: ignore[misc]


def find_hits(source: Source) -> list[Hit]:
    """Every phrase of the word lists, explained or not."""
    return TABLE.scan(source.syllables.codes)


def find_cause_cues(source: Source, act: Act | None = None, hits: list[Hit] | None = None) -> tuple[Cue, ...]:
    """Give the words that name a cause, labelled "cause:resources" and so on, in order of the text."""
    if act in ("commitment", "other") or (act is None and source.item.kind == "commitment"):
        return ()
    if hits is None:
        hits = find_hits(source)
    cues: list[Cue] = []
    for part in explained(source, hits, act):
        cues += _cues(source, within(hits, part))
    return tuple(sorted(set(cues), key=lambda cue: (cue.start, cue.end, cue.label)))


def _fallbacks(source: Source, hits: list[Hit]) -> list[Cue]:
    span = source.syllables.span
    return [Cue(*span(first, last), f"cause:{c}") for first, last, entry in hits[:_NEAR] for c in entry.fallbacks]


def _cues(source: Source, hits: list[Hit]) -> list[Cue]:
    span = source.syllables.span
    named = [Cue(*span(first, last), f"cause:{cause}") for first, last, entry in hits for cause in entry.causes]
    troubles = {pair for _, _, entry in hits for pair in entry.troubles}
    paired = [
        Cue(*span(first, last), f"cause:{PAIR_CAUSES[pair]}")
        for first, last, entry in hits
        for pair in entry.topics
        if pair in troubles
    ]
    cues = named + paired or _fallbacks(source, hits)
    dropped = {weaker for cue in cues for weaker in _OVERRIDDEN.get(cue.label, ())}
    return [cue for cue in cues if cue.label not in dropped]
