"""The linear model behind figure roles: weights as JSON, scored in plain Python."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_features import Feature, features
from camket.records import Act, Figure, FigureRole

ROLES: tuple[FigureRole, ...] = ("target", "actual", "baseline", "other")
NAME = "figure_roles"
Scores = tuple[int, int, int, int]
# act → (template, value) → a score for each of ROLES.
Weights = dict[str, dict[Feature, Scores]]


def find_folder() -> Path | None:
    """Where the weights lie: in the installed package or at the top of a checkout; None where they are missing."""
    package = Path(__file__).parents[2]
    for root in (package / "models", package.parents[1] / "models"):
        if (root / NAME / "weights.json").is_file():
            return root / NAME
    return None


@cache
def load_weights() -> Weights | None:
    """Read the weights once a process; None where the installation has none."""
    folder = find_folder()
    return read_weights(folder) if folder else None


def read_weights(folder: Path) -> Weights:
    """Read a weights file: common weights and each act's own are summed, so that scoring looks up once."""
    data = json.loads((folder / "weights.json").read_text(encoding="utf-8"))["weights"]
    common = _flat(data.pop(""))
    return {act: _sum(common, _flat(own)) for act, own in data.items()}


def _flat(nested: dict[str, dict[str, list[int]]]) -> dict[Feature, Scores]:
    return {(template, value): tuple(row) for template, rows in nested.items() for value, row in rows.items()}  # type: ignore[misc]


def _sum(common: dict[Feature, Scores], own: dict[Feature, Scores]) -> dict[Feature, Scores]:
    found = {**common, **own}
    for feature in common.keys() & own.keys():
        found[feature] = tuple(map(sum, zip(common[feature], own[feature], strict=True)))  # type: ignore[assignment]
    return found


def choose(
    weights: Weights, context: RoleContext, figures: Sequence[Figure], k: int, act: Act, rule: tuple[str, str]
) -> FigureRole:
    """The role with the highest score; the rule's answer where the act has no weights."""
    own = weights.get(act)
    if own is None:
        return rule[0]  # type: ignore[return-value]
    scores = score(own, context, figures, k, act, rule)
    return ROLES[scores.index(max(scores))]


def score(
    own: dict[Feature, Scores], context: RoleContext, figures: Sequence[Figure], k: int, act: Act,
    rule: tuple[str, str],
) -> list[int]:  # fmt: skip
    """Sum the weights of a figure's features, one sum a role."""
    found = map(own.get, features(context, figures, k, act, rule))
    return list(map(sum, zip(*filter(None, found), strict=True))) or [0, 0, 0, 0]
