"""Counted nouns that no list knows, and durations and clock times that are no quantities."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.lookups import STOP, word_at
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.unit_reader import read_denominator
from camket.text.lexer import Syllables

_DURATIONS: Final = lexicon("figures")["durations"]
_LONG_CUES: Final = frozenset(_DURATIONS["cues"])
_BEHIND_CUES: Final = frozenset(_DURATIONS["behind"])
_DAY_PARTS: Final = frozenset(_DURATIONS["day_parts"])
_CLOCK_CUES: Final = frozenset(_DURATIONS["clock"])
_REACH: Final = 6
# "quy hoạch 1/500"
_MAP_SCALES: Final = frozenset([500, 1000, 2000, 5000, 10000, 25000])


def take_unknown_noun(syllables: Syllables, q: Quantity) -> bool:
    """Take the next word or two for the counted noun; most Vietnamese nouns have two syllables."""
    i = q.last
    if i >= len(syllables) or not _is_noun(syllables, i):
        return False
    q.last = i + 1
    if syllables.forms[i].islower() and i + 1 < len(syllables) and syllables.forms[i + 1].islower():
        q.last += _is_noun(syllables, i + 1)
    q.name = " ".join(syllables.lowered[i : q.last])
    read_denominator(syllables, q)
    return True


def _is_noun(syllables: Syllables, i: int) -> bool:
    form = syllables.forms[i]
    if not form.isalpha() or syllables.codes[i] in STOP:
        return False
    return form.islower() or (form.isupper() and len(form) > 1)


def is_no_amount(syllables: Syllables, q: Quantity) -> bool:
    """Whether it is a clock time ("trước 16 giờ"), the length of a plan or a jubilee ("kế hoạch 5 năm"), or a scale."""
    if q.value == 1 and q.of in _MAP_SCALES:
        return True
    if q.name == "giờ":
        if word_at(syllables, q.last) in _DAY_PARTS:
            return True
        before = word_at(syllables, q.first - 1)
        return not q.bound and before in _CLOCK_CUES and q.value <= 24
    if q.name != "năm" or q.bound or q.value != int(q.value):
        return False
    near = syllables.lowered[max(0, q.first - _REACH) : q.first]
    behind = syllables.lowered[q.last : q.last + 1]
    return _LONG_CUES.isdisjoint(near) and _BEHIND_CUES.isdisjoint(behind)
