"""Charts as SVG that needs no script and no style of its own; places are shares of the drawing's width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Width of the longest bar; its total stands behind it. A digit takes this much of a phone's width.
_LONGEST, _DIGIT = 92.0, 2.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a bar: where it begins, how wide it is (in per cent of the drawing), what it counts."""

    key: str
    count: int
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return round(self.x + self.width / 2, 2)

    @property
    def is_wide(self) -> bool:
        """Whether a number fits in."""
        return self.width >= _DIGIT * len(str(self.count))


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its name and its stretches."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def total(self) -> int:
        """What it counts in all."""
        return sum(piece.count for piece in self.pieces)

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(sum(piece.width for piece in self.pieces), 2)


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars, one under the other."""

    bars: tuple[Bar, ...]
    keys: tuple[str, ...]


def stacked(rows: Sequence[tuple[str, Mapping[str, int]]], keys: Sequence[str]) -> Chart:
    """Bars of counts, one for each row, their lengths in proportion to their totals.

    Examples
    --------
    >>> chart = stacked([("2023", {"met": 1, "open": 3}), ("2024", {"met": 2})], ["met", "open"])
    >>> [(bar.name, bar.total, [piece.width for piece in bar.pieces]) for bar in chart.bars]
    [('2023', 4, [23.0, 69.0]), ('2024', 2, [46.0])]
    """
    most = max((sum(counts.get(k, 0) for k in keys) for _, counts in rows), default=0) or 1
    return Chart(tuple(Bar(name, tuple(_pieces(counts, keys, most))) for name, counts in rows), tuple(keys))


def _pieces(counts: Mapping[str, int], keys: Sequence[str], most: int) -> list[Piece]:
    pieces, x = [], 0.0
    for key in keys:
        count = counts.get(key, 0)
        width = _LONGEST * count / most
        if count:
            pieces.append(Piece(key, count, round(x, 2), round(width, 2)))
        x += width
    return pieces
