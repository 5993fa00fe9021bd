"""Signs of how a reported thing stands, and the skeleton of its wording.

Signs come from a word list; the skeleton is what is left of a clause without its open words: particles of aspect and
negation, result words, signs and figures. "mới lắp 37 bóng" and "mới dời 9 hộ" have one skeleton.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from camket.lexicons import lexicon
from camket.records import Figure
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

# First token, end token, sign.
Sign = tuple[int, int, str]
# Token, mark.
Mark = tuple[int, str]
_PLAIN = "plain"
_TABLE = Phrases((phrase, sign) for sign, phrases in lexicon("claim_signs").items() for phrase in phrases)
_WORDS = lexicon("claims")["signs"]
# Signs that settle a state by themselves.
STRONG = frozenset(_WORDS["strong"])
_CLOSED = frozenset(_WORDS["closed"])


def find_signs(syllables: Syllables) -> list[Sign]:
    """Signs of a text in order.

    Examples
    --------
    >>> [sign for *_, sign in find_signs(Syllables("Hai hộ xin rút khỏi danh sách, kè mới xong phần móng"))]
    ['dropped', 'unfinished']
    """
    return [found for found in _TABLE.scan(syllables.symbols) if found[2] != _PLAIN]


def find_marks(plain: Sequence[str], figures: Iterable[Figure], starts: Sequence[int]) -> list[Mark]:
    """The skeleton of a text: closed words and signs as they are, figures as "#", "#%" or "#/" (a part of a whole).

    Parameters
    ----------
    plain : sequence of str
        Tokens in normal form.
    figures : iterable of Figure
        In the order of the text.
    starts : sequence of int
        Character offset of each token.
    """
    found: list[Mark] = []
    left = iter(figures)
    figure = next(left, None)
    begin, end = -1 if figure is None else figure.start, 0
    for i, word in enumerate(plain):
        if word not in _CLOSED and begin < 0:
            continue
        start = starts[i]
        if figure is not None and start >= begin:
            found.append((i, _kind(figure)))
            end, figure = figure.end, next(left, None)
            begin = -1 if figure is None else figure.start
        elif start >= end and word in _CLOSED:
            found.append((i, word))
    return found


def _kind(figure: Figure) -> str:
    if figure.of is not None:
        return "#/"
    return "#%" if figure.unit == "%" else "#"
