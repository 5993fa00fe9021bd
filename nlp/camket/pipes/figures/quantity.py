"""A quantity while it is being read: tokens, number, unit; turned into a figure at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from camket.pipes.figures.units import Unit

BoundKind = Literal["", "floor", "ceiling", "about", "from", "none"]


@dataclass(slots=True)
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

    first: int
    last: int
    number: int
    value: float
    scale: float = 1.0
    scaled: bool = False
    bound: BoundKind = ""
    unit: Unit | None = None
    name: str | None = None
    high: float | None = None
    of: float | None = None
    kind: Literal["plain", "words", "rank", "share", "group"] = "plain"
    plain_integer: bool = False
    elided: bool = False
    bare_money: bool = False
    warnings: list[str] = field(default_factory=list)

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
