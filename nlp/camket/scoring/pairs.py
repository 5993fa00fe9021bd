"""Columns of many pairs of words at once: a hash table that numpy reads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_BITS = 64
# Places for each pair: the fewer pairs meet at one place, the fewer tables there are.
_ROOM = 8
_FEWEST = 12
# Odd numbers without a pattern in their bits (Knuth's multiplicative hashing), each used by one table.
_MULTIPLIERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


class PairTable:
    """Pairs of word columns → number of the pair.

    A dictionary takes a look-up for each pair of neighbours, which is most of what finding words costs; a few numpy
    operations on all texts of a batch take a tenth. Pairs that meet at one place of a table stand in the next one.

    Parameters
    ----------
    pairs : sequence of (int, int)
        Word columns, each pair once; its place is its number.
    n_words : int
        How many word columns there are.

    Examples
    --------
    >>> PairTable([(0, 1), (1, 1)], 2).find(np.array([0, 1, 1, -1, 0])).tolist()
    [0, 1, -1, -1]
    """

    def __init__(self, pairs: Sequence[tuple[int, int]], n_words: int) -> None:
        # An unknown word is -1 and stands for 0 here, so that a pair with it has a number that no known pair has.
        self._width = n_words + 1
        first, second = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        self._keys = self._key(first, second)
        self._tables: list[tuple[np.uint64, np.uint64, np.ndarray]] = []
        left = np.arange(len(pairs))
        for turn in range(len(pairs)):
            if not len(left):
                break
            left = self._add(left, np.uint64(_MULTIPLIERS[turn % len(_MULTIPLIERS)] + 2 * turn))

    def _key(self, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        key: np.ndarray = ((first + 1) * self._width + second + 1).astype(np.uint64)
        return key

    def _add(self, left: np.ndarray, multiplier: np.uint64) -> np.ndarray:
        """Make a table of some pairs; those for which it has no place are given back."""
        bits = max(_FEWEST, int(len(left) * _ROOM).bit_length())
        shift, table = np.uint64(_BITS - bits), np.zeros(1 << bits, dtype=np.int32)
        places = (self._keys[left] * multiplier) >> shift
        table[places] = left
        self._tables.append((multiplier, shift, table))
        lost: np.ndarray = left[table[places] != left]
        return lost

    def find(self, words: np.ndarray) -> np.ndarray:
        """Numbers of the pairs of neighbours, shape (n_words - 1,); -1 where a pair is not known."""
        keys = self._key(words[:-1], words[1:])
        found = np.full(len(keys), -1, dtype=np.intp)
        # Nearly all known pairs stand in the first table; only for what it does not hold the next one is asked.
        left: np.ndarray = np.arange(len(keys))
        for multiplier, shift, table in self._tables:
            numbers = table.take((keys * multiplier) >> shift)
            is_known = self._keys.take(numbers) == keys
            found[left[is_known]] = numbers[is_known]
            left, keys = left[~is_known], keys[~is_known]
        return found
