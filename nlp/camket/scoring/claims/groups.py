"""Evidence in groups: what often occurs together is looked up at once, with the sum of its weights.

A group is the name of its kind and the facts it tells; a maker for its kind writes it out as pieces of evidence, and
what has no maker is a piece of evidence itself. Groups are such that most of a new text are known: what seldom occurs
twice, as a run of words, stands by itself. Sums are whole numbers with the scores of all classes side by side, so that
a row is one addition a group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from camket.scoring.linear import LinearModel
from camket.scoring.vectoriser import Feature, Vectoriser

Group = tuple[Any, ...]
Makers = Mapping[str, Callable[..., Iterable[Feature]]]
# Groups whose sums are kept besides the evidence.
REMEMBERED = 20_000
# Each score has this many bits, the lower ones of them for its fraction: sums of weights stay below a thousand.
_BITS, _FRACTION = 32, 20
# What a sum of one class counts in.
UNIT = 2.0**-_FRACTION


def expand(groups: Iterable[Group], makers: Makers) -> list[Feature]:
    """The pieces of evidence that groups stand for.

    Examples
    --------
    >>> expand([("z", "c"), ("pair", "a", "b")], {"pair": lambda x, y: [("x", x), ("xy", x + y)]})
    [('z', 'c'), ('x', 'a'), ('xy', 'ab')]
    """
    found: list[Feature] = []
    for group in groups:
        maker = makers.get(group[0])
        found += maker(*group[1:]) if maker else [(group[0], group[1])]
    return found


class Sums:
    """The scores of groups, added up when one is first met.

    Parameters
    ----------
    vectoriser : Vectoriser
    models : sequence of LinearModel
        Their classes stand side by side.
    makers : mapping of str to callable
        How the groups of each kind are written out.

    Examples
    --------
    >>> from camket.scoring.words import WordIndex
    >>> known = Vectoriser(WordIndex.fit([]), [("x", "a"), ("xy", "ab")])
    >>> model = LinearModel(("no", "yes"), np.array([[-1.0, 1.0], [0.25, 0.5]]), np.zeros(2))
    >>> sums = Sums(known, [model], {"pair": lambda x, y: [("x", x), ("xy", x + y)]})
    >>> sums.scores([sums.total([("pair", "a", "b")]), sums.total([("pair", "a", "c"), ("xy", "ab")])]).tolist()
    [[-0.75, 1.5], [-0.75, 1.5]]
    """

    def __init__(self, vectoriser: Vectoriser, models: Sequence[LinearModel], makers: Makers) -> None:
        # The index counts its columns by itself, where a compiled len() would count what was looked up in it.
        words = len(vectoriser.index.idf)
        weights = np.hstack([model.weights[words:] for model in models])
        self._classes = int(weights.shape[1])
        self._bias = np.concatenate([model.bias for model in models]).astype(np.float64)
        # A score below zero takes one off the score beside it, until this is added to the whole.
        self._lift = sum([1 << (_BITS * place + _BITS - 1) for place in range(self._classes)])
        self._known: dict[Group, int] = dict(zip(vectoriser.evidence, self._pack(weights), strict=True))
        self._makers = dict(makers)
        self.room = REMEMBERED

    def _pack(self, weights: np.ndarray) -> list[int]:
        lifted = np.round(weights.astype(np.float64) / UNIT) + 2 ** (_BITS - 1)
        return [int.from_bytes(row.tobytes(), "little") - self._lift for row in lifted.astype("<u4")]

    def total(self, groups: list[Group]) -> int:
        """Sum of the scores of groups; what is not known has none."""
        known = self._known
        total = 0
        for group in groups:
            found = known.get(group)
            if found is not None:
                total += found
            elif group[0] in self._makers:
                total += self._make(group)
        return total

    def _make(self, group: Group) -> int:
        known = self._known
        total = sum([known.get(feature, 0) for feature in set(expand([group], self._makers))])
        if self.room > 0:
            self.room -= 1
            known[group] = total
        return total

    def scores(self, totals: Sequence[int]) -> np.ndarray:
        """Decision values of sums, shape (n_totals, n_classes)."""
        size = self._classes * _BITS // 8
        packed = b"".join([(total + self._lift).to_bytes(size, "little") for total in totals])
        lifted = np.frombuffer(packed, dtype="<u4").reshape(-1, self._classes).astype(np.float64)
        found: np.ndarray = (lifted - 2 ** (_BITS - 1)) * UNIT + self._bias
        return found


class WordSums:
    """Scores of the words of rows, weighted and scaled as the vectoriser does.

    Parameters
    ----------
    vectoriser : Vectoriser
    models : sequence of LinearModel
    """

    def __init__(self, vectoriser: Vectoriser, models: Sequence[LinearModel]) -> None:
        words, idf = len(vectoriser.index.idf), vectoriser.index.idf[:, None]
        weights = np.hstack([model.weights[:words] for model in models]) * idf * vectoriser.word_length
        # The last row is that of unknown words (-1): nothing.
        self._rows = np.zeros((words + 1, weights.shape[1] + 1), dtype=np.float32)
        self._rows[:-1] = np.hstack([weights, idf**2])

    def scores(self, rows: Sequence[Iterable[int]]) -> np.ndarray:
        """Decision values of rows of columns, shape (n_rows, n_classes); repeats count once."""
        flat: list[int] = []
        starts = []
        for columns in rows:
            starts.append(len(flat))
            # No row is empty, as reduceat needs.
            flat.append(-1)
            flat.extend(set(columns))
        sums = np.add.reduceat(self._rows[np.asarray(flat, dtype=np.intp)], starts, axis=0)
        squares = sums[:, -1:]
        found: np.ndarray = sums[:, :-1] / np.sqrt(np.where(squares > 0, squares, 1))
        return found
