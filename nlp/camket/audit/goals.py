"""The goals of two commitments on one thing, laid beside each other one to one by the words around their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from camket.audit.surroundings import Surroundings
from camket.linking.quantities import targets, value_in
from camket.linking.unit import Unit
from camket.records import Figure, Time

_ALIKE, _ALIKE_ALONE = 0.5, 0.34  # shared words from which two numbers are on one thing; each the only one of its unit
_SAME_PLACE = 0.2  # what the same names on both sides say, and names on one side only speak against
_NEXT = 8  # characters between a plan's name and its sum
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_LENGTHS = {"D": "ngày", "W": "tuần", "M": "tháng", "Y": "năm"}
_CEILINGS = ("by", "in", "before")


@dataclass(frozen=True, slots=True)
class Goal:
    """A promised number with the words next to it, those that tell what it is of, and the proper names among them.

    ``promised`` is False for a number that the text itself does not promise; it may still be what another one became.
    """

    figure: Figure
    near: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    promised: bool


def pair_goals(before: Sequence[Goal], after: Sequence[Goal]) -> list[tuple[Figure, Figure]]:
    """Goals of two commitments on the same thing, one to one, in the order of the older.

    Numbers belong together that have a unit in common and words around them; the names of different places keep them
    apart.

    Examples
    --------
    >>> from datetime import date
    >>> from camket.linking.reading import read_side
    >>> from camket.linking.unit import prepare
    >>> from camket.records import Item
    >>> def unit(text):
    ...     return prepare(read_side([Item(text, "commitment", date(2024, 1, 15), id="1")]))[0]
    >>> old = unit("100% hồ sơ xử lý trên môi trường mạng, tỷ lệ hồ sơ trực tuyến toàn trình đạt 70%.")
    >>> new = unit("Tỷ lệ hồ sơ trực tuyến toàn trình đạt 80%.")
    >>> [(mine.low, theirs.low) for mine, theirs in pair_goals(goals(old), goals(new))]
    [(70.0, 80.0)]
    """
    likeness = dict(_likenesses(before, after))
    found: dict[int, int] = {}
    for (i, j), value in sorted(likeness.items(), key=lambda pair: (-pair[1], pair[0])):
        alone = sum(i in pair or j == pair[1] for pair in likeness) == 1
        if value >= (_ALIKE_ALONE if alone else _ALIKE) and i not in found and j not in found.values():
            found[i] = j
    return [(before[i].figure, after[j].figure) for i, j in sorted(found.items())]


def _likenesses(before: Sequence[Goal], after: Sequence[Goal]) -> Iterator[tuple[tuple[int, int], float]]:
    """Pairs of goals that can be compared, by their places, with how much alike they are."""
    # Where nothing is promised on either side the size of the work is what can be compared.
    any_promised = any(goal.promised for goal in (*before, *after))
    for i, mine in enumerate(before):
        for j, theirs in enumerate(after):
            if any_promised and not (mine.promised or theirs.promised):
                continue
            if value_in(theirs.figure, mine.figure.unit or "") is not None:
                yield (i, j), _likeness(mine, theirs)


def best_pair(before: Sequence[Goal], after: Sequence[Goal]) -> float:
    """How surely some number of two commitments is on the same thing: 0 to 1, and a little more for the same place."""
    return max((value for _, value in _likenesses(before, after)), default=0.0)


def _likeness(mine: Goal, theirs: Goal) -> float:
    a, b = mine.names, theirs.names
    if a and b and not (a <= b or b <= a):
        return 0.0
    place = _SAME_PLACE * (bool(a and b) - (bool(a) != bool(b)))
    return (_shared(mine.near, theirs.near) + _shared(mine.words, theirs.words)) / 2 + place


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Dice coefficient of two sets of words."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def goals(unit: Unit) -> tuple[Goal, ...]:
    """Numbers of a commitment but those it compares with, and the lengths of time that it promises to keep."""
    evidence = unit.annotation.evidence
    figures = _without_plans([f for f in evidence.figures if f.role != "baseline"])
    promised = targets(unit)
    lengths = [found for time in evidence.times if (found := _length(time))]
    around = Surroundings(unit)
    return (
        *(Goal(f, *around.of(f, f.end), f in promised) for f in figures),
        *(Goal(f, *around.of(f, f.start), promised=True) for f in lengths),
    )


def _without_plans(figures: Sequence[Figure]) -> list[Figure]:
    """Without what shares are taken of ("95% kế hoạch vốn giao là 48,6 tỷ đồng"): no goal of its own."""
    ends = [f.base[1] for f in figures if f.base]
    return [f for f in figures if not any(0 <= f.start - end <= _NEXT for end in ends)]


def _length(time: Time) -> Figure | None:
    """ "Không quá 12 ngày kể từ …" as a ceiling of 12 days."""
    found = _LENGTH.fullmatch(time.event or "")
    if time.role != "deadline" or found is None or time.bound not in _CEILINGS:
        return None
    return Figure(time.start, time.end, None, float(found[1]), None, _LENGTHS[found[2]], "target")
