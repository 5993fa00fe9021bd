"""A small linear model that chooses a role: whole-number weights in a JSON file, summed in plain Python.

Evidence finders run item by item, so a few dozen look-ups beat a matrix product by far.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

Feature = tuple[str, str]
Nested = Mapping[str, Mapping[str, Sequence[int]]]
_BITS = 20
_MASK = (1 << _BITS) - 1
# Added to each score, so that no packed part is negative: the highest sum stays the highest.
_LIFT = 1 << 12


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
    """

    def __init__(self, roles: tuple[str, ...], table: dict[str, dict[Feature, int]]) -> None:
        self.roles = roles
        self.table = table
        self._shifts = range(0, _BITS * len(roles), _BITS)

    def choose(self, act: str, features: Iterable[Feature]) -> str | None:
        """The role with the highest score; None where the act has no weights or knows none of the features.

        Examples
        --------
        >>> model = RoleModel(("deadline", "as_of"), {"claim": {("l0", "đến"): pack([-10, 10])}})
        >>> model.choose("claim", [("l0", "đến"), ("l0", "unseen")]), model.choose("other", [])
        ('as_of', None)
        """
        own = self.table.get(act)
        total = sum(map(own.get, features, repeat(0))) if own else 0  # type: ignore[arg-type]
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


@cache
def load_role_model(name: str) -> RoleModel | None:
    """Read ``models/<name>/weights.json`` once a process; None where the installation has no such model."""
    package = Path(__file__).parents[1]
    for root in (package / "models", package.parents[1] / "models"):
        path = root / name / "weights.json"
        if path.is_file():
            return read_role_model(path)
    return None


def read_role_model(path: Path) -> RoleModel:
    """Read a weights file written by :mod:`camket.training.role_model`."""
    data = json.loads(path.read_text(encoding="utf-8"))
    common = _flat(data["weights"].pop("", {}))
    return RoleModel(tuple(data["roles"]), {act: _sum(common, _flat(own)) for act, own in data["weights"].items()})


def _flat(nested: Nested) -> dict[Feature, int]:
    return {(template, value): pack(row) for template, rows in nested.items() for value, row in rows.items()}


def _sum(common: dict[Feature, int], own: dict[Feature, int]) -> dict[Feature, int]:
    return {**common, **own, **{feature: common[feature] + own[feature] for feature in common.keys() & own.keys()}}
