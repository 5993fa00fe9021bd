"""Every whole of a text that its parts do not make up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from camket.records import Figure
from camket.rules.sums.lists import parts_of
from camket.rules.sums.mismatch import Mismatch, exact, rounding
from camket.rules.sums.rests import done_and_left
from camket.text.lexer import lower

_NO_COUNTS = ("%", "hạng")


def find_mismatches(text: str, figures: Sequence[Figure], tolerance: float = 0.0005) -> Iterator[Mismatch]:
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
    if len(figures) < 2:
        return
    lowered = lower(text)
    for index, whole in enumerate(figures):
        if exact(whole) is None or whole.unit in _NO_COUNTS:
            continue
        complete, parts = parts_of(lowered, figures, index) if whole.of is None else (False, [])
        if len(parts) < 2:
            complete, parts = True, done_and_left(lowered, figures, index)
        found = Mismatch(whole, tuple(part.low or 0.0 for part in parts), whole.of or whole.low or 0.0)
        slack = max(found.value * tolerance, rounding(text, (whole, *parts)))
        if parts and (found.total > found.value + slack or (complete and found.total < found.value - slack)):
            yield found
