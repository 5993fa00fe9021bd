"""Signs of how a reported thing stands, and the skeleton of its wording.

Signs come from a word list; the skeleton is what is left of a clause without its open words: particles of aspect and
negation, result words, signs and figures. "mới lắp 37 bóng" and "mới dời 9 hộ" have one skeleton.
"""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.scoring.claims.measure import Reading
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_PLAIN: Final = "plain"
_TABLE: Final = Phrases((phrase, sign) for sign, phrases in lexicon("claim_signs").items() for phrase in phrases)
_WORDS: Final = lexicon("claims")["signs"]
# Signs that settle a state by themselves.
STRONG: Final = frozenset(_WORDS["strong"])
_CLOSED: Final = frozenset(_WORDS["closed"])


class Sign:
    """Tokens ``first`` up to, not including, ``last``, and what they are a sign of.

    Here and below plain classes, not tuples: compiled code reads an attribute at once, but checks each part of a tuple.
    """

    def __init__(self, first: int, last: int, name: str) -> None:
        self.first = first
        self.last = last
        self.name = name
        self.is_strong = name in STRONG


class Mark:
    """A token of the skeleton; ``pair`` is its name and that of the mark behind it, empty for the last one."""

    def __init__(self, token: int, name: str) -> None:
        self.token = token
        self.name = name
        self.pair = ""


def find_signs(syllables: Syllables) -> list[Sign]:
    """Signs of a text in order.

    Examples
    --------
    >>> [sign.name for sign in find_signs(Syllables("Hai hộ xin rút khỏi danh sách, kè mới xong phần móng"))]
    ['dropped', 'unfinished']
    """
    return [Sign(first, last, name) for first, last, name in _TABLE.scan(syllables.symbols) if name != _PLAIN]


def find_marks(plain: list[str], readings: list[Reading], starts: list[int]) -> list[Mark]:
    """The skeleton of a text: closed words and signs as they are, figures as "#", "#%" or "#/" (a part of a whole).

    Parameters
    ----------
    plain : list of str
        Tokens in normal form.
    readings : list of Reading
        The figures in the order of the text.
    starts : list of int
        Character offset of each token.
    """
    found: list[Mark] = []
    place, count, end = 0, len(readings), 0
    begin = readings[0].start if count else -1
    for i, word in enumerate(plain):
        is_closed = word in _CLOSED
        if not is_closed and begin < 0:
            continue
        start = starts[i]
        if 0 <= begin <= start:
            _add(found, Mark(i, readings[place].mark))
            end, place = readings[place].end, place + 1
            begin = readings[place].start if place < count else -1
        elif is_closed and start >= end:
            _add(found, Mark(i, word))
    return found


def _add(found: list[Mark], mark: Mark) -> None:
    if found:
        found[-1].pair = f"{found[-1].name} {mark.name}"
    found.append(mark)
