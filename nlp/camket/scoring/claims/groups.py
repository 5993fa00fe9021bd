"""Evidence of chunks, runs and claims: told once, kept as rows to learn from, or added up as scores.

What is told is written in one place (:func:`camket.scoring.claims.features.tell_chunks` and its like) and taken in by a
:class:`Teller`: one keeps the pieces of evidence, the other adds up their weights. Sums are whole numbers with the
scores of all classes side by side, so that a piece of evidence is one look-up and one addition; no piece is put into
a tuple or string of its own unless it is kept, which takes half off the time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from camket.scoring.linear import LinearModel
from camket.scoring.vectoriser import Feature, Vectoriser

Makers = Mapping[str, Callable[..., Iterable[Feature]]]
# Groups whose sums are kept besides the evidence.
REMEMBERED: Final = 20_000
# Each score has this many bits, the lower ones of them for its fraction: sums of weights stay below a thousand.
_BITS: Final = 32
_FRACTION: Final = 20
# What a sum of one class counts in.
UNIT: Final = 2.0**-_FRACTION


class Teller:
    """Takes evidence in, row by row."""

    def tell(self, template: str, value: Hashable) -> None:
        """A piece of evidence."""
        raise NotImplementedError

    def tell_pair(self, template: str, first: str, second: str) -> None:
        """A piece of evidence whose value is two words with a blank between; the first holds no blank."""
        raise NotImplementedError

    def tell_group(self, kind: str, facts: tuple[Any, ...]) -> None:
        """Pieces of evidence that often occur together: what the maker of their kind makes of some facts."""
        raise NotImplementedError

    def tell_each(self, template: str, values: list[str]) -> None:
        """A piece of evidence for each value; what stands there several times counts once."""
        if len(values) == 1:
            self.tell(template, values[0])
        elif values:
            # Strings keep their hash.
            for value in set(values):
                self.tell(template, value)

    def close(self) -> None:
        """End a row."""
        raise NotImplementedError


class Kept(Teller):
    """Keeps the pieces of evidence of each row.

    Parameters
    ----------
    makers : mapping of str to callable
        How the groups of each kind are written out.

    Examples
    --------
    >>> kept = Kept({"pair": lambda x, y: [("x", x), ("xy", x + y)]})
    >>> kept.tell("z", "c")
    >>> kept.tell_group("pair", ("a", "b"))
    >>> kept.close()
    >>> kept.rows
    [[('z', 'c'), ('x', 'a'), ('xy', 'ab')]]
    """

    def __init__(self, makers: Makers) -> None:
        self.rows: list[list[Feature]] = []
        self._row: list[Feature] = []
        self._makers = dict(makers)

    def tell(self, template: str, value: Hashable) -> None:
        """Keep a piece of evidence."""
        self._row.append((template, value))

    def tell_pair(self, template: str, first: str, second: str) -> None:
        """Keep two words as one."""
        self._row.append((template, f"{first} {second}"))

    def tell_group(self, kind: str, facts: tuple[Any, ...]) -> None:
        """Keep what is made of the facts."""
        self._row += self._makers[kind](*facts)

    def close(self) -> None:
        """End a row."""
        self.rows.append(self._row)
        self._row = []


class Sums:
    """The scores of evidence by models, to be added up by an :class:`Adder`.

    Parameters
    ----------
    vectoriser : Vectoriser
    models : sequence of LinearModel
        Their classes stand side by side.
    makers : mapping of str to callable
        How the groups of each kind are written out.

    Attributes
    ----------
    singles : dict of str to dict
        By template and value: the score.
    pairs : dict of str to dict of str to dict
        By template and both words of a value.
    groups : dict of str to dict
        By kind and facts: the sums of groups that were met.
    room : int
        How many more groups are remembered.

    Examples
    --------
    >>> from camket.scoring.words import WordIndex
    >>> known = Vectoriser(WordIndex.fit([]), [("x", "a"), ("xy", "ab")])
    >>> model = LinearModel(("no", "yes"), np.array([[-1.0, 1.0], [0.25, 0.5]]), np.zeros(2))
    >>> sums = Sums(known, [model], {"pair": lambda x, y: [("x", x), ("xy", x + y)]})
    >>> adder = Adder(sums)
    >>> adder.tell_group("pair", ("a", "b"))
    >>> adder.close()
    >>> adder.tell_group("pair", ("a", "c"))
    >>> adder.tell("xy", "ab")
    >>> adder.close()
    >>> sums.scores(adder.rows).tolist()
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
        self._makers = dict(makers)
        self.singles: dict[str, dict[Any, Any]] = {}
        self.pairs: dict[str, dict[str, dict[str, Any]]] = {}
        self.groups: dict[str, dict[Any, Any]] = {kind: {} for kind in makers}
        self.room = REMEMBERED
        for (template, value), packed in zip(vectoriser.evidence, self._pack(weights), strict=True):
            self._add(template, value, packed)

    def _pack(self, weights: np.ndarray) -> list[Any]:
        lifted = np.round(weights.astype(np.float64) / UNIT) + 2 ** (_BITS - 1)
        return [int.from_bytes(row.tobytes(), "little") - self._lift for row in lifted.astype("<u4")]

    def _add(self, template: str, value: Hashable, packed: Any) -> None:
        if not packed:
            # Evidence of other models of the family.
            return
        self.singles.setdefault(template, {})[value] = packed
        if isinstance(value, str) and " " in value:
            first, _, second = value.partition(" ")
            self.pairs.setdefault(template, {}).setdefault(first, {})[second] = packed

    def of_group(self, kind: str, facts: tuple[Any, ...]) -> Any:
        """The sum of a group that is not remembered yet."""
        total: Any = 0
        for template, value in set(self._makers[kind](*facts)):
            if template in self.singles:
                total += self.singles[template].get(value, 0)
        if self.room > 0:
            self.room -= 1
            self.groups[kind][facts] = total
        return total

    def scores(self, totals: Sequence[Any]) -> np.ndarray:
        """Decision values of sums, shape (n_totals, n_classes)."""
        size = self._classes * _BITS // 8
        packed = b"".join([(total + self._lift).to_bytes(size, "little") for total in totals])
        lifted = np.frombuffer(packed, dtype="<u4").reshape(-1, self._classes).astype(np.float64)
        found: np.ndarray = (lifted - 2 ** (_BITS - 1)) * UNIT + self._bias
        return found


