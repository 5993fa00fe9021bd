"""Find why a thing fell short: explanations first, then the causes they name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.pipes.causes.explanations import Hit, Parts, find_parts, met_pairs, within
from camket.pipes.causes.lists import OVERRIDES, PAIRS, TABLE
from camket.pipes.source import Source
from camket.records import Act, Cause, Cue, Time

# How many hits of a part are asked for a fallback.
_NEAR: Final = 3

# Label of a cue → the labels that it makes void.
_OVERRIDDEN: Final = {f"cause:{strong}": [f"cause:{weak}" for weak in weaker] for strong, weaker in OVERRIDES.items()}


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


def find_hits(source: Source, times: Sequence[Time] = ()) -> list[Hit]:
    """Every phrase of the word lists, explained or not; what only names a time ("trước mùa mưa lũ") is none."""
    hits = TABLE.scan(source.syllables.symbols)
    if not hits or not times:
        return hits
    starts, ends = source.syllables.starts, source.syllables.ends
    spans = [(time.start, time.end) for time in times]
    return [
        (first, last, entry) for first, last, entry in hits
        if entry.signs or not any(a <= starts[first] and ends[last - 1] <= b for a, b in spans)
    ]  # fmt: skip


def find_cause_cues(
    source: Source, act: Act | None = None, hits: list[Hit] | None = None, parts: Parts | None = None
) -> tuple[Cue, ...]:
    """Give the words that name a cause, labelled "cause:resources" and so on, in order of the text.

    ``hits`` and ``parts`` are what :func:`find_hits` and :func:`camket.pipes.causes.explanations.find_parts` give,
    where they are known already.
    """
    if act in ("commitment", "other") or (act is None and source.item.kind == "commitment"):
        return ()
    if hits is None:
        hits = find_hits(source)
    parts = parts or find_parts(source, hits, act)
    cues: list[Cue] = []
    for part in parts.explained:
        cues += _reasons(source, within(hits, part))
    for part in parts.plain:
        cues += _without_overridden(_plain(source, within(hits, part)))
    return tuple(sorted(_outermost(cues), key=lambda cue: (cue.start, cue.end, cue.label)))


def _outermost(cues: list[Cue]) -> list[Cue]:
    """Without cues inside others of the same label."""
    found: list[Cue] = []
    for cue in sorted(cues, key=lambda cue: (cue.label, cue.start, -cue.end)):
        if not found or found[-1].label != cue.label or found[-1].end < cue.end:
            found.append(cue)
    return found


def _reasons(source: Source, hits: list[Hit]) -> list[Cue]:
    """What a reason names, or what it is taken for."""
    span = source.syllables.span
    cues = [Cue(*span(first, last), f"cause:{cause}") for first, last, entry in hits for cause in entry.causes]
    cues += [Cue(*span(first, last), f"cause:{PAIRS[pair].cause}") for first, last, pair in met_pairs(hits)]
    taken = [cue for cue in _fallbacks(source, hits) if not cues or _is_whose(cue, cues)]
    return _without_overridden(cues + taken)


def _is_whose(actor: Cue, cues: list[Cue]) -> bool:
    """Whether an actor is named of whom a weakness is told behind it: "nhà thầu" + "thiếu quyết liệt"."""
    weaker = _OVERRIDDEN.get(actor.label, ())
    return any(cue.label in weaker and actor.start <= cue.start for cue in cues)


def _plain(source: Source, hits: list[Hit]) -> list[Cue]:
    """What needs no connector."""
    span = source.syllables.span
    named = [Cue(*span(first, last), f"cause:{cause}") for first, last, entry in hits for cause in entry.plain]
    paired = [(first, last, PAIRS[pair]) for first, last, pair in met_pairs(hits)]
    return named + [Cue(*span(first, last), f"cause:{pair.cause}") for first, last, pair in paired if pair.implicit]


def _without_overridden(cues: list[Cue]) -> list[Cue]:
    """Drop what an earlier cue of the same part makes void: "nhà thầu" decides whose weakness "thiếu" is."""
    since: dict[str, int] = {}
    for cue in cues:
        for weaker in _OVERRIDDEN.get(cue.label, ()):
            since[weaker] = min(cue.start, since.get(weaker, cue.start))
    return [cue for cue in cues if cue.start < since.get(cue.label, cue.start + 1)]


def _fallbacks(source: Source, hits: list[Hit]) -> list[Cue]:
    span = source.syllables.span
    return [Cue(*span(first, last), f"cause:{c}") for first, last, entry in hits[:_NEAR] for c in entry.fallbacks]
