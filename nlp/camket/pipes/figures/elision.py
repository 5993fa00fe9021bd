"""Units that stand elsewhere: in a sister figure, in another cell of the row, or in the table's header."""

from __future__ import annotations

from camket.pipes.figures.quantity import Quantity
from camket.pipes.source import Source


def supply_units(source: Source, quantities: list[Quantity]) -> None:
    """Fill in the units of quantities that have none, where the item or its context names them."""
