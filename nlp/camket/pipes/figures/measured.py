"""Units named by what is measured, before the number: "điểm bình quân 6,61", "hồ sơ: nhận 3.218"."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.unit_reader import denominator_end, written
from camket.pipes.figures.units import UNIT_TABLE, UNITS
from camket.text.lexer import Syllables

_CASUALTIES: Final = frozenset(lexicon("figures")["casualties"]["words"])
_STOPS: Final = frozenset(";|")
_REACH: Final = 12


def unit_from_words_before(syllables: Syllables, q: Quantity) -> bool:
    """Take the unit from what is measured: "điểm bình quân 6,61", "giường bệnh/vạn dân đạt 26,5", "chết 11"."""
    lowered, first = syllables.lowered, q.first
    if lowered[first - 1 : first] and lowered[first - 1] in _CASUALTIES and q.plain_integer and q.of is None:
        q.unit, q.name = UNITS["người"], "người"
        return True
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if lowered[i] in _STOPS or lowered[i][0].isdecimal():
            return False
        if lowered[i] == "điểm" and not q.plain_integer and q.of is None:
            q.unit, q.name = UNITS["điểm"], "điểm"
            return True
        if lowered[i] == "/":
            return _rate_around(syllables, q, i)
    return False


def _rate_around(syllables: Syllables, q: Quantity, slash: int) -> bool:
    """ "số giường bệnh/vạn dân đạt 26,5": the nouns on both sides of the slash are the unit."""
    end = denominator_end(syllables, slash + 1)
    for start in range(max(0, slash - 3), slash):
        found = UNIT_TABLE.match(syllables.symbols, start)
        if found is not None and found[0] == slash and end is not None and end <= q.first:
            q.unit = found[1]
            q.name = f"{written(syllables, start, slash)}/{written(syllables, slash + 1, end)}"
            return True
    return False


def unit_of_noun_before(syllables: Syllables, q: Quantity) -> None:
    """Take the counted noun that the clause began with: "Hồ sơ hành chính: nhận 3.218"."""
    for i in range(q.first - 1, max(-1, q.first - _REACH), -1):
        found = UNIT_TABLE.match(syllables.symbols, i)
        if found is not None and found[0] <= q.first and found[1].dimension == "count":
            start = i
            longer = UNIT_TABLE.match(syllables.symbols, i - 1) if i else None
            if longer is not None and longer[0] == found[0]:
                start = i - 1
            q.unit, q.name, q.elided = found[1], written(syllables, start, found[0]), True
            return
