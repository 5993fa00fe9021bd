"""Cut an item into clauses and tell which report and which promise."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal

from camket.lexicons import lexicon
from camket.text.grammar import code
from camket.text.lexer import CAPITALISED, Syllables
from camket.text.phrases import Phrases

Mood = Literal["done", "planned", "neutral"]

_BREAKS: Final = lexicon("clauses")["breaks"]
_MOODS: Final = lexicon("clauses")["mood"]
_COMMA: Final = code(",")
_DOT: Final = code(".")
_SIGNS: Final = frozenset(map(code, ";|"))
_CONTRAST: Final = Phrases((phrase, True) for phrase in _BREAKS["contrast"])
_AFTER_COMMA: Final = Phrases((phrase, True) for phrase in _BREAKS["after_comma"])
_STARTS: Final = frozenset([_COMMA, _DOT, *_SIGNS, *_CONTRAST.root])
_TABLE: Final[Phrases[Mood]] = Phrases((phrase, mood) for mood in ("planned", "done") for phrase in _MOODS[mood])


class Clause:
    """Tokens ``first`` up to, not including, ``last``, and whether they report or promise.

    A plain class: compiled code makes and reads it at once, a named tuple by way of the interpreter.
    """

    __slots__ = ("first", "last", "mood")

    def __init__(self, first: int, last: int, mood: Mood) -> None:
        self.first = first
        self.last = last
        self.mood = mood


def find_clauses(syllables: Syllables) -> tuple[Clause, ...]:
    """Cut a text into clauses that together cover all its tokens.

    Examples
    --------
    >>> s = Syllables("Đã trồng 12 ha; phấn đấu trồng thêm 5 ha trong quý IV.")
    >>> [(s.slice(c.first, c.last), c.mood) for c in find_clauses(s)]
    [('Đã trồng 12 ha', 'done'), ('; phấn đấu trồng thêm 5 ha trong quý IV.', 'planned')]
    """
    symbols = syllables.symbols
    edges = [i for i, symbol in enumerate(symbols) if i == 0 or (symbol in _STARTS and _is_break(symbols, i))]
    return _with_moods([*edges, len(symbols)], _TABLE.scan(symbols))


def _is_break(symbols: list[str], i: int) -> bool:
    """Whether a clause begins at a token that may begin one."""
    if symbols[i] == _COMMA:
        return _AFTER_COMMA.match(symbols, i + 1) is not None
    if symbols[i] == _DOT:
        return symbols[i + 1 : i + 2] == [CAPITALISED]
    return symbols[i] in _SIGNS or _CONTRAST.match(symbols, i) is not None


def _with_moods(edges: Sequence[int], words: Sequence[tuple[int, int, Mood]]) -> tuple[Clause, ...]:
    """Clauses with the mood of the first word in them that tells one."""
    clauses: list[Clause] = []
    at = 0
    for first, last in pairwise(edges):
        while at < len(words) and words[at][0] < first:
            at += 1
        clauses.append(Clause(first, last, words[at][2] if at < len(words) and words[at][0] < last else "neutral"))
    return tuple(clauses)
