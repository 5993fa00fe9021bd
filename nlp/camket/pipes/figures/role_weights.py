"""The linear model behind figure roles: weights as JSON, scored in plain Python."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_features import features
from camket.records import Act, Figure, FigureRole

ROLES: tuple[FigureRole, ...] = ("target", "actual", "baseline", "other")
NAME = "figure_roles"
Scores = tuple[int, int, int, int]
# act → template → value → a score for each of ROLES.
Weights = dict[str, dict[str, dict[str, Scores]]]


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
    data = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    common = data["weights"][""]
    acts: Weights = {}
    for act, own in data["weights"].items():
        if act:
            acts[act] = {
                template: _sum(common.get(template, {}), own.get(template, {})) for template in {*common, *own}
            }
    return acts


def _sum(common: dict[str, list[int]], own: dict[str, list[int]]) -> dict[str, Scores]:
    none = [0, 0, 0, 0]
    found = {}
    for value in {*common, *own}:
        a, b, c, d = (x + y for x, y in zip(common.get(value, none), own.get(value, none), strict=True))
        found[value] = (a, b, c, d)
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
    own: dict[str, dict[str, Scores]], context: RoleContext, figures: Sequence[Figure], k: int, act: Act,
    rule: tuple[str, str],
) -> tuple[int, int, int, int]:  # fmt: skip
    """Sum the weights of a figure's features, one sum a role."""
    target = actual = baseline = other = 0
    for template, value in features(context, figures, k, act, rule):
        found = own[template].get(value) if template in own else None
        if found is not None:
            target += found[0]
            actual += found[1]
            baseline += found[2]
            other += found[3]
    return target, actual, baseline, other
