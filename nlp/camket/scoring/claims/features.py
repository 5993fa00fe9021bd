"""Rows of chunks, which tell whether a claim begins, goes on or stands outside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from camket.records import Figure, Time
from camket.scoring.claims.chunks import Chunk
from camket.scoring.claims.signs import STRONG
from camket.scoring.claims.spans import NONE, Held
from camket.scoring.claims.view import View
from camket.scoring.features import bound_class, unit_class
from camket.scoring.states import states_evidence
from camket.scoring.vectoriser import Feature, Row


@dataclass(slots=True)
class Part:
    """What lies in a range of tokens; ``strong`` are the signs that settle a state, ``marks`` its skeleton."""

    times: list[Time] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    strong: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    opening: str = ""

    def held(self) -> Held:
        """What spans of chunks are judged by."""
        figures = self.figures
        if not figures:
            return Held(tuple(self.states), tuple(self.strong), opening=self.opening)
        roles = [f.role for f in figures]
        return Held(
            tuple(self.states), tuple(self.strong), roles.count("actual"), roles.count("target"),
            sum(f.unit == "%" for f in figures), sum(f.of is not None for f in figures), len(roles), figures[0].unit,
            self.opening,
        )  # fmt: skip

    @property
    def first_strong(self) -> str:
        """The first sign that settles a state."""
        return self.strong[0] if self.strong else NONE

    @property
    def last_strong(self) -> str:
        """The last sign that settles a state."""
        return self.strong[-1] if self.strong else NONE


def parts(view: View, chunks: Sequence[Chunk]) -> list[Part]:
    """What lies in each chunk, in one pass."""
    observed, starts = view.observed, view.observed.source.syllables.starts
    found = [Part() for _ in chunks]
    ends = [starts[c.last] if c.last < len(starts) else len(observed.source.item.text) for c in chunks]
    for time in observed.times:
        _place(found, bisect_right(ends, time.start), "times", time)
    for figure in observed.figures:
        _place(found, bisect_right(ends, figure.start), "figures", figure)
    lasts = [c.last for c in chunks]
    for first, _, state in view.states:
        _place(found, bisect_right(lasts, first), "states", state)
    for first, _, sign in view.signs:
        place = bisect_right(lasts, first)
        _place(found, place, "signs", sign)
        if sign in STRONG:
            _place(found, place, "strong", sign)
    _place_marks(view, chunks, lasts, found)
    return found


def _place(found: list[Part], place: int, name: str, value: object) -> None:
    if place < len(found):
        getattr(found[place], name).append(value)


def _place_marks(view: View, chunks: Sequence[Chunk], lasts: Sequence[int], found: Sequence[Part]) -> None:
    """Marks between two chunks, the signs that part them, belong to none."""
    for token, mark in view.marks:
        place = bisect_right(lasts, token)
        if place < len(found) and token >= chunks[place].first:
            found[place].marks.append(mark)
            if token == chunks[place].first:
                found[place].opening = mark


def chunk_rows(view: View, chunks: Sequence[Chunk], inside: Sequence[Part]) -> list[Row]:
    """Evidence of each chunk, and how it resembles the one before; the model adds its neighbours' own.

    Words beyond the first and the last are left out: they tell what is reported, not where a claim ends, and cost more
    than they brought in cross-validation.
    """
    last = len(chunks) - 1
    places = ((min(i, 3), min(last - i, 3)) for i in range(len(chunks)))
    rows = [_chunk_row(view, chunk, part, *p) for chunk, part, p in zip(chunks, inside, places, strict=True)]
    for (one, other), row in zip(pairwise(inside), rows[1:], strict=True):
        row.evidence += _beside(one, other)
    return rows


def _chunk_row(view: View, chunk: Chunk, part: Part, place: int, left: int) -> Row:
    first, last = chunk.first, chunk.last
    plain, before = view.plain, chunk.before
    opening = plain[first] if last - first == 1 else f"{plain[first]} {plain[first + 1]}"
    state, figures = (part.states[0] if part.states else "none", min(len(part.figures), 2))
    evidence: list[Feature] = [
        ("before", before), ("first", plain[first]), ("first two", opening), ("last", plain[last - 1]),
        ("figures", figures), ("size", min((last - first) // 4, 4)), ("place", place), ("left", left),
        ("depth", min(chunk.depth, 1)), (before, plain[first]), (f"{before}2", opening), (f"{before}#", figures),
        (f"{before}s", state),
        ("mood", view.observed.source.clause_at(first).mood), ("roles", " ".join([f.role for f in part.figures[:3]])),
    ]  # fmt: skip
    evidence += [("time", time.role) for time in part.times]
    for figure in part.figures:
        evidence += ((unit_class(figure.unit), bound_class(figure)), ("role", figure.role))
    evidence += states_evidence(part.states)
    evidence += _signs(part, before)
    return Row([], evidence)


def _signs(part: Part, before: str) -> list[Feature]:
    found: list[Feature] = [
        ("opening", part.opening), ("opening before", f"{before} {part.opening}"), ("first strong", part.first_strong),
        ("last strong", part.last_strong), ("strong before", f"{before} {part.first_strong}"),
        ("shape", " ".join(part.marks[:3])), ("first sign", part.signs[0] if part.signs else NONE),
    ]  # fmt: skip
    found += [("sign", sign) for sign in part.signs]
    return found + [("marks", f"{a} {b}") for a, b in pairwise(part.marks)]


def _beside(one: Part, other: Part) -> list[Feature]:
    """Parts of a list resemble each other; what goes on about one thing has its unit and another sign."""
    units = [part.figures[0].unit if part.figures else NONE for part in (one, other)]
    first, last = other.first_strong, one.last_strong
    return [
        ("same unit", f"{units[0] == units[1]} {bool(one.figures)} {bool(other.figures)}"),
        ("openings", f"{one.opening} {other.opening}"), ("beside", f"{one.first_strong} {first}"),
        ("beside last", f"{last} {first}"), ("beside opening", f"{last != NONE} {first} {other.opening}"),
    ]  # fmt: skip


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
