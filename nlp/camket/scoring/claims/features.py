"""Rows of chunks (does a claim begin or go on here?) and of claims (what state do they report?)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from camket.records import Figure
from camket.scoring.claims.chunks import Chunk
from camket.scoring.claims.measure import bucket, period, shares
from camket.scoring.states import State, find_states, state_features
from camket.scoring.features import bound_class, context_features, unit_class
from camket.scoring.observed import Observed
from camket.scoring.vectoriser import Feature, Row
from camket.scoring.words import WordIndex, normal


@dataclass(slots=True)
class View:
    """An item as the claim models see it: its tokens in normal form, word columns and states, found once."""

    observed: Observed
    plain: list[str]
    words: list[int]
    pairs: list[int]
    states: list[State]

    def columns(self, first: int, last: int) -> list[int]:
        """Columns of the words and pairs between two tokens."""
        return self.words[first:last] + self.pairs[first : last - 1]


def view(observed: Observed, index: WordIndex) -> View:
    """Prepare an item."""
    syllables = observed.source.syllables
    words, pairs = index.columns(syllables.forms)
    return View(observed, [normal(f) for f in syllables.forms], words, pairs, find_states(syllables))


def chunk_rows(view: View, chunks: Sequence[Chunk]) -> list[Row]:
    """Own words and evidence of each chunk; those of its neighbours are added by the model."""
    last = len(chunks) - 1
    return [_chunk_row(view, chunk, min(i, 3), min(last - i, 3)) for i, chunk in enumerate(chunks)]


def _chunk_row(view: View, chunk: Chunk, place: int, left: int) -> Row:
    observed, first, last = view.observed, chunk.first, chunk.last
    start, end = observed.source.syllables.span(first, last)
    figures = [f for f in observed.figures if start <= f.start < end]
    plain, before = view.plain, chunk.before
    opening = plain[first] if last - first == 1 else f"{plain[first]} {plain[first + 1]}"
    states = state_features(view.states, first, last)
    evidence: list[Feature] = [
        ("before", before), ("first", plain[first]), ("first two", opening), ("last", plain[last - 1]),
        ("figures", min(len(figures), 2)), ("size", min((last - first) // 4, 4)), ("place", place), ("left", left),
        ("depth", min(chunk.depth, 1)), (before, plain[first]), (f"{before}2", opening), (f"{before}#", min(len(figures), 2)),
        (f"{before}s", states[0][1]), ("time", any(start <= t.start < end for t in observed.times)),
    ]  # fmt: skip
    evidence += [("cue", c.label) for c in observed.cues if start <= c.start < end]
    evidence += [(unit_class(f.unit), bound_class(f)) for f in figures]
    evidence += states
    return Row(view.columns(first, last), evidence)


# What a transition depends on: the sign before the chunk, whether the chunk before and this one hold a word of state
# or a figure, and whether the chunk stands in brackets.
Setting = tuple[str, bool, bool, int]


def settings(view: View, chunks: Sequence[Chunk]) -> list[Setting]:
    """The setting of each chunk: few differ, so that what a tag before adds can be looked up."""
    stated = _stated(view, chunks)
    return [(c.before, i > 0 and stated[i - 1], stated[i], min(c.depth, 1)) for i, c in enumerate(chunks)]


def transition_row(tag: str, setting: Setting) -> Row:
    """What the tag of the chunk before ("^" at the start) adds in a setting."""
    before, was_stated, is_stated, depth = setting
    names = (tag, f"{tag}/{before}", f"{tag}/{is_stated}", f"{tag}/{before}/{was_stated}/{is_stated}", f"{tag}/{depth}")
    return Row([], [("after", name) for name in names])


def _stated(view: View, chunks: Sequence[Chunk]) -> list[bool]:
    """Whether each chunk holds a word of state or a figure: a topic before a colon does not."""
    starts = {state[0] for state in view.states}
    figures = [f.start for f in view.observed.figures]
    spans = [view.observed.source.syllables.span(c.first, c.last) for c in chunks]
    return [
        not starts.isdisjoint(range(c.first, c.last)) or any(a <= f < b for f in figures)
        for c, (a, b) in zip(chunks, spans, strict=True)
    ]


def claim_rows(view: View, spans: Sequence[tuple[int, int]]) -> list[Row]:
    """Words, order of states and cues, and figures against the plan, of each claim given as a token range."""
    return [_claim_row(view, span, index) for index, span in enumerate(spans)]


def _claim_row(view: View, span: tuple[int, int], index: int) -> Row:
    observed, (first, last) = view.observed, span
    source, plain = observed.source, view.plain
    start, end = source.syllables.span(first, last)
    evidence: list[Feature] = [
        ("kind", source.item.kind), ("index", min(index, 2)), ("head", " ".join(plain[first : first + 2])),
        ("tail", " ".join(plain[max(first, last - 2) : last])),
    ]  # fmt: skip
    labels = [c.label for c in observed.cues if start <= c.start < end]
    evidence += [("cue", label) for label in labels] + [("cues", f"{a} {b}") for a, b in pairwise(labels)]
    inside = [f for f in observed.figures if start <= f.start < end]
    evidence += _figures(inside, source.syllables.text, start, end, period(source.item.date))
    evidence += _period(observed)
    evidence += state_features(view.states, first, last)
    evidence += [("after", w) for w in plain[last : last + 3]] + [("ahead", w) for w in plain[max(0, first - 3) : first]]
    evidence += context_features(source.item.context)
    return Row(view.columns(first, last), evidence)


def _figures(figures: list[Figure], text: str, start: int, end: int, when: str) -> list[Feature]:
    found: list[Feature] = [("figures", min(len(figures), 3)), *(("figure role", f.role) for f in figures)]
    found += [(unit_class(f.unit), bound_class(f)) for f in figures]
    measured = shares(figures, text, start, end)
    if not measured:
        return [*found, ("share", "none")]
    for share in measured:
        size = bucket(share.value)
        found += [("share", size), (share.kind, f"{size}/{share.of_plan}"), (when, size)]
    first, last = bucket(measured[0].value), bucket(measured[-1].value)
    return [*found, ("first share", first), ("last share", last), (f"last {when}", last)]


def _period(observed: Observed) -> list[Feature]:
    """Whether the year that is reported on was over at the document's date (a share of a plan reads differently)."""
    day = observed.source.item.date
    if day is None:
        return [("period", "unknown")]
    found: list[Feature] = [("month", day.month), ("period", period(day))]
    return found + [(f"{t.role} over", t.to <= day) for t in observed.times if t.to is not None]
