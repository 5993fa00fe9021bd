"""One item prepared for the evidence finders: cut once, shared by all of them."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Any

from camket.pipes.clauses.finder import Clause, find_clauses
from camket.pipes.identifiers.finder import find_identifiers
from camket.records import Item
from camket.text.lazy import lazy
from camket.text.lexer import Syllables


class Source:
    """An item with its syllables, clauses and identifiers.

    Parameters
    ----------
    item : Item
        The item; its text may be in any Unicode form, offsets refer to it as it is.

    Attributes
    ----------
    syllables : Syllables
        The tokens of the text.
    context : Syllables or None
        The tokens of the heading or table header above the item.
    identifiers : tuple of (int, int)
        Token ranges of document numbers, road names, phone numbers and other digits that are neither time nor figure.
    clauses : tuple of Clause
        The clauses with their mood, covering all tokens in order.
    shared : dict
        What one finder has read and a later one needs again, under the name of the first.
    """

    __slots__ = ("__dict__", "item", "shared", "syllables")

    def __init__(self, item: Item) -> None:
        self.item = item
        self.syllables = Syllables(item.text)
        self.shared: dict[str, Any] = {}

    @lazy
    def context(self) -> Syllables | None:
        """The heading, cut."""
        return _cut(self.item.context) if self.item.context else None

    @lazy
    def identifiers(self) -> tuple[tuple[int, int], ...]:
        """Digits that belong to a name."""
        return find_identifiers(self.syllables)

    @lazy
    def clauses(self) -> tuple[Clause, ...]:
        """Clauses that cover all tokens."""
        return find_clauses(self.syllables)

    def clause_at(self, token: int) -> Clause:
        """The clause that holds a token."""
        return self.clauses[bisect_right(self._clause_ends, token)]

    @lazy
    def _clause_ends(self) -> list[int]:
        return [clause.last for clause in self.clauses]


@lru_cache(maxsize=1000)
def _cut(heading: str) -> Syllables:
    """A heading stands above many items."""
    return Syllables(heading)