class Adder(Teller):
    """Adds up the scores of each row; what is not known has none.

    Sums are typed as anything: numbers of hundreds of bits pass through compiled code as they are, where it would look
    at each whether it fits a machine word.

    Attributes
    ----------
    rows : list of int
        The sum of each row that was closed.
    total : int
        That of the row that is open.
    """

    def __init__(self, sums: Sums) -> None:
        self.rows: list[Any] = []
        self.total: Any = 0
        self._sums = sums
        self._singles = sums.singles
        self._pairs = sums.pairs
        self._groups = sums.groups

    def tell(self, template: str, value: Hashable) -> None:
        """Add the score of a piece of evidence."""
        known = self._singles.get(template)
        if known is not None:
            found = known.get(value)
            if found is not None:
                self.total = self.total + found

    def tell_pair(self, template: str, first: str, second: str) -> None:
        """Add the score of two words."""
        known = self._pairs.get(template)
        if known is not None:
            behind = known.get(first)
            if behind is not None:
                found = behind.get(second)
                if found is not None:
                    self.total = self.total + found

    def tell_group(self, kind: str, facts: tuple[Any, ...]) -> None:
        """Add the sum of a group: looked up, or found when it is first met."""
        found = self._groups[kind].get(facts)
        if found is None:
            found = self._sums.of_group(kind, facts)
        self.total = self.total + found

    def close(self) -> None:
        """End a row."""
        self.rows.append(self.total)
        self.total = 0


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
        sums = np.add.reduceat(self._rows.take(flat, axis=0), starts, axis=0)
        squares = sums[:, -1:]
        found: np.ndarray = sums[:, :-1] / np.sqrt(np.where(squares > 0, squares, 1))
        return found
