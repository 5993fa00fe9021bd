"""Numbers as a report prints them: their rounding and their written form."""

from __future__ import annotations

import re

from camket.records import Figure

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def decimals(text: str, figure: Figure) -> int:
    """How many decimals a figure is printed with.

    Examples
    --------
    >>> decimals("đạt 91,85%", Figure(4, 10, 91.85, 91.85, None, "%", "actual"))
    2
    """
    found = _DIGITS.search(text, figure.start, figure.end)
    return len(found[0].partition(",")[2]) if found else 0


def agrees(expected: float, found: float, places: int) -> bool:
    """Whether a printed value is the rounded or truncated one: off by no more than one unit of its last decimal.

    Examples
    --------
    >>> agrees(91.847, 91.8, 1), agrees(91.847, 92, 0), agrees(88.4, 92, 0)
    (True, True, False)
    """
    return abs(expected - found) < 1.0001 * 10.0**-places
