"""Read numbers in words: "hai mươi lăm hộ", "một nửa", "hai phần ba số xã", "gấp đôi", "hai con số"."""

from __future__ import annotations

from typing import Final

from camket.pipes.figures.lookups import look_back, word_at
from camket.pipes.figures.numbers import FIRST_WORDS, NUMBER_WORDS, parse_words
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.reader import read_comparator
from camket.pipes.figures.unit_reader import match_unit, read_scale, read_unit, written
from camket.pipes.figures.units import MONEY, UNITS
from camket.text.grammar import code
from camket.text.lexer import Syllables

WORD_CODES: Final = "".join(sorted(code(word) for word in (*FIRST_WORDS, "nửa", "gấp")))
_FACTORS: Final = {"đôi": 2.0, "rưỡi": 1.5, "ba": 3.0, "bốn": 4.0, "năm": 5.0, "mười": 10.0}
_LONGEST: Final = 12
# "giảm một nửa số vụ": half of what it was, not of the counted things.
_CHANGES: Final = frozenset(["giảm", "tăng", "cắt"])
# "nửa tháng" and "nửa tỷ đồng" are halves of a unit, "một nửa" is one of two.
_HALVED: Final = frozenset(["tháng", "năm", "ngày", "tỷ", "tỉ", "triệu", "tạ", "tấn", "cân", "giờ"])


def read_words(syllables: Syllables, position: int) -> Quantity | None:
    """Read a number in words; "gấp đôi", "một nửa", "hai phần ba" and "hai con số" as well."""
    lowered = syllables.lowered
    if lowered[position] == "gấp":
        return _read_times(syllables, position)
    words = lowered[position : position + _LONGEST]
    q = _read_fixed(syllables, position, words)
    if q is not None:
        read_comparator(syllables, q)
        return q
    count = next((n for n, word in enumerate(words) if word not in NUMBER_WORDS), len(words))
    value, used = parse_words(words[:count])
    if not used:
        return None
    q = Quantity(position, position + used, position, value, kind="words")
    if value >= 1e6:
        q.scaled = True
        if match_unit(syllables, q.last) is None:
            q.unit, q.name = MONEY, "VND"
    read_unit(syllables, q)
    read_comparator(syllables, q)
    q.plain_integer = used == 1
    return q


def _read_times(syllables: Syllables, position: int) -> Quantity | None:
    factor = _FACTORS.get(word_at(syllables, position + 1))
    if factor is None:
        return None
    q = Quantity(position, position + 2, position, factor, unit=UNITS["lần"], name="lần", kind="share")
    if word_at(syllables, q.last) == "lần":
        q.last += 1
    first, kind = look_back(syllables.symbols, position)
    if kind and kind != "none":
        q.first, q.bound = first, kind
    return q


def _read_fixed(syllables: Syllables, position: int, words: list[str]) -> Quantity | None:
    """Fractions in words and "hai con số"."""
    if words[1:3] == ["con", "số"] and words[0] in ("hai", "2"):
        return Quantity(position, position + 3, position, 10.0, bound="floor", unit=UNITS["%"], name="%", kind="share")
    if words[0] == "nửa" and words[1:2] and words[1] in _HALVED:
        q = Quantity(position, position + 1, position, 0.5, kind="words")
        read_scale(syllables, q)
        read_unit(syllables, q)
        return q
    half = words[0] == "nửa" or words[:2] == ["một", "nửa"]
    if half:
        q = Quantity(position, position + 1 + (words[0] == "một"), position, 1.0, of=2.0, kind="share")
        if word_at(syllables, position - 1) == "phân":
            q.first -= 1
    elif len(words) > 2 and words[1] == "phần":
        part, whole = parse_words(words[:1])[0], parse_words(words[2:3])[0]
        if not part or not whole:
            return None
        q = Quantity(position, position + 3, position, part, of=whole, kind="share")
    else:
        return None
    noun_behind_so(syllables, q)
    return q


def noun_behind_so(syllables: Syllables, q: Quantity) -> bool:
    """Take "số xã", "xã" behind a fraction; tell whether there is one."""
    if not _CHANGES.isdisjoint(syllables.lowered[max(0, q.first - 4) : q.number]):
        return False
    start = q.last
    while start < len(syllables) and syllables.lowered[start] in ("số", "tổng"):
        start += 1
    found = match_unit(syllables, start)
    if not found or found[1].dimension != "count" or (start == q.last and found[1].group == "matter"):
        return False
    q.last, q.unit = found
    q.name = written(syllables, start, q.last)
    return True
