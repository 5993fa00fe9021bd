"""What speaks for a run of chunks being one claim: its states, signs and figures, and its edges."""

from __future__ import annotations

from collections.abc import Sequence

from camket.scoring.claims.chunks import Chunk
from camket.scoring.claims.features import NONE, Part
from camket.scoring.claims.groups import Group, Makers
from camket.scoring.vectoriser import Feature

END = "$"
_NO_UNITS: frozenset[str | None] = frozenset()


class _Held:
    """What a chunk, or a run of chunks, holds, with counts only as far as they tell."""

    def __init__(self, part: Part) -> None:
        figures, states = part.figures, part.states
        roles = [figure.role for figure in figures]
        self.first = states[0] if states else NONE
        self.last = states[-1] if states else NONE
        self.told = 1 if part.strong else 0
        self.actual = min(roles.count("actual"), 3)
        self.target = min(roles.count("target"), 2)
        self.percent = min(sum([figure.unit == "%" for figure in figures]), 4)
        self.ratio = min(sum([figure.of is not None for figure in figures]), 2)
        self.figures = min(len(roles), 4)
        self.units = frozenset([figures[0].unit]) if figures else _NO_UNITS

    def add(self, other: _Held) -> None:
        """Take in the next chunk."""
        if other.first != NONE:
            self.first = other.first if self.first == NONE else self.first
            self.last = other.last
        self.told = min(self.told + other.told, 3)
        if other.figures:
            self.actual = min(self.actual + other.actual, 3)
            self.target = min(self.target + other.target, 2)
            self.percent = min(self.percent + other.percent, 4)
            self.ratio = min(self.ratio + other.ratio, 2)
            self.figures = min(self.figures + other.figures, 4)
            self.units |= other.units


def run_groups(chunks: Sequence[Chunk], inside: Sequence[Part]) -> list[list[Group]]:
    """Evidence of every run: those from the first chunk on, by length, then those from the second on.

    Returns
    -------
    list of list of tuple
        n · (n + 1) / 2 entries.
    """
    held = [_Held(part) for part in inside]
    found: list[list[Group]] = []
    for first in range(len(chunks)):
        found += _from(first, chunks, inside, held)
    return found


def _from(first: int, chunks: Sequence[Chunk], inside: Sequence[Part], held: Sequence[_Held]) -> list[list[Group]]:
    run, deeper = _Held(inside[first]), False
    before, outer, opening = chunks[first].before, chunks[first].depth, inside[first].opening
    found: list[list[Group]] = []
    for last in range(first, len(chunks)):
        chunk = chunks[last]
        if last > first:
            run.add(held[last])
            deeper = deeper or chunk.depth > outer
        behind, ahead = -1, END
        if last + 1 < len(chunks):
            behind, ahead = min(chunks[last + 1].depth, 1), inside[last + 1].opening
        size = min(last - first + 1, 6)
        percent = run.percent if run.figures < 4 else 4
        found.append([
            ("span states", run.first, run.last, size > 1),
            ("span counts", size, run.told, min(len(run.units), 3), run.actual, run.target, percent, run.ratio),
            ("span sides", before, min(outer, 1), min(chunk.depth, 1), behind, deeper, run.last != NONE),
            ("span words", opening, ahead, run.told > 0),
        ])  # fmt: skip
    return found


def _states(first: str, last: str, several: bool) -> list[Feature]:
    return [("span first", f"{first} {several}"), ("span last", last)]


def _counts(size: int, told: int, units: int, actual: int, target: int, percent: int, ratio: int) -> list[Feature]:
    return [
        ("span size", size), ("span told", told), ("span units", f"{units} {min(told, 2)}"), ("span actual", actual),
        ("span target", target), ("span percent", percent), ("span ratio", ratio),
    ]  # fmt: skip


def _sides(before: str, depth: int, last_depth: int, behind: int, deeper: bool, stated: bool) -> list[Feature]:
    return [
        ("span opens", f"{before} {stated}"), ("span depths", f"{depth} {last_depth} {deeper}"),
        ("span depth behind", f"{last_depth} {behind}"),
    ]  # fmt: skip


def _words(opening: str, ahead: str, told: bool) -> list[Feature]:
    return [
        ("span opening", opening), ("span opening told", f"{opening} {told}"), ("span ahead", f"{ahead} {told}"),
        ("span openings", f"{opening} {ahead}"),
    ]  # fmt: skip


MAKERS: Makers = {"span states": _states, "span counts": _counts, "span sides": _sides, "span words": _words}
