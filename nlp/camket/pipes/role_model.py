"""A small linear model that chooses a role: whole-number weights in a JSON file, summed in plain Python.

Evidence finders run item by item, so a few dozen look-ups beat a matrix product by far.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

Feature = tuple[str, str]
Scores = tuple[int, ...]
Nested = Mapping[str, Mapping[str, Iterable[int]]]


class RoleModel:
    """Weights for each act; common weights and the act's own are summed when the file is read.

    Parameters
    ----------
    roles : tuple of str
        Labels in the order of the scores.
    table : dict
        act → feature → a score for each role.
    """

    def __init__(self, roles: tuple[str, ...], table: dict[str, dict[Feature, Scores]]) -> None:
        self.roles = roles
        self.table = table

    def choose(self, act: str, features: Iterable[Feature]) -> str | None:
        """The role with the highest score; None where the act has no weights.

        Examples
        --------
        >>> model = RoleModel(("deadline", "as_of"), {"claim": {("l0", "đến"): (-10, 10)}})
        >>> model.choose("claim", [("l0", "đến"), ("l0", "unseen")]), model.choose("other", [])
        ('as_of', None)
        """
        own = self.table.get(act)
        if own is None:
            return None
        found = filter(None, map(own.get, features))
        totals = list(map(sum, zip(*found, strict=True)))
        return self.roles[totals.index(max(totals))] if totals else None


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


def _flat(nested: Nested) -> dict[Feature, Scores]:
    return {(template, value): tuple(row) for template, rows in nested.items() for value, row in rows.items()}


def _sum(common: dict[Feature, Scores], own: dict[Feature, Scores]) -> dict[Feature, Scores]:
    shared = {f: tuple(map(sum, zip(common[f], own[f], strict=True))) for f in common.keys() & own.keys()}
    return {**common, **own, **shared}
