"""Feature names to a sparse matrix: one vocabulary, inverse document frequencies, unit length for words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

# Features with this prefix are words: weighted by idf and scaled to unit length together. All others are evidence
# and count as one each, so that a long item does not drown its single deadline.
WORD = "w:"
Features = Sequence[str]


class Vectoriser:
    """Map lists of feature names to rows of a sparse matrix.

    Parameters
    ----------
    vocabulary : dict of str to int
        Column of each feature.
    idf : ndarray of shape (n_features,), float32
        Weight of each feature.

    Examples
    --------
    >>> v = Vectoriser.fit([["w:tăng", "k:report"], ["w:giảm", "k:report"]], min_count=1)
    >>> v.transform([["w:tăng", "w:unseen"]]).toarray().sum()
    np.float32(3.0)
    """

    def __init__(self, vocabulary: dict[str, int], idf: np.ndarray) -> None:
        self.vocabulary = vocabulary
        self.idf = idf.astype(np.float32)
        self._is_word = np.zeros(len(vocabulary) + 1, dtype=bool)
        for name, column in vocabulary.items():
            self._is_word[column] = name.startswith(WORD)

    @classmethod
    def fit(cls, rows: Iterable[Features], min_count: int = 2) -> Vectoriser:
        """Learn columns and weights from rows of features; features in fewer than ``min_count`` rows are left out."""
        counts: Counter[str] = Counter()
        n = 0
        for row in rows:
            counts.update(set(row))
            n += 1
        kept = sorted(name for name, count in counts.items() if count >= min_count)
        idf = [np.log((1 + n) / (1 + counts[k])) + 1 if k.startswith(WORD) else 1.0 for k in kept]
        return cls({name: i for i, name in enumerate(kept)}, np.asarray(idf))

    def transform(self, rows: Sequence[Features]) -> csr_matrix:
        """Rows of features to a matrix of shape (n_rows, n_features), float32; unknown features are dropped."""
        get = self.vocabulary.get
        indices: list[int] = []
        indptr = [0]
        for row in rows:
            # Ordered without repeats: the order of a sum is part of its last digits.
            indices.extend(i for i in dict.fromkeys(map(get, row)) if i is not None)
            indptr.append(len(indices))
        columns = np.asarray(indices, dtype=np.int32)
        values = self._scaled(columns, np.asarray(indptr))
        return csr_matrix((values, columns, indptr), shape=(len(rows), len(self.vocabulary)), dtype=np.float32)

    def _scaled(self, columns: np.ndarray, indptr: np.ndarray) -> np.ndarray:
        values = self.idf[columns] if len(columns) else np.zeros(0, dtype=np.float32)
        row_of = np.repeat(np.arange(len(indptr) - 1), np.diff(indptr))
        words = self._is_word[columns]
        squares = np.bincount(row_of[words], weights=values[words] ** 2, minlength=len(indptr) - 1)
        norms = np.sqrt(np.where(squares > 0, squares, 1.0)).astype(np.float32)
        # Words together have the length of `WORD_NORM` evidence features.
        values[words] = values[words] / norms[row_of[words]] * WORD_NORM
        return values

    def state(self) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
        """What a model file stores: JSON part and arrays."""
        names = sorted(self.vocabulary, key=self.vocabulary.__getitem__)
        return {"features": names}, {"idf": self.idf}

    @classmethod
    def from_state(cls, meta: dict[str, Any], arrays: dict[str, np.ndarray]) -> Vectoriser:
        """Rebuild from :meth:`state`."""
        return cls({name: i for i, name in enumerate(meta["features"])}, arrays["idf"])


WORD_NORM = np.float32(3.0)
