"""Words and neighbouring pairs of an item as columns, found once and shared by all models."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from camket.scoring.pairs import PairTable
from camket.text.lexer import lower

NUMBER = "0"
_COLUMN = np.dtype(np.int32)
# Columns of the words and of the pairs of one text.
Columns = tuple[list[int], list[int]]


@lru_cache(maxsize=100_000)
def normal(form: str) -> str:
    """A token in lower case, every number as "0": models must not learn particular figures.

    Examples
    --------
    >>> normal("Tăng"), normal("12,5")
    ('tăng', '0')
    """
    return NUMBER if form[0].isdigit() else lower(form)


def _packed(column: int) -> bytes:
    return column.to_bytes(_COLUMN.itemsize, sys.byteorder, signed=True)


_NO_WORD = _packed(-1)


@dataclass(frozen=True, slots=True)
class Placed:
    """The tokens of many texts as columns, one text behind the other, each closed by one token that is no word.

    Attributes
    ----------
    starts : ndarray of shape (n_texts,)
        Place of each text's first token.
    lengths : ndarray of shape (n_texts,)
        Tokens of each text, without the one that closes it.
    words : ndarray of shape (n_tokens,)
        Column of each word; -1 where it is not known, and at the end of a text.
    pairs : ndarray of shape (n_tokens,)
        Column of the pair that begins at a token; -1 where it is not known.
    """

    starts: np.ndarray
    lengths: np.ndarray
    words: np.ndarray
    pairs: np.ndarray

    @property
    def rows(self) -> np.ndarray:
        """Text of each token, shape (n_tokens,)."""
        return np.repeat(np.arange(len(self.starts)), self.lengths + 1)

    def select(self, texts: Sequence[int]) -> Placed:
        """Some of the texts, in any order."""
        lengths = self.lengths[texts]
        ends = np.cumsum(lengths + 1)
        starts = ends - lengths - 1
        tokens = np.arange(ends[-1]) + np.repeat(self.starts[texts] - starts, lengths + 1)
        return Placed(starts, lengths, self.words[tokens], self.pairs[tokens])

    def of(self, text: int) -> Columns:
        """Columns of one text as lists: one a token, and one for two neighbours."""
        first, last = int(self.starts[text]), int(self.starts[text] + self.lengths[text])
        return self.words[first:last].tolist(), self.pairs[first : max(first, last - 1)].tolist()


class WordIndex(dict[str, bytes]):
    """Surface form → column of its word, -1 for words not in the index; pairs of words have columns, too.

    A column stands here as the four bytes of a whole number: joined, those of many words are an array at once, while
    numpy takes three times as long for numbers of Python.

    Parameters
    ----------
    words : sequence of str
        Normal forms; the place is the column.
    pairs : sequence of (int, int)
        Pairs of word columns; their columns follow those of the words.
    idf : ndarray of shape (n_words + n_pairs,)
        Inverse document frequency of each column.

    Attributes
    ----------
    is_word : ndarray of shape (n_words + 1,)
        Which columns are those of words in letters.

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
        self._pairs = PairTable(pairs, len(words))
        # Numbers and signs are none; the last one, at -1, stands for what is not known.
        self.is_word = np.array([*(word.isalpha() for word in words), False])

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
        return len(self.words) + len(self.pairs)

    def __missing__(self, form: str) -> bytes:
        if super().__len__() > self.limit:
            self.clear()
        self[form] = found = _packed(self._words.get(normal(form), -1))
        return found

    def place(self, texts: Iterable[Sequence[str]]) -> Placed:
        """Columns of the words and pairs of texts, given as lists of tokens."""
        packed: list[bytes] = []
        starts = []
        get = self.__getitem__
        for forms in texts:
            starts.append(len(packed))
            packed += map(get, forms)
            packed.append(_NO_WORD)
        words = np.frombuffer(b"".join(packed), dtype=_COLUMN).astype(np.intp)
        places = np.array([*starts, len(packed)], dtype=np.intp)
        pairs = np.full(len(words), -1, dtype=np.intp)
        if len(words):
            numbers = self._pairs.find(words)
            pairs[:-1] = np.where(numbers >= 0, numbers + len(self.words), -1)
        return Placed(places[:-1], np.diff(places) - 1, words, pairs)

    def columns(self, forms: Sequence[str]) -> Columns:
        """Columns of the words (one a token) and of the pairs (one for two neighbours); -1 where there is none."""
        return self.place([forms]).of(0)

    def state(self) -> tuple[dict[str, Any], np.ndarray]:
        """What a model file stores."""
        return {"words": self.words, "pairs": self.pairs}, self.idf
