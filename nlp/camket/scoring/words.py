"""Words and neighbouring pairs of an item as columns, found once and shared by all models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from camket.text.lexer import lower

NUMBER = "0"
_SHIFT = 20  # a pair of word columns fits in one whole number


@lru_cache(maxsize=100_000)
def normal(form: str) -> str:
    """A token in lower case, every number as "0": models must not learn particular figures.

    Examples
    --------
    >>> normal("Tăng"), normal("12,5")
    ('tăng', '0')
    """
    return NUMBER if form[0].isdigit() else lower(form)


class WordIndex(dict[str, int]):
    """Surface form → column of its word, -1 for words not in the index; pairs of words have columns, too.

    Parameters
    ----------
    words : sequence of str
        Normal forms; the place is the column.
    pairs : sequence of (int, int)
        Pairs of word columns; their columns follow those of the words.
    idf : ndarray of shape (n_words + n_pairs,)
        Inverse document frequency of each column.

    Examples
    --------
    >>> index = WordIndex.fit([["Tăng", "5", "%"], ["tăng", "7", "%"]])
    >>> index.columns(["TĂNG", "9", "%"])
    ([2, 1, 0], [4, 3])
    """

    limit = 200_000

    def __init__(self, words: Sequence[str], pairs: Sequence[tuple[int, int]], idf: np.ndarray) -> None:
        super().__init__()
        self.words = list(words)
        self.pairs = [tuple(pair) for pair in pairs]
        self.idf = idf.astype(np.float32)
        self._words = {word: i for i, word in enumerate(words)}
        self._pairs = {a << _SHIFT | b: len(words) + i for i, (a, b) in enumerate(self.pairs)}

    @classmethod
    def fit(cls, texts: Iterable[Sequence[str]], min_count: int = 2) -> WordIndex:
        """Learn the words and pairs that stand in at least ``min_count`` texts, given as lists of tokens."""
        counts: Counter[str] = Counter()
        pair_counts: Counter[tuple[str, str]] = Counter()
        n = 0
        for forms in texts:
            words = [normal(form) for form in forms]
            counts.update(set(words))
            pair_counts.update(set(pairwise(words)))
            n += 1
        kept = sorted(w for w, count in counts.items() if count >= min_count)
        column = {word: i for i, word in enumerate(kept)}
        pairs = sorted(p for p, count in pair_counts.items() if count >= min_count)
        found = [*(counts[w] for w in kept), *(pair_counts[p] for p in pairs)]
        idf = np.log((1 + n) / (1 + np.asarray(found, dtype=np.float64))) + 1
        return cls(kept, [(column[a], column[b]) for a, b in pairs], idf)

    def __len__(self) -> int:
        return len(self._words) + len(self._pairs)

    def __missing__(self, form: str) -> int:
        if super().__len__() > self.limit:
            self.clear()
        self[form] = found = self._words.get(normal(form), -1)
        return found

    def columns(self, forms: Sequence[str]) -> tuple[list[int], list[int]]:
        """Columns of the words (one a token) and of the pairs (one for two neighbours); -1 where there is none."""
        words = [self[form] for form in forms]
        get = self._pairs.get
        # A pair with an unknown word has a negative key, which is never in the table.
        return words, [get(a << _SHIFT | b, -1) for a, b in pairwise(words)]

    def state(self) -> tuple[dict[str, Any], np.ndarray]:
        """What a model file stores."""
        return {"words": self.words, "pairs": self.pairs}, self.idf
