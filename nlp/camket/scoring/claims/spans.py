"""What speaks for a run of chunks being one claim: its states, signs and figures, its edges and its inner signs.

A run grows chunk by chunk, and runs that hold the same repeat from item to item: each is kept with its weight and with
the runs that are one chunk longer, so that the next one is a look-up. What stands at the edges is looked up, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import NamedTuple

from camket.scoring.claims.chunks import Chunk
from camket.scoring.claims.features import NONE, Part
from camket.scoring.claims.groups import REMEMBERED
from camket.scoring.vectoriser import Feature

END = "$"


class Piece:
    """What one chunk holds: words of state, whether a sign settles one, and its figures by sort.

    ``before`` is the sign that opened it, ``unit`` that of its first figure. Chunks alike are one object.
    """

    def __init__(self, before: str, part: Part) -> None:
        figures = part.figures
        roles = [figure.role for figure in figures]
        self.before = before
        self.states = part.states
        self.strong = bool(part.strong)
        self.actual = roles.count("actual")
        self.target = roles.count("target")
        self.percent = sum([figure.unit == "%" for figure in figures])
        self.ratio = sum([figure.of is not None for figure in figures])
        self.figures = len(figures)
        self.unit = figures[0].unit if figures else None


class Content(NamedTuple):
    """What a run of chunks holds, with counts only as far as they tell."""

    first: str = NONE
    last: str = NONE
    distinct: frozenset[str] = frozenset()
    told: int = 0
    actual: int = 0
    target: int = 0
    percent: int = 0
    ratio: int = 0
    figures: int = 0
    units: frozenset[str | None] = frozenset()
    signs: frozenset[str] = frozenset()
    size: int = 0


# What stands at the edges of a run: sign before, depth and opening of its first chunk, depth of its last, depth and
# opening of the chunk after it; whether a bracket opens inside, a state is told, a sign settles one.
Edges = tuple[str, int, str, int, int, str, bool, bool, bool]


class Run:
    """A run of chunks: what it holds, its weight as a factor, and the runs that are one chunk longer."""

    def __init__(self, content: Content, factor: float) -> None:
        self.content = content
        self.factor = factor
        self.stated = content.last != NONE
        self.told = content.told > 0
        self.longer: dict[Piece, Run] = {}


class Runs:
    """The runs that were met, with their weights.

    Parameters
    ----------
    weigh : callable
        Sum of the weights of pieces of evidence.
    """

    def __init__(self, weigh: Callable[[list[Feature]], float]) -> None:
        self._weigh = weigh
        self._room = REMEMBERED
        self._empty = Run(Content(), 1.0)
        self._pieces: dict[tuple[object, ...], Piece] = {}
        self._edges: dict[Edges, float] = {}

    def factors(self, chunks: Sequence[Chunk], inside: Sequence[Part]) -> list[float]:
        """Exponential of the weight of every run, in the order of :meth:`every`."""
        factors = []
        for run, edges in self.every(chunks, inside):
            at_edges = self._edges.get(edges)
            if at_edges is None:
                at_edges = exp(self._weigh(edge_features(edges)))
                if self._has_room():
                    self._edges[edges] = at_edges
            factors.append(run.factor * at_edges)
        return factors

    def every(self, chunks: Sequence[Chunk], inside: Sequence[Part]) -> list[tuple[Run, Edges]]:
        """Every run: those from the first chunk on, by length, then those from the second on; n · (n + 1) / 2."""
        n = len(chunks)
        pieces = [self._piece(chunk.before, part) for chunk, part in zip(chunks, inside, strict=True)]
        depths = [min(chunk.depth, 1) for chunk in chunks]
        found = []
        for first in range(n):
            run, deeper = self._empty, False
            before, depth, opening = chunks[first].before, depths[first], inside[first].opening
            for last in range(first, n):
                longer = run.longer.get(pieces[last])
                run = self._grow(run, pieces[last]) if longer is None else longer
                deeper = deeper or chunks[last].depth > chunks[first].depth
                behind, ahead = (depths[last + 1], inside[last + 1].opening) if last + 1 < n else (-1, END)
                edges = (before, depth, opening, depths[last], behind, ahead, deeper, run.stated, run.told)
                found.append((run, edges))
        return found

    def _piece(self, before: str, part: Part) -> Piece:
        key = (before, bool(part.strong), *part.states, *[(f.role, f.unit, f.of is None) for f in part.figures])
        found = self._pieces.get(key)
        if found is None:
            found = Piece(before, part)
            if self._has_room():
                found = self._pieces.setdefault(key, found)
        return found

    def _grow(self, run: Run, piece: Piece) -> Run:
        content = grown(run.content, piece)
        longer = Run(content, exp(self._weigh(content_features(content))))
        if self._has_room():
            run.longer[piece] = longer
        return longer

    def _has_room(self) -> bool:
        self._room -= 1
        return self._room > 0


def grown(run: Content, piece: Piece) -> Content:
    """What a run holds with one more chunk."""
    states = piece.states
    return Content(
        run.first if run.distinct or not states else states[0], states[-1] if states else run.last,
        run.distinct.union(states), min(run.told + piece.strong, 3),
        min(run.actual + piece.actual, 3), min(run.target + piece.target, 2), min(run.percent + piece.percent, 4),
        min(run.ratio + piece.ratio, 2), min(run.figures + piece.figures, 4),
        run.units | {piece.unit} if piece.figures else run.units,
        run.signs | {piece.before} if run.size else run.signs, min(run.size + 1, 6),
    )  # fmt: skip


def content_features(run: Content) -> list[Feature]:
    """The pieces of evidence on what a run holds."""
    return [
        ("span first", f"{run.first} {run.size > 1}"), ("span last", run.last),
        ("span distinct", min(len(run.distinct), 3)), ("span size", run.size), ("span told", run.told),
        ("span units", f"{min(len(run.units), 3)} {min(run.told, 2)}"),
        ("span actual", run.actual), ("span target", run.target),
        ("span percent", run.percent if run.figures < 4 else 4), ("span ratio", run.ratio),
        *(("span inner", sign) for sign in sorted(run.signs)),
    ]  # fmt: skip


def edge_features(edges: Edges) -> list[Feature]:
    """The pieces of evidence on what stands at the edges of a run."""
    before, depth, opening, last_depth, behind, ahead, deeper, stated, told = edges
    return [
        ("span opens", f"{before} {stated}"), ("span depths", f"{depth} {last_depth} {deeper}"),
        ("span depth behind", f"{last_depth} {behind}"), ("span opening", opening),
        ("span opening told", f"{opening} {told}"), ("span ahead", f"{ahead} {told}"),
        ("span openings", f"{opening} {ahead}"),
    ]  # fmt: skip
