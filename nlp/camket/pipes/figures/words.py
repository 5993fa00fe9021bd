"""Which numbers in words are quantities."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.names import is_slogan
from camket.pipes.figures.nouns import take_unknown_noun
from camket.pipes.figures.quantity import Quantity
from camket.text.lexer import Syllables

_CUES: Final = lexicon("figures")["word_cues"]
_ARTICLE: Final = frozenset(_CUES["article"])
_FIVE: Final = frozenset(_CUES["five"])
_LATE: Final = frozenset(_CUES["late"])
_NO_HALF: Final = frozenset(_CUES["no_half"])
_ORDINAL: Final = frozenset(_CUES["ordinal"])
_OPENERS: Final = frozenset('.;:-–+•()"“|/')


def counts(syllables: Syllables, q: Quantity, previous: Quantity | None) -> bool:
    """Whether a number in words is a quantity and not an ordinal, a name or an article."""
    i = q.number
    before = syllables.lowered[i - 1] if i else ""
    if before == "thứ" or _is_capitalised_name(syllables, i, before):
        return False
    if q.kind == "share":
        return not _is_half_of_time(syllables, q, before)
    if not q.plain_integer:
        return q.name is not None or take_unknown_noun(syllables, q)
    if before in _ORDINAL and not q.bound:
        return False
    goes_on = previous is not None and previous.name == q.name and before in (",", ";", "và")
    return (goes_on and q.unit is not None) or _single_word(syllables, q, before)


def _single_word(syllables: Syllables, q: Quantity, before: str) -> bool:
    """Of one-word numbers, "một" is mostly an article and "năm" mostly a year."""
    if is_slogan(syllables, q.number):
        return False
    if q.unit is None:
        return q.bound in ("floor", "ceiling") and q.name is None and take_unknown_noun(syllables, q)
    measured = q.unit.group == "measure"
    if q.value == 1:
        late = measured and not _LATE.isdisjoint(syllables.lowered[max(0, q.first - 5) : q.first])
        return bool(q.bound) or before in _ARTICLE or late
    return q.value != 5 or (not measured and (bool(q.bound) or before in _FIVE))


def _is_capitalised_name(syllables: Syllables, i: int, before: str) -> bool:
    """ "Ba Lin", "Hai Bà Trưng": a capital inside a sentence, or before another capital."""
    if not syllables.forms[i][0].isupper() or (syllables.forms[i].isupper() and len(syllables.forms[i]) > 1):
        return False
    if before and before not in _OPENERS and not before[0].isdecimal():
        return True
    return i + 1 < len(syllables) and syllables.forms[i + 1][0].isupper()


def _is_half_of_time(syllables: Syllables, q: Quantity, before: str) -> bool:
    """ "nửa nhiệm kỳ", "nửa đầu năm" name a time."""
    if q.first < q.number and syllables.lowered[q.number - 1] == "phân":
        return False
    return syllables.lowered[q.number] == "nửa" and not q.unit and (not q.bound or before in _NO_HALF)
