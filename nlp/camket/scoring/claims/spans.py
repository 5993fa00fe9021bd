"""What speaks for a run of chunks being one claim: its states, its figures, its edges and its inner signs.

Each group of facts is one key, so that the weights of a group are added up once for each key that occurs.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from camket.scoring.claims.chunks import Chunk
from camket.scoring.vectoriser import Feature

NONE = "-"
END = "$"
Key = tuple[Hashable, ...]


@dataclass(slots=True)
class Held:
    """What a chunk holds: its states in order, and how many figures of each sort."""

    states: tuple[str, ...]
    actual: int = 0
    target: int = 0
    percent: int = 0
    ratio: int = 0
    figures: int = 0


def span_keys(chunks: Sequence[Chunk], held: Sequence[Held]) -> list[tuple[Key, ...]]:
    """Keys of every run of chunks: those from the first chunk on, by length, then those from the second on.

    Returns
    -------
    list of tuple
        n · (n + 1) / 2 entries of four keys: states, figures, edges, inner signs.
    """
    return [keys for first in range(len(chunks)) for keys in _from(first, chunks, held)]


def _from(first: int, chunks: Sequence[Chunk], held: Sequence[Held]) -> list[tuple[Key, ...]]:
    found = []
    states: tuple[str, ...] = ()
    actual = target = percent = ratio = figures = stated = 0
    signs: frozenset[str] = frozenset()
    opening, deepest = chunks[first], 0
    first_empty = not held[first].states and not held[first].figures
    for last in range(first, len(chunks)):
        chunk, own = chunks[last], held[last]
        states += own.states
        stated += bool(own.states)
        actual, target, figures = actual + own.actual, target + own.target, figures + own.figures
        percent, ratio = percent + own.percent, ratio + own.ratio
        deepest = max(deepest, chunk.depth)
        if last > first:
            signs |= {chunk.before}
        after = chunks[last + 1] if last + 1 < len(chunks) else None
        ahead = held[last + 1].states[:1] if after else ()
        found.append((
            ("states", states[0] if states else NONE, states[-1] if states else NONE, min(len(set(states)), 3),
             min(stated, 3), not states and not figures, min(last - first + 1, 6)),
            ("figures", min(actual, 3), min(target, 2), percent if figures < 4 else 4, min(ratio, 2)),
            ("edges", opening.before, after.before if after else END, bool(states), first_empty,
             not own.states and not own.figures, (min(opening.depth, 1), min(chunk.depth, 1), deepest > opening.depth),
             min(after.depth, 1) if after else -1, states[-1] if states else NONE, ahead[0] if ahead else NONE),
            ("inner", signs, min(stated, 2)),
        ))  # fmt: skip
    return found


def span_features(key: Key) -> list[Feature]:
    """The pieces of evidence that a key stands for."""
    return _EXPAND[key[0]](*key[1:])


def _states(first: str, last: str, distinct: int, stated: int, empty: bool, size: int) -> list[Feature]:
    return [
        ("span first", f"{first} {size > 1}"), ("span last", last), ("span states", f"{first} {last}"),
        ("span distinct", distinct), ("span stated", stated), ("span empty", empty), ("span size", size),
        ("span size stated", f"{size} {stated}"),
    ]  # fmt: skip


def _figures(actual: int, target: int, percent: int, ratio: int) -> list[Feature]:
    return [
        ("span actual", actual), ("span target", target), ("span figures", f"{actual} {target}"),
        ("span percent", percent), ("span ratio", ratio),
    ]  # fmt: skip


def _edges(
    before: str, behind: str, stated: bool, first_empty: bool, last_empty: bool, depths: tuple[int, int, bool],
    depth: int, last: str, ahead: str,
) -> list[Feature]:  # fmt: skip
    return [
        ("span opens", f"{before} {stated}"), ("span closes", f"{behind} {stated}"),
        ("span between", f"{before} {behind}"), ("span first empty", first_empty), ("span last empty", last_empty),
        ("span depths", " ".join(map(str, depths))),
        ("span depth behind", f"{depths[1]} {depth}"), ("span next", f"{last} {ahead}"),
        ("span next sign", f"{behind} {ahead} {stated}"),
    ]  # fmt: skip


def _inner(signs: frozenset[str], stated: int) -> list[Feature]:
    return [("span inner", s) for s in sorted(signs)] + [("span inner stated", f"{s} {stated}") for s in sorted(signs)]


_EXPAND = {"states": _states, "figures": _figures, "edges": _edges, "inner": _inner}
