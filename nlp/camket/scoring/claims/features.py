"""What is known of chunks, which tells whether a claim begins, goes on or stands outside."""

from __future__ import annotations

from typing import Final

from camket.scoring.claims.chunks import Chunk
from camket.scoring.claims.groups import Makers, Teller
from camket.scoring.claims.measure import Reading
from camket.scoring.claims.signs import Mark
from camket.scoring.claims.view import View
from camket.scoring.vectoriser import Feature, Row

NONE: Final = "-"
# Places from either end of an item, and marks of a chunk, that tell.
_PLACES: Final = 3
_SHAPE: Final = 3


class Part:
    """What lies in a range of tokens: figures, names of states and signs, and marks, its skeleton.

    ``opening`` is the mark it begins with, ``is_told`` whether a sign settles a state.
    """

    def __init__(self) -> None:
        self.figures: list[Reading] = []
        self.states: list[str] = []
        self.signs: list[str] = []
        self.marks: list[Mark] = []
        self.is_told = False
        self.opening = ""


def parts(view: View, chunks: list[Chunk]) -> list[Part]:
    """What lies in each chunk, in one pass; marks between two chunks, the signs that part them, belong to none."""
    starts, figures = view.observed.source.syllables.starts, view.readings
    states, signs, marks = view.states, view.signs, view.marks
    found: list[Part] = []
    f = s = g = m = 0
    for chunk in chunks:
        part, last = Part(), chunk.last
        edge = starts[last] if last < len(starts) else -1
        while f < len(figures) and (edge < 0 or figures[f].start < edge):
            part.figures.append(figures[f])
            f += 1
        while s < len(states) and states[s].first < last:
            part.states.append(states[s].name)
            s += 1
        while g < len(signs) and signs[g].first < last:
            part.is_told = part.is_told or signs[g].is_strong
            part.signs.append(signs[g].name)
            g += 1
        while m < len(marks) and marks[m].token < last:
            _add_mark(part, chunk.first, marks[m])
            m += 1
        found.append(part)
    return found


def _add_mark(part: Part, first: int, mark: Mark) -> None:
    if mark.token >= first:
        part.marks.append(mark)
    if mark.token == first:
        part.opening = mark.name


def tell_chunks(teller: Teller, view: View, chunks: list[Chunk], inside: list[Part]) -> None:
    """Evidence of each chunk, and how it resembles the one before; the model adds its neighbours' own.

    Words beyond the first and the last are left out: they tell what is reported, not where a claim ends, and cost more
    than they brought in cross-validation.
    """
    n = len(chunks)
    for place, chunk in enumerate(chunks):
        size = min((chunk.last - chunk.first) // 4, 4)
        facts = (chunk.before, min(chunk.depth, 1), size, min(place, _PLACES), min(n - 1 - place, _PLACES))
        teller.tell_group("edge", facts)
        _tell_words(teller, view.plain, chunk)
        _tell_part(teller, chunk.before, inside[place])
        if place:
            _tell_beside(teller, inside[place - 1], inside[place])
        teller.close()


def _tell_words(teller: Teller, plain: list[str], chunk: Chunk) -> None:
    first, last = chunk.first, chunk.last
    word = plain[first]
    teller.tell("first", word)
    teller.tell_pair("first two", word, plain[first + 1] if last - first > 1 else "")
    teller.tell_pair("first after", chunk.before, word)
    teller.tell("last", plain[last - 1])


def _tell_part(teller: Teller, before: str, part: Part) -> None:
    """States, signs, roles of figures and the skeleton; what stands there several times counts once."""
    states, signs, marks = part.states, part.signs, part.marks
    roles = [figure.role for figure in part.figures]
    teller.tell("first state", states[0] if states else NONE)
    teller.tell("first sign", signs[0] if signs else NONE)
    teller.tell("roles", " ".join(roles[:_SHAPE]) if roles else "")
    teller.tell("opening", part.opening)
    teller.tell_pair("opening before", before, part.opening)
    teller.tell("shape", _shape(marks))
    teller.tell_each("role", roles)
    teller.tell_each("sign", signs)
    teller.tell_each("marks", [mark.pair for mark in marks[:-1]])


def _shape(marks: list[Mark]) -> str:
    """The first three marks, of which the pairs are known."""
    n = len(marks)
    if n < _SHAPE:
        return "" if n == 0 else marks[0].name if n == 1 else marks[0].pair
    return f"{marks[0].pair} {marks[2].name}"


def _tell_beside(teller: Teller, one: Part, other: Part) -> None:
    """Parts of a list resemble each other; what goes on about one thing has its unit and another sign."""
    before, here = one.figures, other.figures
    same = (before[0].unit if before else NONE) == (here[0].unit if here else NONE)
    teller.tell("same unit", _SAME[4 * same + 2 * (len(before) > 0) + (len(here) > 0)])


_SAME: Final = [
    f"{same} {before} {here}" for same in (False, True) for before in (False, True) for here in (False, True)
]


def _edge(before: str, depth: int, size: int, place: int, left: int) -> list[Feature]:
    return [("before", before), ("depth", depth), ("size", size), ("place", place), ("left", left)]


MAKERS: Final[Makers] = {"edge": _edge}


# What a transition depends on: the sign before the chunk, whether the chunk before and this one hold a word of state
# or a figure, and whether the chunk stands in brackets.
Setting = tuple[str, bool, bool, int]


def settings(chunks: list[Chunk], inside: list[Part]) -> list[Setting]:
    """The setting of each chunk: few differ, so that what a tag before adds can be looked up."""
    found: list[Setting] = []
    was_stated = False
    for place, chunk in enumerate(chunks):
        # A topic before a colon holds neither a state nor a figure.
        part = inside[place]
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
