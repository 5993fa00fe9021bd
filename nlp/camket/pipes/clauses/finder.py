"""Cut an item into clauses and tell which report and which promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from camket.lexicons import lexicon
from camket.text.grammar import Grammar, any_of
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

Mood = Literal["done", "planned", "neutral"]

_BREAKS = lexicon("clauses")["breaks"]
_MOODS = lexicon("clauses")["mood"]
_BREAK = Grammar(
    f";|<bar>|<dot> (?=<capitalised>)|{any_of(_BREAKS['contrast'])}|, (?={any_of(_BREAKS['after_comma'])})"
)
_TABLE: Phrases[Mood] = Phrases((phrase, mood) for mood in ("planned", "done") for phrase in _MOODS[mood])


class Clause(NamedTuple):
    """Tokens ``first`` up to, not including, ``last``, and whether they report or promise."""

    first: int
    last: int
    mood: Mood


def find_clauses(syllables: Syllables) -> tuple[Clause, ...]:
    """Cut a text into clauses that together cover all its tokens.

    Examples
    --------
    >>> s = Syllables("Đã trồng 12 ha; phấn đấu trồng thêm 5 ha trong quý IV.")
    >>> [(s.slice(c.first, c.last), c.mood) for c in find_clauses(s)]
    [('Đã trồng 12 ha', 'done'), ('; phấn đấu trồng thêm 5 ha trong quý IV.', 'planned')]
    """
    edges = [m.start() for m in _BREAK.finditer(syllables)]
    if edges[:1] != [0]:
        edges.insert(0, 0)
    edges.append(len(syllables))
    return tuple(_with_moods(edges, _TABLE.scan(syllables.symbols)))


def _with_moods(edges: Sequence[int], words: Sequence[tuple[int, int, Mood]]) -> Iterator[Clause]:
    """Clauses with the mood of the first word in them that tells one."""
    at = 0
    for first, last in pairwise(edges):
        while at < len(words) and words[at][0] < first:
            at += 1
        if first < last:
            yield Clause(first, last, words[at][2] if at < len(words) and words[at][0] < last else "neutral")
