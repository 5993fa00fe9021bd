"""A small linear model that chooses a role: whole-number weights in a JSON file, summed in plain Python.

Evidence finders run item by item, so a few dozen look-ups beat a matrix product by far.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any

from camket.text.resources import model_roots

Feature = tuple[str, str]
# A feature, or a name with values from which several features follow.
Group = tuple[Any, ...]
# Name of a kind of group → the function that makes its features of the values.
Makers = Mapping[str, Callable[..., Iterable[Feature]]]
Nested = Mapping[str, Mapping[str, Sequence[int]]]
_BITS = 20
_MASK = (1 << _BITS) - 1
# Added to each score, so that no packed part is negative: the highest sum stays the highest.
_LIFT = 1 << 12
# Groups and unknown features whose sums are kept.
REMEMBERED = 50_000


class Scores(dict[Group, int]):
    """Packed scores of features; the sum of a group is made when it is first met, then remembered.

    Groups repeat from item to item, so that one look-up does for four features.
    """

    def __init__(self, scores: Mapping[Feature, int], makers: Makers) -> None:
        super().__init__(scores)
        self.makers = makers
        self.room = REMEMBERED

    def __missing__(self, group: Group) -> int:
        total = sum(map(self.get, expand([group], self.makers), repeat(0))) if group[0] in self.makers else 0
        if self.room:
            self.room -= 1
            self[group] = total
        return total


def expand(groups: Iterable[Group], makers: Makers) -> Iterator[Feature]:
    """The features behind groups; what is no group is a feature itself.

    Examples
    --------
    >>> list(expand([("l0", "đạt"), ("pair", "a", "b")], {"pair": lambda x, y: [("x", x), ("xy", x + y)]}))
    [('l0', 'đạt'), ('x', 'a'), ('xy', 'ab')]
    """
    for group in groups:
        make = makers.get(group[0])
        if make is None:
            yield group
        else:
            yield from make(*group[1:])


class RoleModel:
    """Weights for each act; common weights and the act's own are summed when the file is read.

    The scores of a feature are packed into one whole number, so that a single sum adds those of all roles: that takes
    a third of the time of sums role by role.

    Parameters
    ----------
    roles : tuple of str
        Labels in the order of the scores.
    table : dict
        act → feature → its packed scores, see :func:`pack`.
    makers : dict
        How groups of features are expanded.
    """

    def __init__(
        self, roles: tuple[str, ...], table: Mapping[str, Mapping[Feature, int]], makers: Makers | None = None
    ) -> None:
        self.roles = roles
        self.table = {act: Scores(scores, makers or {}) for act, scores in table.items()}
        self._shifts = range(0, _BITS * len(roles), _BITS)

    def choose(self, act: str, features: Iterable[Group]) -> str | None:
        """The role with the highest score; None where the act has no weights or knows none of the features.

        Examples
        --------
        >>> model = RoleModel(("deadline", "as_of"), {"claim": {("l0", "đến"): pack([-10, 10])}})
        >>> model.choose("claim", [("l0", "đến"), ("l0", "unseen")]), model.choose("other", [])
        ('as_of', None)
        """
        own = self.table.get(act)
        total = sum(map(own.__getitem__, features)) if own else 0
        if not total:
            return None
        scores = [total >> shift & _MASK for shift in self._shifts]
        return self.roles[scores.index(max(scores))]


def pack(scores: Sequence[int]) -> int:
    """Put the scores of all roles side by side into one number.

    Examples
    --------
    >>> pack([3, -2]) == (_LIFT + 3) + ((_LIFT - 2) << _BITS)
    True
    """
    return sum((score + _LIFT) << (_BITS * place) for place, score in enumerate(scores))


def find_weights(name: str) -> Path | None:
    """Where ``models/<name>/weights.json`` lies; None where the installation has no such model."""
    for root in model_roots():
        path = root / name / "weights.json"
        if path.is_file():
            return path
    return None


@cache
def load_role_model(name: str) -> RoleModel | None:
    """Read a model whose features come ungrouped, once a process; None where the installation has no such model."""
    path = find_weights(name)
    return read_role_model(path) if path else None


def read_role_model(path: Path, makers: Makers | None = None) -> RoleModel:
    """Read a weights file written by :mod:`camket.training.role_model`."""
    data = json.loads(path.read_text(encoding="utf-8"))
    common = _flat(data["weights"].pop("", {}))
    table = {act: _sum(common, _flat(own)) for act, own in data["weights"].items()}
    return RoleModel(tuple(data["roles"]), table, makers)


def _flat(nested: Nested) -> dict[Feature, int]:
    return {(template, value): pack(row) for template, rows in nested.items() for value, row in rows.items()}


def _sum(common: dict[Feature, int], own: dict[Feature, int]) -> dict[Feature, int]:
    return {**common, **own, **{feature: common[feature] + own[feature] for feature in common.keys() & own.keys()}}
