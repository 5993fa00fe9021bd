"""A quantity while it is being read: tokens, number, unit; turned into a figure at the end."""

from __future__ import annotations

from typing import Literal

from camket.pipes.figures.units import Unit

BoundKind = Literal["", "floor", "ceiling", "about", "from", "none"]
Kind = Literal["plain", "words", "rank", "share", "group"]


class Quantity:
    """A number with what stands around it; all positions count tokens.

    Attributes
    ----------
    first, last : int
        The span so far, comparators included.
    number : int
        The token at which the number begins.
    value : float
        The number before its scale word.
    scale : float
        The scale word behind it ("triệu"), 1 where there is none.
    bound : str
        What the comparator makes of it.
    unit : Unit or None
        What the unit measures, if it is in the lexicon.
    name : str or None
        The unit as the figure will carry it; None while it is not known.
    high : float or None
        The upper end of a range, scaled.
    of : float or None
        The whole of a ratio, scaled.
    """

    __slots__ = (
        "bare_money", "bound", "elided", "first", "high", "kind", "last", "name", "number", "of", "plain_integer",
        "scale", "scaled", "unit", "value", "warnings",
    )  # fmt: skip

    # Written out: a dataclass takes several times as long to make, and every number of a text is one.
    def __init__(
        self, first: int, last: int, number: int, value: float, unit: Unit | None = None, name: str | None = None,
        kind: Kind = "plain", bound: BoundKind = "", of: float | None = None,
    ) -> None:  # fmt: skip
        self.first, self.last, self.number, self.value = first, last, number, value
        self.scale, self.scaled = 1.0, False
        self.bound: BoundKind = bound
        self.unit, self.name = unit, name
        self.high: float | None = None
        self.of = of
        self.kind: Kind = kind
        self.plain_integer = self.elided = self.bare_money = False
        self.warnings: list[str] = []

    def amount(self) -> float:
        """The number times its scale."""
        return multiply(self.value, self.scale)

    def bounds(self) -> tuple[float | None, float | None]:
        """Low and high, None where open."""
        low = self.amount()
        if self.high is not None:
            return low, self.high
        if self.bound == "floor":
            return low, None
        if self.bound == "ceiling":
            return None, low
        return low, low


def multiply(value: float, scale: float) -> float:
    """Multiply and drop the noise of binary fractions.

    Examples
    --------
    >>> multiply(3655.6, 1e9), multiply(0.07, 100)
    (3655600000000.0, 7.0)
    """
    if scale == 1:
        return value
    product = value * scale
    return round(product, 6) if abs(product) < 1e9 else round(product, 2)
