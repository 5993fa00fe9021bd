"""Cut an item into clauses and tell which report and which promise."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from camket.lexicons import lexicon
from camket.text.grammar import Grammar, any_of
from camket.text.lexer import Syllables

Mood = Literal["done", "planned", "neutral"]

_BREAKS = lexicon("clauses")["breaks"]
_MOODS = lexicon("clauses")["mood"]
_BREAK = Grammar(
    f";|<bar>|<dot> (?=<capitalised>)|{any_of(_BREAKS['contrast'])}|, (?={any_of(_BREAKS['after_comma'])})"
)
_PLANNED = Grammar(any_of(_MOODS["planned"]))
_DONE = Grammar(any_of(_MOODS["done"]))


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
    return tuple([Clause(a, b, _mood(syllables, a, b)) for a, b in pairwise(edges) if a < b])


def _mood(syllables: Syllables, first: int, last: int) -> Mood:
    planned = _PLANNED.search(syllables, first, last)
    done = _DONE.search(syllables, first, last)
    if planned and (not done or planned.start() < done.start()):
        return "planned"
    return "done" if done else "neutral"
