"""One item prepared for the evidence finders: cut once, shared by all of them."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Any

from camket.pipes.clauses.finder import Clause, find_clauses
from camket.pipes.identifiers.finder import find_identifiers
from camket.records import Item
from camket.text.known import make_known
from camket.text.lexer import Syllables

make_known()


class Source:
    """An item with its syllables, clauses and identifiers.

    Parameters
    ----------
    item : Item
        The item; its text may be in any Unicode form, offsets refer to it as it is.
    syllables : Syllables, optional
        The text as cut before; by default it is cut here.

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

    __slots__ = ("_clause_ends", "_clauses", "_context", "_identifiers", "item", "shared", "syllables")

    def __init__(self, item: Item, syllables: Syllables | None = None) -> None:
        self.item = item
        self.syllables = Syllables(item.text) if syllables is None else syllables
        self.shared: dict[str, Any] = {}
        self._context: Syllables | None = None
        self._identifiers: tuple[tuple[int, int], ...] | None = None
        self._clauses: tuple[Clause, ...] | None = None
        self._clause_ends: list[int] = []

    @property
    def context(self) -> Syllables | None:
        """The heading, cut."""
        if self._context is None and self.item.context:
            self._context = _cut(self.item.context)
        return self._context

    @property
    def identifiers(self) -> tuple[tuple[int, int], ...]:
        """Digits that belong to a name."""
        if self._identifiers is None:
            self._identifiers = find_identifiers(self.syllables)
        return self._identifiers

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Clauses that cover all tokens."""
        if self._clauses is None:
            self._clauses = find_clauses(self.syllables)
            self._clause_ends = [clause.last for clause in self._clauses]
        return self._clauses

    def clause_at(self, token: int) -> Clause:
        """The clause that holds a token."""
        clauses = self.clauses
        return clauses[bisect_right(self._clause_ends, token)]


@lru_cache(maxsize=1000)
def _cut(heading: str) -> Syllables:
    """A heading stands above many items."""
    return Syllables(heading)
