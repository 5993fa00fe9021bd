"""Read scale words, units and counted nouns behind a number."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.lookups import PLAN, word_at
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.units import GLUED, MONEY, NO_UNIT, SCALE_TABLE, UNIT_TABLE, UNITS, Unit
from camket.text.grammar import code
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_READING: Final = lexicon("figures")["unit_reading"]
_SLASH: Final = code("/")
_AND: Final = frozenset([code(","), code("và")])
_PERIODS: Final = frozenset(code(word) for word in _READING["periods"])
_ROUND: Final = frozenset(_READING["round"])
# "triệu đồng/người/năm" has two.
_MOST_PARTS: Final = 3
_EXPONENTS: Final = frozenset("23")


def _company() -> Phrases[set[int]]:
    """Nouns with the numbers of the lists they stand in: nouns of one list are counted together."""
    found: dict[str, set[int]] = {}
    for number, nouns in enumerate(lexicon("figures")["coordinated"]["nouns"]):
        for noun in nouns:
            found.setdefault(noun, set()).add(number)
    return Phrases(found.items())


COMPANY: Final = _company()


def read_scale(syllables: Syllables, q: Quantity) -> None:
    """Take scale words behind the number: "triệu", "nghìn tỷ", "1 tỷ 250 triệu", "2 triệu rưỡi"."""
    found = SCALE_TABLE.match(syllables.symbols, q.last)
    if found is None:
        glued = GLUED.get(word_at(syllables, q.last))
        if glued:
            q.scale, q.last, q.scaled, q.unit, q.name = glued, q.last + 1, True, MONEY, "VND"
        return
    q.last, q.scale = found
    q.scaled = True
    rest = word_at(syllables, q.last)
    if rest == "rưỡi":
        q.value, q.last = q.value + 0.5, q.last + 1
    elif rest.isdecimal() and len(rest) <= 3:
        _smaller_part(syllables, q, int(rest))


def _smaller_part(syllables: Syllables, q: Quantity, number: int) -> None:
    """Add "250 triệu" to "1 tỷ"."""
    smaller = SCALE_TABLE.match(syllables.symbols, q.last + 1)
    if smaller and smaller[1] * 1000 == q.scale:
        q.value += number * smaller[1] / q.scale
        q.last = smaller[0]


def read_unit(syllables: Syllables, q: Quantity) -> None:
    """Take the unit or counted noun behind the number, with "/…" parts."""
    if q.unit is None:
        found = match_unit(syllables, q.last)
        if found is not None:
            _take_unit(syllables, q, *found)
        elif q.scaled and q.scale >= 1e6:
            q.unit, q.name, q.bare_money = MONEY, "VND", True
        else:
            return
    read_denominator(syllables, q)


def _take_unit(syllables: Syllables, q: Quantity, end: int, unit: Unit) -> None:
    first, q.last, q.unit = q.last, end, unit
    if unit.sign:
        q.name = unit.sign
    else:
        q.last = _coordinated(syllables, first, end)
        q.name = written(syllables, first, q.last)


def written(syllables: Syllables, first: int, last: int) -> str:
    """A unit as written, in lower case, with single blanks."""
    return " ".join(syllables.slice(first, last).lower().split())


def match_unit(syllables: Syllables, position: int) -> tuple[int, Unit] | None:
    """The unit in the lexicon that begins at a token, and where it ends."""
    found = UNIT_TABLE.match(syllables.symbols, position)
    if found is None or found[1] is NO_UNIT:
        return None
    end = found[0]
    form = syllables.forms[position]
    if len(form) == 1 and form.isupper() and syllables.is_glued(position):
        return None
    if end == position + 1 and end < len(syllables) and syllables.forms[end] in _EXPONENTS and syllables.is_glued(end):
        squared = UNITS.get(syllables.lowered[position] + syllables.forms[end])
        if squared is not None:
            return end + 1, squared
    return found


def _coordinated(syllables: Syllables, first: int, end: int) -> int:
    """Go on over ", thị trấn" or ", giáo viên, nhân viên": nouns that are counted together."""
    while syllables.codes[end : end + 1] in _AND:
        company = COMPANY.match(syllables.symbols, first)
        found = COMPANY.match(syllables.symbols, end + 1)
        if found is None or company is None or company[0] != end or syllables.forms[end + 1][0].isupper():
            break
        if company[1].isdisjoint(found[1]) or word_at(syllables, found[0])[:1].isdecimal():
            break
        first, end = end + 1, found[0]
    return end


def read_denominator(syllables: Syllables, q: Quantity) -> None:
    """Take "/người/năm", "/ha", "/1 vạn dân"; in "tấn mía/ngày" the word between is no part of the unit."""
    codes = syllables.codes
    rate = codes[q.last + 1 : q.last + 2] == _SLASH and codes[q.last + 2 : q.last + 3] in _PERIODS
    if rate and q.name != "%" and syllables.forms[q.last].islower():
        q.last += 1
    for _ in range(_MOST_PARTS):
        if codes[q.last : q.last + 1] != _SLASH or q.last + 1 >= len(codes):
            return
        end = denominator_end(syllables, q.last + 1)
        if end is None or (q.name == "%" and codes[q.last + 1] not in _PERIODS):
            return
        q.name = (q.name or "") + "/" + written(syllables, q.last + 1, end)
        q.last = end


def denominator_end(syllables: Syllables, position: int) -> int | None:
    """Where the noun, period or area behind a slash ends; None where none begins there."""
    start = position
    if syllables.forms[position] in _ROUND:
        position += 1
    scale = SCALE_TABLE.match(syllables.symbols, position)
    if scale:
        position = scale[0]
    if position >= len(syllables) or PLAN.match(syllables.symbols, position):
        return None
    found = match_unit(syllables, position)
    if found is not None:
        return found[0]
    if position > start or not syllables.forms[position].isalpha() or not syllables.forms[position][0].islower():
        return None
    return position + 1
