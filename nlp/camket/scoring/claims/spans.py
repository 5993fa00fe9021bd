"""What speaks for a run of chunks being one claim: its states, signs and figures, and its edges."""

from __future__ import annotations

from collections.abc import Callable
from math import exp
from typing import Final

from camket.scoring.claims.chunks import Chunk
from camket.scoring.claims.features import NONE, Part
from camket.scoring.claims.groups import UNIT, Adder, Sums, Teller

END: Final = "$"


class Run:
    """What a chunk, or a run of chunks, holds, with counts only as far as they tell; and what stands at its edges.

    ``outer``, ``inner`` and ``behind`` are the brackets open at its first chunk, at its last one and behind it (-1 at
    the end), ``is_deeper`` says whether one is opened inside.
    """

    def __init__(self, part: Part) -> None:
        figures, states = part.figures, part.states
        self.first = states[0] if states else NONE
        self.last = states[-1] if states else NONE
        self.size = 1
        self.told = 1 if part.is_told else 0
        self.actual = self.target = self.percent = self.ratio = 0
        self.units: list[str | None] = [figures[0].unit] if figures else []
        for figure in figures:
            self.actual += figure.role == "actual"
            self.target += figure.role == "target"
            self.percent += figure.is_percent
            self.ratio += figure.of is not None
        self.figures = len(figures)
        self._bound()
        self.before = self.opening = self.ahead = ""
        self.outer = self.inner = 0
        self.behind = -1
        self.is_deeper = False

    def _bound(self) -> None:
        self.actual, self.target, self.figures = min(self.actual, 3), min(self.target, 2), min(self.figures, 4)
        self.percent, self.ratio = min(self.percent, 4), min(self.ratio, 2)

    def add(self, other: Run) -> None:
        """Take in the next chunk."""
        self.size = min(self.size + 1, 6)
        self.told = min(self.told + other.told, 3)
        if other.first != NONE:
            self.first = other.first if self.first == NONE else self.first
            self.last = other.last
        if other.figures:
            self.actual += other.actual
            self.target += other.target
            self.percent += other.percent
            self.ratio += other.ratio
            self.figures += other.figures
            self._bound()
            if other.units[0] not in self.units:
                self.units.append(other.units[0])

    @property
    def share(self) -> int:
        """Percentages among few figures."""
        return self.percent if self.figures < 4 else 4


def tell_states(teller: Teller, run: Run) -> None:
    """The first state and the last."""
    teller.tell("span first", f"{run.first} {run.size > 1}")
    teller.tell("span last", run.last)


def tell_counts(teller: Teller, run: Run) -> None:
    """Chunks, signs that settle a state, units and figures."""
    teller.tell("span size", run.size)
    teller.tell("span told", run.told)
    teller.tell("span units", f"{min(len(run.units), 3)} {min(run.told, 2)}")
    teller.tell("span actual", run.actual)
    teller.tell("span target", run.target)
    teller.tell("span percent", run.share)
    teller.tell("span ratio", run.ratio)


def tell_sides(teller: Teller, run: Run) -> None:
    """The sign before, and the brackets."""
    teller.tell("span opens", f"{run.before} {run.last != NONE}")
    teller.tell("span depths", f"{run.outer} {run.inner} {run.is_deeper}")
    teller.tell("span depth behind", f"{run.inner} {run.behind}")


def tell_words(teller: Teller, run: Run) -> None:
    """The marks that open the run and what stands behind it."""
    told = run.told > 0
    teller.tell("span opening", run.opening)
    teller.tell("span opening told", f"{run.opening} {told}")
    teller.tell("span ahead", f"{run.ahead} {told}")
    teller.tell("span openings", f"{run.opening} {run.ahead}")


