"""What an audit of a report's arithmetic finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Check = Literal["sum", "share", "plan_share", "growth", "two_values", "label"]


@dataclass(frozen=True, slots=True)
class Slip:
    """Figures of a report that do not agree, put as a question.

    Attributes
    ----------
    check : str
        Which arithmetic was done.
    item : str
        Id of the item; ``other`` the id of a second one where two items disagree.
    start, end : int
        The figure in question.
    calculation : str
        The arithmetic written out.
    expected, found : float
        What it gives, and what the text says.
    """

    check: Check
    item: str
    start: int
    end: int
    calculation: str
    expected: float
    found: float
    other: str = ""
