"""Tables of a page from its ruled lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

Rule = tuple[float, float, float, float]
# Ends of rules that are this close (points) meet; a rule counts if it is at least this long.
NEAR = 3.0
MOST = 400_000
LEAST = 6.0


@dataclass(slots=True)
class Table:
    """A grid: x of its columns' edges, y of its rows' edges, and for each cell the cell it belongs to."""

    xs: list[float]
    ys: list[float]
    owner: list[list[tuple[int, int]]] = field(default_factory=list)

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the (possibly merged) cell at a point; None outside of the table."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        if 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1:
            return self.owner[row][column]
        return None

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.ys[-1]


def find_tables(rules: list[Rule]) -> list[Table]:
    """Tables that a page's rules draw, from top to bottom.

    Examples
    --------
    >>> box = [(0, y, 200, y) for y in (0, 20, 40)] + [(x, 0, x, 40) for x in (0, 50, 200)]
    >>> [(len(t.ys) - 1, len(t.xs) - 1) for t in find_tables(box)]
    [(2, 2)]
    """
    level = [r for r in rules if r[3] - r[1] <= NEAR and r[2] - r[0] >= LEAST]
    upright = [r for r in rules if r[2] - r[0] <= NEAR and r[3] - r[1] >= LEAST]
    rows, columns = _merged(level, 1, 0), _merged(upright, 0, 1)
    if len(rows) * len(columns) > MOST:
        return []  # a drawing or a map
    tables = [_table(h, v, upright) for h, v in _groups(rows, columns)]
    return sorted((t for t in tables if t), key=lambda t: t.top)


def _merged(rules: list[Rule], across: int, along: int) -> list[Rule]:
    """Rules in one line that touch, as one rule; ``across`` and ``along`` are the axes (0 for x, 1 for y)."""
    merged: list[list[float]] = []
    for rule in sorted(rules, key=lambda r: (round((r[across] + r[across + 2]) / 2 / NEAR), r[along])):
        last = merged[-1] if merged else None
        if last and abs(last[across] - rule[across]) <= NEAR and rule[along] <= last[along + 2] + NEAR:
            last[along + 2] = max(last[along + 2], rule[along + 2])
        else:
            merged.append(list(rule))
    return [(a, b, c, d) for a, b, c, d in merged]


def _groups(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch one another, directly or through others."""
    parent = list(range(len(level) + len(upright)))
    for i, row in enumerate(level):
        for j, column in enumerate(upright, len(level)):
            if _touch(row, column):
                parent[_root(parent, i)] = _root(parent, j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate(level + upright):
        groups.setdefault(_root(parent, i), ([], []))[i >= len(level)].append(rule)
    return [(h, v) for h, v in groups.values() if len(h) >= 2 and len(v) >= 2]


def _touch(a: Rule, b: Rule) -> bool:
    return b[0] <= a[2] + NEAR and b[2] >= a[0] - NEAR and b[1] <= a[3] + NEAR and b[3] >= a[1] - NEAR


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _table(level: list[Rule], upright: list[Rule], pieces: list[Rule]) -> Table | None:
    xs = _edges([(r[0] + r[2]) / 2 for r in upright])
    ys = _edges([(r[1] + r[3]) / 2 for r in level])
    if len(xs) < 3 and len(ys) < 3:
        return None  # a frame around something, no table
    if len(xs) < 2 or len(ys) < 2:
        return None
    cuts = _cuts(xs, ys, pieces)
    level = [*level, *((xs[0], y, xs[-1], y) for y in cuts)]
    ys = _edges([*ys, *cuts])
    return Table(xs, ys, _owners(xs, ys, level, upright))


def _cuts(xs: list[float], ys: list[float], upright: list[Rule]) -> list[float]:
    """Heights without a level rule where all the upright ones end: a page break cut a row there and left it open."""
    ends: dict[int, set[int]] = {}
    for x0, top, x1, bottom in upright:
        outside = bottom < ys[0] - NEAR or x1 < xs[0] - NEAR or x0 > xs[-1] + NEAR
        for y in () if outside else (top, bottom):
            if min(abs(y - edge) for edge in ys) > 2 * NEAR:
                ends.setdefault(round(y / (2 * NEAR)), set()).add(_nearest(xs, (x0 + x1) / 2))
    return [key * 2 * NEAR for key, columns in ends.items() if len(columns) == len(xs)]


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > NEAR:
            edges.append(value)
    return edges


def _owners(xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]) -> list[list[tuple[int, int]]]:
    """Upper left cell of the merged cell that each cell of the grid is part of."""
    walls, floors = _walls(xs, ys, upright), _floors(xs, ys, level)
    owner = [[(i, j) for j in range(len(xs) - 1)] for i in range(len(ys) - 1)]
    for i in range(len(ys) - 1):
        for j in range(len(xs) - 1):
            if j and (i, j) not in walls:
                owner[i][j] = owner[i][j - 1]
            elif i and (i, j) not in floors:
                owner[i][j] = owner[i - 1][j]
    return owner


def _walls(xs: list[float], ys: list[float], upright: list[Rule]) -> set[tuple[int, int]]:
    """Cells with a rule on their left side."""
    found = set()
    for x0, top, x1, bottom in upright:
        j = _nearest(xs, (x0 + x1) / 2)
        for i in range(len(ys) - 1):
            if top - NEAR <= (ys[i] + ys[i + 1]) / 2 <= bottom + NEAR:
                found.add((i, j))
    return found


def _floors(xs: list[float], ys: list[float], level: list[Rule]) -> set[tuple[int, int]]:
    """Cells with a rule on their upper side."""
    found = set()
    for left, y0, right, y1 in level:
        i = _nearest(ys, (y0 + y1) / 2)
        for j in range(len(xs) - 1):
            if left - NEAR <= (xs[j] + xs[j + 1]) / 2 <= right + NEAR:
                found.add((i, j))
    return found


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda k: abs(edges[k] - value))
