"""Charts as SVG that needs no script and no style of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Height of a bar with its gap, width of names and of the longest bar.
_ROW, _NAMES, _BARS = 34, 250, 600


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a bar: where it begins, how wide it is, what it counts."""

    key: str
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its name, its place and its stretches."""

    name: str
    y: int
    total: int
    pieces: tuple[Piece, ...]

    @property
    def end(self) -> float:
        """Where the bar ends."""
        return max((p.x + p.width for p in self.pieces), default=float(_NAMES))


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars, one under the other."""

    bars: tuple[Bar, ...]
    keys: tuple[str, ...]

    @property
    def height(self) -> int:
        """Height of the drawing."""
        return _ROW * len(self.bars) + 4

    @property
    def names(self) -> int:
        """Where names end."""
        return _NAMES - 10

    @property
    def width(self) -> int:
        """Width of the drawing."""
        return _NAMES + _BARS + 60


def stacked(rows: Sequence[tuple[str, Mapping[str, int]]], keys: Sequence[str]) -> Chart:
    """Bars of counts, one for each row, their lengths in proportion to their totals.

    Examples
    --------
    >>> chart = stacked([("2023", {"met": 1, "open": 3}), ("2024", {"met": 2})], ["met", "open"])
    >>> [(bar.name, bar.total, [round(p.width) for p in bar.pieces]) for bar in chart.bars]
    [('2023', 4, [150, 450]), ('2024', 2, [300])]
    """
    most = max((sum(counts.get(k, 0) for k in keys) for _, counts in rows), default=0) or 1
    bars = [_bar(name, counts, keys, n, most) for n, (name, counts) in enumerate(rows)]
    return Chart(tuple(bars), tuple(keys))


def _bar(name: str, counts: Mapping[str, int], keys: Sequence[str], row: int, most: int) -> Bar:
    pieces, x = [], float(_NAMES)
    for key in keys:
        count = counts.get(key, 0)
        width = _BARS * count / most
        if count:
            pieces.append(Piece(key, count, round(x, 1), round(width, 1)))
        x += width
    return Bar(name, row * _ROW + 2, sum(p.count for p in pieces), tuple(pieces))
