"""How a figure stands to the ones beside it: totals stand before their parts, results before their plans."""

from __future__ import annotations

from collections.abc import Sequence

from camket.pipes.figures.role_context import RoleContext
from camket.records import Figure

COLUMNS = ("in front", "after", "after far", "smaller ones")
# How many of the figures behind it are compared with it in number.
_SIGHT = 5
_FAR = ("0", "1", "2", "3", "4")


def neighbours(context: RoleContext, figures: Sequence[Figure], k: int) -> list[str]:
    """Compare a figure with those before and behind it: :data:`COLUMNS`."""
    figure = figures[k]
    value = _value(figure)
    before = after = far = ""
    if k:
        before = _compare(value, figure, figures[k - 1])
    if k + 1 < len(figures):
        after = _compare(value, figure, figures[k + 1])
        distance = context.spans[k + 1][0] - context.spans[k][1]
        far = after + _FAR[max(0, min(distance // 3, 4))]
    smaller = 0
    for other in figures[k + 1 : k + _SIGHT]:
        smaller += other.unit == figure.unit and _value(other) < value
    return [before, after, far, _FAR[min(smaller, 3)]]


def _value(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high or 0.0


def _compare(value: float, figure: Figure, other: Figure) -> str:
    """Whether another figure is of the same unit ("=" behind the sign), and less, more or the same in number."""
    than = _value(other)
    sign = ">" if value > than else "<" if value < than else "="
    return sign + "=" if other.unit == figure.unit else sign
