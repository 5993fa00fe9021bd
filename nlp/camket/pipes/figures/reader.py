"""Read one quantity in digits: the comparator before it, the number, its unit and what follows."""

from __future__ import annotations

from typing import Final

from camket.pipes.figures.lookups import BEHIND, look_back, word_at
from camket.pipes.figures.numbers import parse_digits
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.unit_reader import read_scale, read_unit
from camket.pipes.figures.units import SCALE_TABLE, UNIT_TABLE, UNITS
from camket.text.grammar import code
from camket.text.lexer import Syllables

_TIMES: Final = code("gấp")
# How many words before "quá" a "không" is looked for.
_DENIAL: Final = 9
_MINUS: Final = frozenset("-–−")


def read_digits(syllables: Syllables, position: int) -> Quantity | None:
    """Read the number at a token with what stands around it; None where it is not one."""
    parsed = parse_digits(syllables.forms[position])
    if parsed is None:
        return None
    digits, places = parsed
    value = digits / 10**places if places else float(digits)
    q = Quantity(position, position + 1, position, value)
    if places == 0 and digits < 1000:
        _join_spaced(syllables, q)
    q.plain_integer = places == 0 and syllables.forms[position].isdecimal()
    if places == 3 and digits >= 1000 and "," in syllables.forms[position]:
        q.warnings.append("three_decimals")
    _sign(syllables, q)
    read_scale(syllables, q)
    read_unit(syllables, q)
    read_comparator(syllables, q)
    return q


def _join_spaced(syllables: Syllables, q: Quantity) -> None:
    """Join "1. 357 tỷ" and "9 ,1%": a blank beside the dot or comma, when a scale word or unit follows."""
    i = q.last
    sign, rest = word_at(syllables, i), word_at(syllables, i + 1)
    if sign not in (".", ",") or not rest.isdecimal():
        return
    if not (SCALE_TABLE.match(syllables.symbols, i + 2) or UNIT_TABLE.match(syllables.symbols, i + 2)):
        return
    before, behind = syllables.is_glued(i), syllables.is_glued(i + 1)
    if sign == "." and before and not behind and len(rest) == 3:
        q.value, q.last = q.value * 1000 + int(rest), i + 2
        q.warnings.append("spaced_thousands")
    elif sign == "," and behind and not before and len(rest) <= 2:
        q.value, q.last = (q.value * 10 ** len(rest) + int(rest)) / 10 ** len(rest), i + 2
        q.warnings.append("spaced_decimals")


def _sign(syllables: Syllables, q: Quantity) -> None:
    """A minus or plus that is glued to the number and stands apart from what is before it."""
    i = q.number
    sign, before = word_at(syllables, i - 1), word_at(syllables, i - 2)
    if not before or (sign != "+" and sign not in _MINUS) or not syllables.is_glued(i) or before[-1].isdecimal():
        return
    if not syllables.is_glued(i - 1) or before in "(:|":
        q.first = i - 1
        if sign != "+":
            q.value = -q.value


def _is_denied_excess(syllables: Syllables, first: int, number: int) -> bool:
    """Whether "quá" before the number is denied a few words earlier ("không nghỉ quá 02 buổi")."""
    if syllables.lowered[first:number] != ["quá"]:
        return False
    for i in range(first - 1, max(-1, first - _DENIAL), -1):
        if syllables.lowered[i] in ("không", ","):
            return syllables.lowered[i] == "không"
    return False


def read_comparator(syllables: Syllables, q: Quantity) -> None:
    """Take "trở lên" behind, "ít nhất", "trên", "từ", "gấp" before."""
    if word_at(syllables, q.last) == "rưỡi" and q.unit is not None and q.unit.group == "measure":
        q.value, q.last = q.value + 0.5, q.last + 1
    behind = BEHIND.match(syllables.symbols, q.last)
    if behind:
        q.last, q.bound = behind
    _take_before(syllables, q)
    if q.unit is UNITS["lần"] and syllables.codes[q.first - 1 : q.first] == _TIMES:
        q.first -= 1
        _take_before(syllables, q)


def _take_before(syllables: Syllables, q: Quantity) -> None:
    """Take the comparator before the quantity, and "từ" or "khoảng" before that one."""
    first, kind = look_back(syllables.symbols, q.first)
    if not kind or kind == "none":
        return
    q.first = first
    q.bound = "ceiling" if _is_denied_excess(syllables, first, q.number) else q.bound or kind
    outer, more = look_back(syllables.symbols, first)
    if more == "from" or (more == "about" and kind != "from"):
        q.first = outer
