"""A small linear model that chooses a role: whole-number weights in a JSON file, summed in plain Python.

Evidence finders run item by item, so a few dozen look-ups beat a matrix product by far.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

Feature = tuple[str, str]
# act → template → value → a score for each role.
Table = dict[str, dict[str, dict[str, tuple[int, ...]]]]


class RoleModel:
    """Weights for each act; common weights and the act's own are summed when the file is read.

    Parameters
    ----------
    roles : tuple of str
        Labels in the order of the scores.
    table : dict
        act → template → value → scores.
    """

    def __init__(self, roles: tuple[str, ...], table: Table) -> None:
        self.roles = roles
        self.table = table

    def choose(self, act: str, features: Iterable[Feature]) -> str | None:
        """The role with the highest score; None where the act has no weights."""
        own = self.table.get(act)
        if own is None:
            return None
        total = [0] * len(self.roles)
        for template, value in features:
            found = own.get(template, {}).get(value)
            if found is not None:
                total = [a + b for a, b in zip(total, found, strict=True)]
        return self.roles[total.index(max(total))]


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
    common = data["weights"].get("", {})
    zero = (0,) * len(data["roles"])
    table: Table = {}
    for act, own in data["weights"].items():
        if act:
            table[act] = {
                t: {
                    v: tuple(
                        a + b
                        for a, b in zip(common.get(t, {}).get(v, zero), own.get(t, {}).get(v, zero), strict=True)
                    )
                    for v in {*common.get(t, {}), *own.get(t, {})}
                }
                for t in {*common, *own}
            }
    return RoleModel(tuple(data["roles"]), table)
