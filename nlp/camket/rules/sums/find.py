"""Every whole of a text that its parts do not make up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.records import Figure
from camket.rules.sums.lists import parts_of
from camket.rules.sums.mismatch import Mismatch, exact, rounding
from camket.rules.sums.rests import done_and_left
from camket.text.lexer import lower

_NO_COUNTS: Final = ("%", "hạng")


def find_mismatches(text: str, figures: Sequence[Figure], tolerance: float = 0.0005) -> list[Mismatch]:
    """Wholes whose listed parts do not make them up; where not all need be listed only parts that exceed the whole.

    Parameters
    ----------
    text : str
    figures : sequence of Figure
        All of the text, in its order.
    tolerance : float
        Share of the whole by which the parts may differ, for rounding. The rounding of the numbers as they are printed
        is let pass in any case.

    Examples
    --------
    >>> from camket.pipes.figures import find_figures
    >>> from camket.pipes.source import Source
    >>> from camket.records import Item
    >>> def totals(text):
    ...     return [found.total for found in find_mismatches(text, find_figures(Source(Item(text, "report"))))]
    >>> totals("Giải quyết 130 hồ sơ, gồm 80 hồ sơ đất đai và 60 hồ sơ xây dựng.")
    [140.0]
    >>> totals("Tiếp nhận 120 đơn, đã giải quyết 100 đơn, còn 20 đơn đang xem xét.")
    []
    """
    # Compiled code makes a list faster than a generator, and most items have no sums.
    mismatches: list[Mismatch] = []
    wholes = _possible_wholes(figures) if len(figures) > 1 else []
    lowered = lower(text) if wholes else ""
    for index in wholes:
        whole = figures[index]
        complete, parts = parts_of(lowered, figures, index) if whole.of is None else (False, [])
        if len(parts) < 2:
            complete, parts = True, done_and_left(lowered, figures, index)
        if not parts:
            continue
        found = Mismatch(whole, tuple(part.low or 0.0 for part in parts), whole.of or whole.low or 0.0)
        slack = max(found.value * tolerance, rounding(text, (whole, *parts)))
        if found.total > found.value + slack or (complete and found.total < found.value - slack):
            mismatches.append(found)
    return mismatches


def _possible_wholes(figures: Sequence[Figure]) -> list[int]:
    """Figures behind which as many stand as make up a whole, counting the same things: few texts need a closer look."""
    found: list[int] = []
    behind: dict[str, int] = {}
    for index in range(len(figures) - 1, -1, -1):
        figure = figures[index]
        if exact(figure) is None:
            continue
        # A unit with a further word counts the same.
        first_word = (figure.unit or "").partition(" ")[0]
        count = behind.get(first_word, 0)
        if count >= (2 if figure.of is None else 1) and figure.unit not in _NO_COUNTS:
            found.append(index)
        if figure.of is None:
            behind[first_word] = count + 1
    return found[::-1]
