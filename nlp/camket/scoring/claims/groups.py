"""Evidence in groups: what often occurs together is looked up at once, with the sum of its weights.

A group is the name of its kind and the facts it tells; a maker for its kind writes it out as pieces of evidence. Sums
are whole numbers with the scores of all classes side by side, so that a row is one addition a group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from camket.scoring.linear import LinearModel
from camket.scoring.vectoriser import Feature, Vectoriser

Group = tuple[Any, ...]
Makers = Mapping[str, Callable[..., Iterable[Feature]]]
# Groups whose sums are kept.
REMEMBERED = 50_000
# Each score has this many bits, the lower ones of them for its fraction: sums of weights stay below a thousand.
_BITS, _FRACTION = 32, 20


def expand(groups: Iterable[Group], makers: Makers) -> list[Feature]:
    """The pieces of evidence that groups stand for.

    Examples
    --------
    >>> expand([("pair", "a", "b")], {"pair": lambda x, y: [("x", x), ("xy", x + y)]})
    [('x', 'a'), ('xy', 'ab')]
    """
    return [feature for group in groups for feature in makers[group[0]](*group[1:])]


class Sums(dict[Group, int]):
    """Group → its scores, added up when it is first met.

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
    >>> sums.scores([sums["pair", "a", "b"], sums["pair", "a", "c"] + sums["pair", "b", "b"]]).tolist()
    [[-0.75, 1.5], [-1.0, 1.0]]
    """

    def __init__(self, vectoriser: Vectoriser, models: Sequence[LinearModel], makers: Makers) -> None:
        super().__init__()
        self.makers = makers
        self.room = REMEMBERED
        weights = np.hstack([model.weights[len(vectoriser.index) :] for model in models])
        self._classes = weights.shape[1]
        self._bias = np.concatenate([model.bias for model in models]).astype(np.float64)
        # A score below zero takes one off the score beside it, until this is added to the whole.
        self._lift = sum(1 << (_BITS * place + _BITS - 1) for place in range(self._classes))
        self._packed = dict(zip(vectoriser.evidence, self._pack(weights), strict=True))

    def _pack(self, weights: np.ndarray) -> list[int]:
        lifted = np.round(weights.astype(np.float64) * 2**_FRACTION) + 2 ** (_BITS - 1)
        return [int.from_bytes(row.tobytes(), "little") - self._lift for row in lifted.astype("<u4")]

    def __missing__(self, group: Group) -> int:
        total = sum(self._packed.get(feature, 0) for feature in set(expand([group], self.makers)))
        if self.room > 0:
            self.room -= 1
            self[group] = total
        return total

    def scores(self, totals: Sequence[int]) -> np.ndarray:
        """Decision values of sums of groups, shape (n_totals, n_classes)."""
        size = self._classes * _BITS // 8
        packed = b"".join([(total + self._lift).to_bytes(size, "little") for total in totals])
        lifted = np.frombuffer(packed, dtype="<u4").reshape(-1, self._classes).astype(np.float64)
        found: np.ndarray = (lifted - 2 ** (_BITS - 1)) / 2**_FRACTION + self._bias
        return found


class WordSums:
    """Scores of the words of rows, weighted and scaled as the vectoriser does.

    Parameters
    ----------
    vectoriser : Vectoriser
    models : sequence of LinearModel
    """

    def __init__(self, vectoriser: Vectoriser, models: Sequence[LinearModel]) -> None:
        words, idf = len(vectoriser.index), vectoriser.index.idf[:, None]
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
