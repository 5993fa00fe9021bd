"""A small linear model that chooses a role: whole-number weights in a JSON file, summed in plain Python.

Evidence finders run item by item, so a few dozen look-ups beat a matrix product by far. What is known of an expression
is laid out as a row of a table: a word for each column, and bags of words that count wherever they stand. Each column
and bag has a dictionary of its own from words to weights, so that no key has to be made for a look-up.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from sys import intern
from typing import Final

from camket.text.resources import model_roots

# The values of the columns ("" where nothing is known; the last ones may be left out) and the words of the bags.
Row = tuple[list[str], list[set[str]]]
Nested = Mapping[str, Mapping[str, Sequence[int]]]
# Four roles fit into the 62 bits of compiled code's small numbers.
_BITS: Final = 15
_MASK: Final = (1 << _BITS) - 1
# Half of what a part can hold, added before parts are taken out: none is negative then, and the highest stays highest.
_LIFT: Final = 1 << (_BITS - 1)


class Weights:
    """What each word of each column and bag adds to the scores in one act; see :func:`pack`."""

    def __init__(self, columns: list[dict[str, int]], bags: list[dict[str, int]]) -> None:
        self.columns = columns
        self.bags = bags


class RoleModel:
    """Weights for each act.

    The scores of a word are packed into one whole number, so that a single sum adds those of all roles.

    Parameters
    ----------
    roles : tuple of str
        Labels in the order of the scores.
    acts : dict
        act → its weights.
    """

    def __init__(self, roles: tuple[str, ...], acts: dict[str, Weights]) -> None:
        self.roles = roles
        self.acts = acts
        self._lift = pack([_LIFT] * len(roles))

    def choose(self, act: str, row: Row) -> str | None:
        """The role with the highest score; None where the act has no weights.

        Examples
        --------
        >>> weights = Weights([{"đến": pack([-10, 10])}], [{"xong": pack([25, 0])}])
        >>> model = RoleModel(("deadline", "as_of"), {"claim": weights})
        >>> model.choose("claim", (["đến"], [set()])), model.choose("claim", (["đến"], [{"làm", "xong"}]))
        ('as_of', 'deadline')
        """
        own = self.acts.get(act)
        if own is None:
            return None
        values, bags = row
        total = self._lift
        columns = own.columns
        for place, value in enumerate(values):
            if value:
                total += columns[place].get(value, 0)
        for place, words in enumerate(bags):
            weights = own.bags[place]
            for word in words:
                total += weights.get(word, 0)
        best, highest = "", -1
        for role in self.roles:
            score = total & _MASK
            if score > highest:
                best, highest = role, score
            total >>= _BITS
        return best


def pack(scores: Sequence[int]) -> int:
    """Put the scores of all roles side by side into one number; sums of such numbers hold the sums of the scores.

    Examples
    --------
    >>> pack([3, -2]) + pack([4, 1]) == pack([7, -1])
    True
    """
    return sum(score << (_BITS * place) for place, score in enumerate(scores))


def named(row: Row, columns: Sequence[str], bags: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A row's words with the names of their columns and bags; columns where nothing is known are left out.

    Examples
    --------
    >>> list(named((["đạt", ""], [{"xã"}]), ["l0", "r0"], ["near"]))
    [('l0', 'đạt'), ('near', 'xã')]
    """
    values, words = row
    yield from ((name, value) for name, value in zip(columns, values, strict=False) if value)
    yield from ((name, word) for name, bag in zip(bags, words, strict=True) for word in bag)


def find_weights(name: str) -> Path | None:
    """Where ``models/<name>/weights.json`` lies; None where the installation has no such model."""
    for root in model_roots():
        path = root / name / "weights.json"
        if path.is_file():
            return path
    return None


def read_role_model(path: Path, columns: Sequence[str], bags: Sequence[str]) -> RoleModel:
    """Read a weights file written by :mod:`camket.training.role_model`; common weights are added to each act's own."""
    data = json.loads(path.read_text(encoding="utf-8"))
    common: Nested = data["weights"].pop("", {})
    acts = {
        act: Weights([_table(common, own, name) for name in columns], [_table(common, own, name) for name in bags])
        for act, own in data["weights"].items()
    }
    return RoleModel(tuple(data["roles"]), acts)


def _table(common: Nested, own: Nested, name: str) -> dict[str, int]:
    """The packed weights of one column or bag."""
    table: dict[str, int] = {}
    for weights in (common, own):
        for word, scores in weights.get(name, {}).items():
            # Interned: names written in the code are found without a look at their letters.
            table[intern(word)] = table.get(word, 0) + pack(scores)
    return table