class Runs:
    """Goes through every run of an item's chunks: those from the first chunk on, by length, then from the second on."""

    def read(self, chunks: list[Chunk], inside: list[Part]) -> None:
        """Visit n · (n + 1) / 2 runs."""
        alone = [Run(part) for part in inside]
        n = len(chunks)
        depths = [min(chunk.depth, 1) for chunk in chunks] + [-1]
        openings = [part.opening for part in inside] + [END]
        for first in range(n):
            run = Run(inside[first])
            run.before, run.opening, run.outer = chunks[first].before, openings[first], depths[first]
            for last in range(first, n):
                if last > first:
                    run.add(alone[last])
                    run.is_deeper = run.is_deeper or chunks[last].depth > chunks[first].depth
                run.inner, run.behind, run.ahead = depths[last], depths[last + 1], openings[last + 1]
                self.visit(run)

    def visit(self, run: Run) -> None:
        """Look at a run; it changes when the next one is visited."""
        raise NotImplementedError


class ToldRuns(Runs):
    """Tells the evidence of every run, a row each."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

    def visit(self, run: Run) -> None:
        """Tell it."""
        for tell in (tell_states, tell_counts, tell_sides, tell_words):
            tell(self._teller, run)
        self._teller.close()


class RunSums:
    """The score of runs by a model of one class, as sums over few states: each is found once and looked up.

    Runs are by far the most numerous thing that is looked at, and are made of small numbers and closed words: look-ups
    by these take a third of the time that evidence does that is put into tuples.
    """

    def __init__(self, sums: Sums) -> None:
        self._sums = sums
        self.states: list[dict[str, dict[str, float]]] = [{}, {}]
        self.counts: dict[int, float] = {}
        self.sides: dict[str, dict[int, float]] = {}
        self.words: list[dict[str, dict[str, float]]] = [{}, {}]

    def of_states(self, run: Run) -> float:
        """What its states add."""
        known = self.states[1 if run.size > 1 else 0]
        behind = known.get(run.first)
        if behind is None:
            behind = known[run.first] = {}
        found = behind.get(run.last)
        if found is None:
            found = behind[run.last] = self._sum(tell_states, run)
        return found

    def of_counts(self, run: Run) -> float:
        """What its counts add."""
        key = (run.size * 4 + run.told) * 4 + min(len(run.units), 3)
        key = (((key * 4 + run.actual) * 3 + run.target) * 5 + run.share) * 3 + run.ratio
        found = self.counts.get(key)
        if found is None:
            found = self.counts[key] = self._sum(tell_counts, run)
        return found

    def of_sides(self, run: Run) -> float:
        """What stands at its sides adds."""
        known = self.sides.get(run.before)
        if known is None:
            known = self.sides[run.before] = {}
        key = (((run.outer * 2 + run.inner) * 3 + run.behind + 1) * 2 + run.is_deeper) * 2 + (run.last != NONE)
        found = known.get(key)
        if found is None:
            found = known[key] = self._sum(tell_sides, run)
        return found

    def of_words(self, run: Run) -> float:
        """What its words add."""
        known = self.words[1 if run.told else 0]
        behind = known.get(run.opening)
        if behind is None:
            behind = known[run.opening] = {}
        found = behind.get(run.ahead)
        if found is None:
            found = behind[run.ahead] = self._sum(tell_words, run)
        return found

    def _sum(self, tell: Callable[[Teller, Run], None], run: Run) -> float:
        adder = Adder(self._sums)
        tell(adder, run)
        return float(adder.total)


class Weighed(Runs):
    """The exponential of the score of every run."""

    def __init__(self, sums: RunSums) -> None:
        self.found: list[float] = []
        self._sums = sums

    def visit(self, run: Run) -> None:
        """Weigh it."""
        sums = self._sums
        total = sums.of_states(run) + sums.of_counts(run) + sums.of_sides(run) + sums.of_words(run)
        self.found.append(exp(total * UNIT))


def run_weights(chunks: list[Chunk], inside: list[Part], sums: RunSums) -> list[float]:
    """Exponential of the score of each run as a claim, in the order of :class:`Runs`."""
    runs = Weighed(sums)
    runs.read(chunks, inside)
    return runs.found
