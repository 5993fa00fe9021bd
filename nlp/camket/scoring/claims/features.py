"""Features of chunks (does a claim begin or go on here?) and of claims (what state do they report?)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from camket.records import Cue, Figure
from camket.scoring.claims.chunks import Chunk
from camket.scoring.claims.measure import bucket, period, shares
from camket.scoring.claims.states import find_states, state_names
from camket.scoring.features import bound_class, normal_words, unit_class, words_features
from camket.scoring.observed import Observed


def chunk_features(observed: Observed, chunks: Sequence[Chunk], act: str) -> list[list[str]]:
    """Feature names of every chunk: its own words and evidence, and those of its neighbours.

    Parameters
    ----------
    act : str
        The item's act: claims stand in claims, rarely elsewhere.
    """
    states = find_states(observed.source.syllables)
    views = [_View(observed, chunk, states) for chunk in chunks]
    rows = []
    for i, view in enumerate(views):
        names = [*view.words, *(f"e:{n}" for n in view.evidence), f"e:act={act}", f"e:before={view.chunk.before}"]
        names += [f"e:before={view.chunk.before}/{n}" for n in view.evidence[:6]]
        names += _neighbour("prev", views[i - 1] if i else None)
        names += _neighbour("next", views[i + 1] if i + 1 < len(views) else None)
        names += [f"e:position={min(i, 3)}", f"e:left={min(len(views) - i - 1, 3)}"]
        names += [f"e:depth={min(view.chunk.depth, 1)}", f"e:depth={min(view.chunk.depth, 1)}/{view.chunk.before}"]
        rows.append(names)
    return rows


def transition_features(chunks: Sequence[Chunk], index: int, previous: str, stated: Sequence[bool]) -> list[str]:
    """Feature names of a chunk given the tag of the one before it.

    Parameters
    ----------
    previous : str
        Tag of the chunk before ("^" at the start).
    stated : sequence of bool
        Whether each chunk holds a word of state or a figure: a topic before a colon does not.
    """
    chunk = chunks[index]
    before = stated[index - 1] if index else False
    names = [previous, f"{previous}/{chunk.before}", f"{previous}/{stated[index]}"]
    names += [f"{previous}/{chunk.before}/{before}/{stated[index]}", f"{previous}/depth{min(chunk.depth, 1)}"]
    return [f"e:after={name}" for name in names]


def stated_chunks(observed: Observed, chunks: Sequence[Chunk], states: list[tuple[int, int, str]]) -> list[bool]:
    """Whether each chunk holds a word of state or a figure."""
    starts = {first for first, _, _ in states}
    figures = [f.start for f in observed.figures]
    spans = [observed.source.syllables.span(c.first, c.last) for c in chunks]
    return [
        any(i in starts for i in range(c.first, c.last)) or any(a <= f < b for f in figures)
        for c, (a, b) in zip(chunks, spans, strict=True)
    ]


class _View:
    """A chunk with its words, cues and figures."""

    def __init__(self, observed: Observed, chunk: Chunk, states: list[tuple[int, int, str]]) -> None:
        self.chunk = chunk
        syllables = observed.source.syllables
        self.plain = normal_words(syllables.forms[chunk.first : chunk.last])
        self.words = words_features(self.plain)
        start, end = syllables.span(chunk.first, chunk.last)
        self.figures = [f for f in observed.figures if start <= f.start < end]
        self.cues = [c.label for c in observed.cues if start <= c.start < end]
        self.evidence = [
            f"first={self.plain[0]}", f"first2={' '.join(self.plain[:2])}", f"last={self.plain[-1]}",
            f"figures={min(len(self.figures), 2)}", f"size={min(len(self.plain) // 4, 4)}",
            *dict.fromkeys(f"cue:{c}" for c in self.cues),
            *dict.fromkeys(f"figure:{unit_class(f.unit)}/{bound_class(f)}" for f in self.figures),
            *(name[2:] for name in state_names(states, chunk.first, chunk.last)),
            *(["time"] if any(start <= t.start < end for t in observed.times) else []),
        ]  # fmt: skip


def _neighbour(side: str, view: _View | None) -> list[str]:
    if view is None:
        return [f"e:{side}=none"]
    return [
        f"e:{side}:before={view.chunk.before}",
        *(f"e:{side}:{n}" for n in view.evidence),
        *(f"e:{side}:w={w}" for w in view.plain[:12]),
    ]


def claim_features(
    observed: Observed, span: tuple[int, int], index: int, act: str, states: list[tuple[int, int, str]]
) -> list[str]:
    """Feature names of one claim, a token range: words, the order of its cues, and its figures against the plan."""
    source = observed.source
    syllables = source.syllables
    first, last = span
    start, end = syllables.span(first, last)
    words = normal_words(syllables.forms[first:last])
    cues = [c for c in observed.cues if start <= c.start < end]
    names = words_features(words)
    names += [f"e:kind={source.item.kind}", f"e:act={act}", f"e:index={min(index, 2)}"]
    names += [f"e:head={' '.join(words[:2])}", f"e:tail={' '.join(words[-2:])}", *_cue_names(cues)]
    inside = [f for f in observed.figures if start <= f.start < end]
    names += _figure_names(inside, syllables.text, start, end, period(source.item.date))
    names += _period_names(observed)
    names += state_names(states, first, last)
    names += [f"e:after={w}" for w in normal_words(syllables.forms[last : last + 3])]
    names += [f"e:ahead={w}" for w in normal_words(syllables.forms[max(0, first - 3) : first])]
    names += [f"e:context:{w}" for w in (source.item.context or "").lower().split()[:20]]
    return names


def _cue_names(cues: list[Cue]) -> list[str]:
    labels = [c.label for c in cues]
    names = [f"e:cue:{label}" for label in labels]
    names += [f"e:cues:{a}>{b}" for a, b in pairwise(labels)]
    return [*names, f"e:cues:last={labels[-1]}"] if labels else [*names, "e:cues:none"]


def _figure_names(figures: list[Figure], text: str, start: int, end: int, when: str) -> list[str]:
    names = [f"e:figures={min(len(figures), 3)}", *(f"e:role={f.role}" for f in figures)]
    names += [f"e:figure:{unit_class(f.unit)}/{bound_class(f)}" for f in figures]
    found = shares(figures, text, start, end)
    for share in found:
        size = bucket(share.value)
        plan = "plan" if share.of_plan else "bare"
        names += [f"e:share:{size}", f"e:share:{size}/{share.kind}/{plan}", f"e:share:{size}/{when}"]
    if not found:
        return [*names, "e:share:none"]
    first, last = bucket(found[0].value), bucket(found[-1].value)
    return [*names, f"e:share:first={first}", f"e:share:last={last}/{when}"]


def _period_names(observed: Observed) -> list[str]:
    """Whether the year that is reported on was over at the document's date (a share of a plan reads differently)."""
    day = observed.source.item.date
    if day is None:
        return ["e:period=unknown"]
    names = [f"e:period=month{day.month}"]
    dated = [t for t in observed.times if t.to is not None]
    names += [f"e:period:{t.role}={'over' if t.to and t.to <= day else 'running'}" for t in dated]
    return [*names, f"e:period={period(day)}"]
