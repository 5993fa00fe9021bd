"""How much a term tells: rare terms more than common ones, in the language and in this pair of documents."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from camket.linking.terms import Term
from camket.linking.unit import Unit


@dataclass(frozen=True)
class Background:
    """In how many items of general text a term stands.

    Attributes
    ----------
    counts : mapping of str to int
        Items by term; a term that is missing stands in none.
    total : int
        Number of items.
    """

    counts: Mapping[str, int]
    total: int

    @classmethod
    def count(cls, items: Iterable[Iterable[Term]], min_count: int = 2) -> Background:
        """Count the terms of items; those in fewer than ``min_count`` are as good as unknown."""
        counts: Counter[str] = Counter()
        total = 0
        for terms in items:
            counts.update({term.name for term in terms})
            total += 1
        return cls({name: n for name, n in sorted(counts.items()) if n >= min_count}, total)

    def rarity(self, term: str) -> float:
        """0 for what stands everywhere to 1 for what stands nowhere.

        Examples
        --------
        >>> background = Background({"rừng": 50}, 99)
        >>> round(background.rarity("rừng"), 2), background.rarity("ka tiên")
        (0.15, 1.0)
        """
        if not self.total:
            return 1.0
        return math.log((self.total + 1) / (self.counts.get(term, 0) + 1)) / math.log(self.total + 1)


class TermWeights:
    """Weights of the terms of one pair of documents.

    Parameters
    ----------
    background : Background
        The language at large.
    sides : sequence of sequences of Unit
        Commitments and reports.
    """

    def __init__(self, background: Background, sides: Sequence[Sequence[Unit]]) -> None:
        self.background = background
        self._total = max(2, sum(map(len, sides)))
        self._here = Counter(
            name for side in sides for unit in side for name in {t.name for t in (*unit.terms, *unit.inner)}
        )
        self._known: dict[str, float] = {}

    def __getitem__(self, term: str) -> float:
        found = self._known.get(term)
        if found is None:
            found = self._known[term] = self._weigh(term)
        return found

    def _weigh(self, term: str) -> float:
        here = 1 - math.log(max(1, self._here[term])) / math.log(self._total)
        weight = self.background.rarity(term) * (0.3 + 0.7 * here)
        return weight * (2.2 if term[0] == "#" else 0.7 if " " in term else 1.0)

    def mass(self, terms: Iterable[str]) -> float:
        """Summed weight of different terms, the same in whatever order they come."""
        return math.fsum(self[term] for term in set(terms))
