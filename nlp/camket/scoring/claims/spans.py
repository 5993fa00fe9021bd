"""What speaks for a run of chunks being one claim: its states, signs and figures, its edges and its inner signs.

What a run holds is gathered chunk by chunk, and what stands at its edges is one more key, so that the weights of each
are added up once for each that occurs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from camket.scoring.claims.chunks import Chunk
from camket.scoring.vectoriser import Feature

NONE = "-"
END = "$"


class Held(NamedTuple):
    """What one chunk holds: words of state and signs that settle one, in order, and its figures by sort.

    ``opening`` is the mark of the skeleton that it begins with, ``unit`` that of its first figure.
    """

    states: tuple[str, ...]
    strong: tuple[str, ...] = ()
    actual: int = 0
    target: int = 0
    percent: int = 0
    ratio: int = 0
    figures: int = 0
    unit: str | None = None
    opening: str = ""

    @property
    def empty(self) -> bool:
        """Whether it tells neither a state nor a figure, as a topic before a colon."""
        return not self.states and not self.figures


class Content(NamedTuple):
    """What a run of chunks holds, with counts only as far as they tell."""

    first: str
    last: str
    distinct: frozenset[str]
    stated: int
    first_strong: str
    last_strong: str
    distinct_strong: frozenset[str]
    told: int
    actual: int
    target: int
    percent: int
    ratio: int
    figures: int
    units: frozenset[str | None]
    signs: frozenset[str]
    size: int


class Edges(NamedTuple):
    """What stands at the edges of a run of chunks, inside and outside.

    ``left`` is the sign, depth, emptiness and opening of its first chunk, ``right`` the depth and emptiness of its
    last, ``behind`` the sign, depth, opening, state and strong sign of the chunk after it.
    """

    left: tuple[str, int, bool, str]
    right: tuple[int, bool]
    behind: tuple[str, int, str, str, str]
    deeper: bool
    last: str
    last_strong: str


Key = Content | Edges
_NOTHING = Content(NONE, NONE, frozenset(), 0, NONE, NONE, frozenset(), 0, 0, 0, 0, 0, 0, frozenset(), frozenset(), 0)
_AFTER_ALL = (END, -1, END, NONE, END)


def span_keys(chunks: Sequence[Chunk], held: Sequence[Held]) -> list[tuple[Content, Edges]]:
    """Keys of every run of chunks: those from the first chunk on, by length, then those from the second on.

    Returns
    -------
    list of (Content, Edges)
        n · (n + 1) / 2 entries.
    """
    depths = [min(c.depth, 1) for c in chunks]
    left = [(c.before, d, h.empty, h.opening) for c, d, h in zip(chunks, depths, held, strict=True)]
    right = [(d, h.empty) for d, h in zip(depths, held, strict=True)]
    behind = [_behind(c, d, h) for c, d, h in zip(chunks, depths, held, strict=True)]
    behind = [*behind[1:], _AFTER_ALL]
    return [keys for first in range(len(chunks)) for keys in _from(first, chunks, held, left, right, behind)]


def _behind(chunk: Chunk, depth: int, held: Held) -> tuple[str, int, str, str, str]:
    return (
        chunk.before, depth, held.opening, held.states[0] if held.states else NONE,
        held.strong[0] if held.strong else NONE,
    )  # fmt: skip


def _from(
    first: int, chunks: Sequence[Chunk], held: Sequence[Held], left: Sequence[tuple[str, int, bool, str]],
    right: Sequence[tuple[int, bool]], behind: Sequence[tuple[str, int, str, str, str]],
) -> Iterator[tuple[Content, Edges]]:  # fmt: skip
    content, deeper, opened = _NOTHING, False, left[first]
    outer = chunks[first].depth
    for last in range(first, len(chunks)):
        chunk = chunks[last]
        content = _grown(content, held[last], chunk.before if last > first else None)
        deeper = deeper or chunk.depth > outer
        yield (content, Edges(opened, right[last], behind[last], deeper, content.last, content.last_strong))


@cache
def _grown(run: Content, chunk: Held, sign: str | None) -> Content:
    """A run with one more chunk, which ``sign`` parts from it."""
    figures = min(run.figures + chunk.figures, 4)
    return Content(
        run.first if run.stated or not chunk.states else chunk.states[0],
        chunk.states[-1] if chunk.states else run.last,
        run.distinct.union(chunk.states), min(run.stated + bool(chunk.states), 3),
        run.first_strong if run.told or not chunk.strong else chunk.strong[0],
        chunk.strong[-1] if chunk.strong else run.last_strong,
        run.distinct_strong.union(chunk.strong), min(run.told + bool(chunk.strong), 3),
        min(run.actual + chunk.actual, 3), min(run.target + chunk.target, 2), min(run.percent + chunk.percent, 4),
        min(run.ratio + chunk.ratio, 2), figures, run.units | {chunk.unit} if chunk.figures else run.units,
        run.signs if sign is None else run.signs | {sign}, min(run.size + 1, 6),
    )  # fmt: skip


def span_features(key: Key) -> list[Feature]:
    """The pieces of evidence that a key stands for."""
    return _edges(key) if isinstance(key, Edges) else [*_states(key), *_strong(key), *_figures(key)]


def _states(run: Content) -> list[Feature]:
    stated, distinct = run.stated, min(len(run.distinct), 3)
    found: list[Feature] = [
        ("span first", f"{run.first} {run.size > 1}"), ("span last", run.last),
        ("span states", f"{run.first} {run.last}"),
        ("span distinct", distinct), ("span stated", stated), ("span empty", not stated and not run.figures),
        ("span size", run.size), ("span size stated", f"{run.size} {stated}"),
    ]  # fmt: skip
    found += [("span inner", sign) for sign in sorted(run.signs)]
    return found + [("span inner stated", f"{sign} {min(stated, 2)}") for sign in sorted(run.signs)]


def _strong(run: Content) -> list[Feature]:
    first, last, told = run.first_strong, run.last_strong, run.told
    return [
        ("span strong first", f"{first} {run.size > 1}"), ("span strong last", last),
        ("span strong ends", f"{first} {last}"),
        ("span strong distinct", min(len(run.distinct_strong), 3)), ("span told", told),
        ("span told size", f"{told} {min(run.size, 5)}"), ("span units", f"{min(len(run.units), 3)} {min(told, 2)}"),
    ]  # fmt: skip


def _figures(run: Content) -> list[Feature]:
    percent = run.percent if run.figures < 4 else 4
    return [
        ("span actual", run.actual), ("span target", run.target), ("span figures", f"{run.actual} {run.target}"),
        ("span percent", percent), ("span ratio", run.ratio),
    ]  # fmt: skip


def _edges(edges: Edges) -> list[Feature]:
    (before, left_depth, first_empty, opening), (right_depth, last_empty) = (edges.left, edges.right)
    behind, depth, ahead, state, strong = edges.behind
    last, last_strong = edges.last, edges.last_strong
    stated, told = last != NONE, last_strong != NONE
    return [
        ("span opens", f"{before} {stated}"), ("span closes", f"{behind} {stated}"),
        ("span between", f"{before} {behind}"),
        ("span first empty", first_empty), ("span last empty", last_empty),
        ("span depths", f"{left_depth} {right_depth} {edges.deeper}"), ("span depth behind", f"{right_depth} {depth}"),
        ("span next", f"{last} {state}"), ("span next sign", f"{behind} {state} {stated}"),
        ("span opening", opening), ("span opening told", f"{opening} {told}"), ("span ahead", f"{ahead} {told}"),
        ("span next strong", f"{last_strong} {strong}"), ("span next opening", f"{strong} {ahead}"),
        ("span openings", f"{opening} {ahead}"),
    ]  # fmt: skip
