"""Words and word 5-grams: how much of one text stands in another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
SIZE = 5
HALF = 0.5

Gram = tuple[str, ...]


def words(text: str) -> list[str]:
    """Words and numbers in lower case.

    Examples
    --------
    >>> words("Đạt 98,5% kế hoạch.")
    ['đạt', '98', '5', 'kế', 'hoạch']
    """
    return _WORD.findall(text.lower())


def grams(text: str) -> set[Gram]:
    """Word 5-grams of a text; empty where it has fewer than five words."""
    found = words(text)
    return {tuple(found[i : i + SIZE]) for i in range(len(found) - SIZE + 1)}


class Index:
    """Finds the texts that share word 5-grams with a given one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.grams = [grams(text) for text in texts]
        self._where: dict[Gram, list[int]] = defaultdict(list)
        for number, found in enumerate(self.grams):
            for gram in found:
                self._where[gram].append(number)

    def shared(self, found: set[Gram]) -> Counter[int]:
        """How many of the given 5-grams stand in each text; texts with none are left out."""
        return Counter(number for gram in found for number in self._where.get(gram, ()))

    def nearest(self, number: int) -> float:
        """Largest part of text ``number``'s 5-grams that any one other text holds."""
        found = self.grams[number]
        others = [count for other, count in self.shared(found).items() if other != number]
        return max(others, default=0) / max(len(found), 1)
