"""Rows of chunks (does a claim begin or go on here?) and of claims (what state do they report?)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from camket.records import Figure, Time
from camket.scoring.claims.chunks import Chunk
from camket.scoring.claims.measure import bucket, period, shares
from camket.scoring.claims.spans import Held
from camket.scoring.features import bound_class, context_features, unit_class
from camket.scoring.observed import Observed
from camket.scoring.states import State, state_features, states_evidence
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
    forms = observed.source.syllables.forms
    words, pairs = observed.columns(index)
    return View(observed, [normal(f) for f in forms], words, pairs, observed.states)


@dataclass(slots=True)
class Part:
    """What lies in a range of tokens."""

    first: int
    last: int
    times: list[Time]
    figures: list[Figure]
    cues: list[str]
    states: list[str]

    def held(self) -> Held:
        """The counts that spans of chunks are judged by."""
        roles = [f.role for f in self.figures]
        return Held(
            tuple(self.states), roles.count("actual"), roles.count("target"), sum(f.unit == "%" for f in self.figures),
            sum(f.of is not None for f in self.figures), len(roles),
        )  # fmt: skip


def parts(view: View, chunks: Sequence[Chunk]) -> list[Part]:
    """What lies in each chunk, in one pass."""
    observed, starts = view.observed, view.observed.source.syllables.starts
    found = [Part(c.first, c.last, [], [], [], []) for c in chunks]
    ends = [starts[c.last] if c.last < len(starts) else len(observed.source.item.text) for c in chunks]
    for time in observed.times:
        _place(found, bisect_right(ends, time.start), "times", time)
    for figure in observed.figures:
        _place(found, bisect_right(ends, figure.start), "figures", figure)
    for cue in observed.cues:
        _place(found, bisect_right(ends, cue.start), "cues", cue.label)
    lasts = [c.last for c in chunks]
    for first, _, state in view.states:
        _place(found, bisect_right(lasts, first), "states", state)
    return found


def _place(found: list[Part], place: int, name: str, value: object) -> None:
    if place < len(found):
        getattr(found[place], name).append(value)


def chunk_rows(view: View, chunks: Sequence[Chunk], inside: Sequence[Part]) -> list[Row]:
    """Own words and evidence of each chunk; those of its neighbours are added by the model."""
    last = len(chunks) - 1
    places = ((min(i, 3), min(last - i, 3)) for i in range(len(chunks)))
    return [_chunk_row(view, chunk, part, *p) for chunk, part, p in zip(chunks, inside, places, strict=True)]


def _chunk_row(view: View, chunk: Chunk, part: Part, place: int, left: int) -> Row:
    first, last = chunk.first, chunk.last
    plain, before = view.plain, chunk.before
    opening = plain[first] if last - first == 1 else f"{plain[first]} {plain[first + 1]}"
    state, figures = part.states[0] if part.states else "none", min(len(part.figures), 2)
    evidence: list[Feature] = [
        ("before", before), ("first", plain[first]), ("first two", opening), ("last", plain[last - 1]),
        ("figures", figures), ("size", min((last - first) // 4, 4)), ("place", place), ("left", left),
        ("depth", min(chunk.depth, 1)), (before, plain[first]), (f"{before}2", opening), (f"{before}#", figures),
        (f"{before}s", state),
        ("mood", view.observed.source.clause_at(first).mood), ("roles", " ".join([f.role for f in part.figures[:3]])),
    ]  # fmt: skip
    evidence += [("cue", label) for label in part.cues]
    evidence += [("time", time.role) for time in part.times]
    for figure in part.figures:
        evidence += ((unit_class(figure.unit), bound_class(figure)), ("role", figure.role))
    evidence += states_evidence(part.states)
    return Row(view.columns(first, last), evidence)


# What a transition depends on: the sign before the chunk, whether the chunk before and this one hold a word of state
# or a figure, and whether the chunk stands in brackets.
Setting = tuple[str, bool, bool, int]


def settings(chunks: Sequence[Chunk], inside: Sequence[Part]) -> list[Setting]:
    """The setting of each chunk: few differ, so that what a tag before adds can be looked up."""
    # A topic before a colon holds neither a state nor a figure.
    stated = [bool(part.states or part.figures) for part in inside]
    return [(c.before, i > 0 and stated[i - 1], stated[i], min(c.depth, 1)) for i, c in enumerate(chunks)]


def transition_row(after: str, setting: Setting) -> Row:
    """What standing after a state of :data:`camket.scoring.claims.decode.STATES` adds in a setting."""
    before, was_stated, is_stated, depth = setting
    names = (
        after, f"{after}/{before}", f"{after}/{is_stated}", f"{after}/{before}/{was_stated}/{is_stated}",
        f"{after}/{depth}",
    )  # fmt: skip
    return Row([], [("after", name) for name in names])


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
    evidence += [("after", w) for w in plain[last : last + 3]]
    evidence += [("ahead", w) for w in plain[max(0, first - 3) : first]]
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
