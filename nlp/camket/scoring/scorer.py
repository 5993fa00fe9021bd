"""Scores of many rows at once: sums of weight rows, without a matrix in between."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np

from camket.scoring.heads import HeadColumns
from camket.scoring.linear import LinearModel
from camket.scoring.vectoriser import Feature, Row, Vectoriser
from camket.scoring.words import Placed

# Templates of evidence that stands on a span of the text.
SPANNED: Final = ("cue", "time role", "figure role", "state")
# A weight below this decides nothing.
LEAST: Final = 0.05
# For each of these templates: value → what it adds to one class over another, below zero, if that decides anything. The
# numbers are typed as anything: compiled code passes them on as they are, where it would take apart and make anew each.
Telling = tuple[dict[Hashable, Any], ...]


class Scorer:
    """The models of a family side by side.

    The same scores as ``vectoriser.transform(rows) @ weights + bias`` to rounding, several times faster on short rows.

    Parameters
    ----------
    vectoriser : Vectoriser
    models : mapping of str to LinearModel
        All with one weight row for each column of the vectoriser.
    """

    def __init__(self, vectoriser: Vectoriser, models: Mapping[str, LinearModel]) -> None:
        self.vectoriser = vectoriser
        self.models = dict(models)
        self.places: dict[str, slice] = {}
        start = 0
        for name, model in self.models.items():
            self.places[name] = slice(start, start + len(model.classes))
            start += len(model.classes)
        weights = np.hstack([model.weights for model in self.models.values()]).astype(np.float32)
        words, idf = len(vectoriser.index), vectoriser.index.idf[:, None]
        # Columns that are not known are -1: the last row, which is zero.
        zero = np.zeros((1, start + 1), dtype=np.float32)
        self.words = np.vstack([np.hstack([weights[:words] * idf * vectoriser.word_length, idf**2]), zero])
        self.evidence = np.vstack([weights[words:], zero[:, 1:]])
        self._telling: dict[tuple[int, int], Telling] = {}
        self.bias = np.concatenate([model.bias for model in self.models.values()]).astype(np.float32)

    @cached_property
    def heads(self) -> HeadColumns:
        """Columns of the evidence that first words give."""
        return HeadColumns(self.vectoriser.index, self.vectoriser.known)

    def total_of_heads(self, columns: np.ndarray) -> np.ndarray:
        """What the first words of texts add to the decision values, shape (n_texts, n_classes).

        Parameters
        ----------
        columns : ndarray of shape (n_texts, 8)
            Columns of that evidence, as :attr:`heads` finds them.
        """
        total: np.ndarray = self.evidence.take(columns, axis=0).sum(axis=1)
        return total

    def scores(self, rows: Sequence[Row]) -> dict[str, np.ndarray]:
        """Decision values of each model, each of shape (n_rows, n_classes)."""
        total, _ = self.total(rows)
        return {name: total[:, place] for name, place in self.places.items()}

    def total(self, rows: Sequence[Row]) -> tuple[np.ndarray, np.ndarray]:
        """Decision values of all models side by side, and the Euclidean length of each row's words (1 without any)."""
        words, lengths = _scaled(_sums(self.words, [set(row.words) for row in rows]))
        return words + self.total_of_evidence([row.evidence for row in rows]), lengths

    def total_of_evidence(self, rows: Sequence[Sequence[Feature]]) -> np.ndarray:
        """What evidence alone adds to the decision values, with the bias."""
        known = self.vectoriser.known
        columns = [{known(feature, -1) for feature in row} for row in rows]
        total: np.ndarray = _sums(self.evidence, columns) + self.bias
        return total

    def total_of_words(self, placed: Placed) -> tuple[np.ndarray, np.ndarray]:
        """What the words and pairs of texts add to the decision values, without the bias; and their lengths."""
        # One number for each text and column, sorted: repeats stand side by side and count once. Columns are the lower
        # bits, all of them set for what is not known: remainders would take longer than the rest.
        bits = len(self.words).bit_length()
        rows, last = placed.rows << bits, (1 << bits) - 1
        cells = np.concatenate([rows | (placed.words & last), rows | (placed.pairs & last)])
        cells.sort(kind="stable")
        cells = cells[np.flatnonzero(np.diff(cells, prepend=-1))]
        # The end of each text is an unknown word, so that no stretch is empty, as reduceat needs.
        starts = np.searchsorted(cells, np.arange(len(placed.starts)) << bits)
        columns = cells & last
        columns[columns == last] = -1
        return _scaled(np.add.reduceat(self.words.take(columns, axis=0), starts, axis=0))

    def telling(self, chosen: int, other: int) -> Telling:
        """What evidence on a span of the text adds to one class over another, found once for each two classes."""
        found = self._telling.get((chosen, other))
        if found is None:
            tables: dict[str, dict[Hashable, Any]] = {template: {} for template in SPANNED}
            added = (self.evidence[:-1, chosen] - self.evidence[:-1, other]).tolist()
            for (template, value), more in zip(self.vectoriser.evidence, added, strict=True):
                if template in tables and more > LEAST:
                    tables[template][value] = -more
            found = self._telling[chosen, other] = tuple(tables.values())
        return found

    def probabilities(self, rows: Sequence[Row]) -> dict[str, np.ndarray]:
        """Calibrated probabilities of each model; rows sum to 1."""
        return {name: self.models[name].softmax(scores) for name, scores in self.scores(rows).items()}


def _scaled(words: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sums of word weights over the Euclidean length of each row's words, and that length (1 without any)."""
    squares = words[:, -1]
    lengths = np.sqrt(np.where(squares > 0, squares, 1))
    return words[:, :-1] / lengths[:, None], lengths


def _sums(weights: np.ndarray, columns: Sequence[set[int]]) -> np.ndarray:
    """Sum of the weight rows of each set of columns, shape (n_sets, n_classes)."""
    # Every set is opened by -1, the zero row: no stretch is empty, as reduceat needs.
    flat: list[int] = []
    starts = []
    for found in columns:
        starts.append(len(flat))
        flat.append(-1)
        flat.extend(found)
    if not starts:
        return np.zeros((0, weights.shape[1]), dtype=weights.dtype)
    return np.add.reduceat(weights.take(np.asarray(flat, dtype=np.intp), axis=0), starts, axis=0)
