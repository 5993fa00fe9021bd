"""A whole that its parts do not make up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from camket.records import Figure

_PRINTED: Final = re.compile(r"\d[\d.]*(?:,(\d+))?")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Parts that do not add up to what the text gives as their whole.

    Attributes
    ----------
    whole : Figure
        The figure in question.
    parts : tuple of float
        Values of the parts, in the whole's base unit.
    value : float
        What the text gives for the whole.
    """

    whole: Figure
    parts: tuple[float, ...]
    value: float

    @property
    def total(self) -> float:
        """What the parts add up to."""
        return sum(self.parts)


def exact(figure: Figure) -> float | None:
    """The value of a figure that is a single number, else None.

    Examples
    --------
    >>> exact(Figure(0, 5, 12, 12, None, "ha", "target")), exact(Figure(0, 8, 90, None, None, "%", "target"))
    (12, None)
    """
    return figure.low if figure.low is not None and figure.low == figure.high else None


def alike(unit: str | None, other: str | None) -> bool:
    """Whether two units name one thing, one of them with a further word.

    Examples
    --------
    >>> alike("chuỗi", "chuỗi liên kết"), alike("hộ", "hộp")
    (True, False)
    """
    return unit == other or bool(unit and other and (unit.startswith(f"{other} ") or other.startswith(f"{unit} ")))


def rounding(text: str, figures: Sequence[Figure]) -> float:
    """Half a unit of the last printed digit for every figure that was rounded to it ("7,9 tỷ đồng")."""
    slack = 0.0
    for figure in figures:
        found = _PRINTED.search(text[figure.start : figure.end])
        value = figure.low or 0
        if found and found[1] and value:
            printed = float(found[0].replace(".", "").replace(",", "."))
            slack += 0.5 * 10 ** -len(found[1]) * (value / printed if printed else 1)
    return slack
