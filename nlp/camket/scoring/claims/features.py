"""What is known of chunks, which tells whether a claim begins, goes on or stands outside."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from camket.records import Figure
from camket.scoring.claims.chunks import Chunk
from camket.scoring.claims.groups import Group, Makers
from camket.scoring.claims.signs import STRONG
from camket.scoring.claims.view import View
from camket.scoring.vectoriser import Feature, Row

NONE = "-"
# Places from either end of an item, and marks of a chunk, that tell.
_PLACES, _SHAPE = 3, 3


class Part:
    """What lies in a range of tokens; ``strong`` are the signs that settle a state, ``marks`` its skeleton.

    ``opening`` is the mark it begins with.
    """

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.states: list[str] = []
        self.signs: list[str] = []
        self.strong: list[str] = []
        self.marks: list[str] = []
        self.opening = ""


def parts(view: View, chunks: Sequence[Chunk]) -> list[Part]:
    """What lies in each chunk, in one pass; marks between two chunks, the signs that part them, belong to none."""
    starts, figures = view.observed.source.syllables.starts, view.observed.figures
    states, signs, marks = view.states, view.signs, view.marks
    found = []
    f = s = g = m = 0
    for chunk in chunks:
        part, last = Part(), chunk.last
        is_end = last >= len(starts)
        while f < len(figures) and (is_end or figures[f].start < starts[last]):
            part.figures.append(figures[f])
            f += 1
        while s < len(states) and states[s][0] < last:
            part.states.append(states[s][2])
            s += 1
        while g < len(signs) and signs[g][0] < last:
            part.signs.append(signs[g][2])
            g += 1
        while m < len(marks) and marks[m][0] < last:
            _add_mark(part, chunk.first, marks[m][0], marks[m][1])
            m += 1
        part.strong = [sign for sign in part.signs if sign in STRONG]
        found.append(part)
    return found


def _add_mark(part: Part, first: int, token: int, mark: str) -> None:
    if token >= first:
        part.marks.append(mark)
    if token == first:
        part.opening = mark


def chunk_groups(view: View, chunks: Sequence[Chunk], inside: Sequence[Part]) -> list[list[Group]]:
    """Evidence of each chunk, and how it resembles the one before; the model adds its neighbours' own.

    Words beyond the first and the last are left out: they tell what is reported, not where a claim ends, and cost more
    than they brought in cross-validation.
    """
    left = len(chunks)
    found: list[list[Group]] = []
    for place, chunk in enumerate(chunks):
        left -= 1
        groups = _groups(view.plain, chunk, inside[place], min(place, _PLACES), min(left, _PLACES))
        if place:
            groups.append(_beside(inside[place - 1], inside[place]))
        found.append(groups)
    return found


def _groups(plain: Sequence[str], chunk: Chunk, part: Part, place: int, left: int) -> list[Group]:
    first, last, before = chunk.first, chunk.last, chunk.before
    word, marks = plain[first], part.marks
    second = plain[first + 1] if last - first > 1 else ""
    groups: list[Group] = [
        ("edge", before, min(chunk.depth, 1), min((last - first) // 4, 4), place, left),
        ("first", word), ("first two", f"{word} {second}"), ("first after", f"{before} {word}"),
        ("last", plain[last - 1]),
        ("told", part.states[0] if part.states else NONE, part.signs[0] if part.signs else NONE,
         *[figure.role for figure in part.figures]),
        ("opened", before, part.opening), ("shape", " ".join(marks[:_SHAPE])),
    ]  # fmt: skip
    # Each counts once; strings keep their hash, tuples don't.
    groups += [("sign", sign) for sign in set(part.signs)]
    groups += [("marks", pair) for pair in {f"{a} {b}" for a, b in pairwise(marks)}]
    return groups


def _beside(one: Part, other: Part) -> Group:
    """Parts of a list resemble each other; what goes on about one thing has its unit and another sign."""
    before, here = one.figures, other.figures
    same = (before[0].unit if before else NONE) == (here[0].unit if here else NONE)
    return ("beside", same, bool(before), bool(here))


def _edge(before: str, depth: int, size: int, place: int, left: int) -> list[Feature]:
    return [("before", before), ("depth", depth), ("size", size), ("place", place), ("left", left)]


def _told(state: str, sign: str, *roles: str) -> list[Feature]:
    return [
        ("first state", state), ("first sign", sign), ("roles", " ".join(roles[:_SHAPE])),
        *(("role", role) for role in roles),
    ]  # fmt: skip


def _opened(before: str, opening: str) -> list[Feature]:
    return [("opening", opening), ("opening before", f"{before} {opening}")]


def _alike(same: bool, before: bool, here: bool) -> list[Feature]:
    return [("same unit", f"{same} {before} {here}")]


MAKERS: Makers = {"edge": _edge, "told": _told, "opened": _opened, "beside": _alike}


# What a transition depends on: the sign before the chunk, whether the chunk before and this one hold a word of state
# or a figure, and whether the chunk stands in brackets.
Setting = tuple[str, bool, bool, int]


def settings(chunks: Sequence[Chunk], inside: Sequence[Part]) -> list[Setting]:
    """The setting of each chunk: few differ, so that what a tag before adds can be looked up."""
    found: list[Setting] = []
    was_stated = False
    for chunk, part in zip(chunks, inside, strict=True):
        # A topic before a colon holds neither a state nor a figure.
        is_stated = bool(part.states or part.figures)
        found.append((chunk.before, was_stated, is_stated, min(chunk.depth, 1)))
        was_stated = is_stated
    return found


def transition_row(after: str, setting: Setting) -> Row:
    """What standing after a state of :data:`camket.scoring.claims.decode.STATES` adds in a setting."""
    before, was_stated, is_stated, depth = setting
    names = (
        after, f"{after}/{before}", f"{after}/{is_stated}", f"{after}/{before}/{was_stated}/{is_stated}",
        f"{after}/{depth}",
    )  # fmt: skip
    return Row([], [("after", name) for name in names])
