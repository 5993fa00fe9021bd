"""Groups of evidence that repeat from item to item, each looked up as one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain

import numpy as np

from camket.scoring.vectoriser import Feature

# A name, and a state from which all pieces of evidence of the group follow.
Group = tuple[str, Hashable]
# Groups that are kept before the table begins anew.
REMEMBERED = 50_000


class GroupSums(dict[Group, bytes]):
    """What the evidence of a group adds to each class, as the bytes of a float32 vector.

    Most groups have been met before, so that one look-up does for all of their evidence; joined bytes become a matrix
    without a copy of each vector.

    Parameters
    ----------
    weights : ndarray of shape (n_evidence + 1, n_classes), float32
        A row for each piece of evidence; the last one, of what is not known, is zero.
    known : callable
        Row of a piece of evidence, as ``known(feature, default)``.
    expand : callable
        The pieces of evidence of a group.
    """

    def __init__(
        self, weights: np.ndarray, known: Callable[[Feature, int], int], expand: Callable[[Group], Iterable[Feature]]
    ) -> None:
        super().__init__()
        self._weights, self._known, self._expand = weights, known, expand

    def __missing__(self, group: Group) -> bytes:
        if len(self) >= REMEMBERED:
            self.clear()
        # In the order of their columns: the same evidence always sums to the same last digit.
        rows = sorted({self._known(feature, -1) for feature in self._expand(group)})
        found: bytes = np.add.reduce(self._weights.take(rows, axis=0)).tobytes()
        self[group] = found
        return found

    def total(self, items: Sequence[Sequence[Group]]) -> np.ndarray:
        """Sum of the groups of each item, shape (n_items, n_classes); each item has at least one group."""
        joined = b"".join(map(self.__getitem__, chain.from_iterable(items)))
        vectors = np.frombuffer(joined, dtype=np.float32).reshape(-1, self._weights.shape[1])
        starts = np.cumsum([0, *map(len, items[:-1])])
        return np.add.reduceat(vectors, starts, axis=0)
