"""Rows of words and evidence to a sparse matrix.

Words are weighted by inverse document frequency and scaled so that together they weigh as much as some pieces of
evidence; a piece of evidence counts one, so that a long item does not drown its single deadline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from camket.scoring.words import WordIndex

# A piece of evidence: the name of a template and a value (a string or a whole number).
Feature = tuple[str, Hashable]
WORD_LENGTH = 3.0


@dataclass(slots=True)
class Row:
    """One thing to be judged: columns of its words and pairs (-1 is skipped), and its evidence."""

    words: list[int] = field(default_factory=list)
    evidence: list[Feature] = field(default_factory=list)


class Vectoriser:
    """Columns for the shared word index and for one model family's evidence.

    Parameters
    ----------
    index : WordIndex
        Shared by all families.
    evidence : sequence of (str, value)
        Known pieces of evidence; their columns follow the words'.
    word_length : float
        Euclidean length of a row's words: how much they count against the evidence.

    Attributes
    ----------
    known : callable
        Place of a piece of evidence in ``evidence``, as ``known(feature, default)``.

    Examples
    --------
    >>> index = WordIndex.fit([["tăng"], ["tăng"]])
    >>> rows = [Row([0], [("kind", "report")]), Row([-1], [("kind", "memo")])]
    >>> Vectoriser.fit(index, rows, min_count=1).transform(rows).toarray().tolist()
    [[3.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
    """

    def __init__(self, index: WordIndex, evidence: Sequence[Feature], word_length: float = WORD_LENGTH) -> None:
        self.index = index
        self.word_length = word_length
        self.evidence = list(evidence)
        # True and 1 are one key, and mean the same.
        self._places: dict[Feature, int] = {feature: i for i, feature in enumerate(self.evidence)}
        self.known = self._places.get

    @classmethod
    def fit(
        cls, index: WordIndex, rows: Iterable[Row], min_count: int = 2, word_length: float = WORD_LENGTH
    ) -> Vectoriser:
        """Learn the evidence that stands in at least ``min_count`` rows."""
        counts: Counter[Feature] = Counter()
        for row in rows:
            counts.update(set(row.evidence))
        kept = (feature for feature, count in counts.items() if count >= min_count)
        return cls(index, sorted(kept, key=lambda f: (f[0], str(type(f[1])), f[1])), word_length)

    def __len__(self) -> int:
        return len(self.index) + len(self.evidence)

    def transform(self, rows: Sequence[Row]) -> csr_matrix:
        """Matrix of shape (n_rows, n_features), float32; what is not known is dropped, repeats count once."""
        columns, lengths = [], []
        known, first = self.known, len(self.index)
        for row in rows:
            found = [first + i if (i := known(feature, -1)) >= 0 else -1 for feature in row.evidence]
            columns += row.words
            columns += found
            lengths.append(len(row.words) + len(found))
        return self._matrix(np.asarray(columns, dtype=np.int64), np.asarray(lengths), len(rows))

    def _matrix(self, columns: np.ndarray, lengths: np.ndarray, n: int) -> csr_matrix:
        row_of = np.repeat(np.arange(n), lengths)
        known = columns >= 0
        # Sorted and without repeats: the same row always sums to the same last digit.
        cells = np.unique(row_of[known] * len(self) + columns[known])
        row_of, columns = np.divmod(cells, max(len(self), 1))
        values = np.ones(len(cells), dtype=np.float32)
        words = columns < len(self.index)
        weights = self.index.idf[columns[words]]
        squares = np.bincount(row_of[words], weights=weights.astype(np.float64) ** 2, minlength=n)
        values[words] = weights * (self.word_length / np.sqrt(np.where(squares > 0, squares, 1)))[row_of[words]]
        indptr = np.concatenate([[0], np.cumsum(np.bincount(row_of, minlength=n))])
        return csr_matrix((values, columns, indptr), shape=(n, len(self)), dtype=np.float32)

    def state(self) -> list[list[Any]]:
        """The evidence, as a model file stores it."""
        return [list(feature) for feature in self.evidence]
