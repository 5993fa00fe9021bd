"""The linear model behind figure roles: weights as JSON, scored in plain Python."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_features import Feature, features
from camket.records import Act, Figure, FigureRole

ROLES: tuple[FigureRole, ...] = ("target", "actual", "baseline", "other")
NAME = "figure_roles"
# act → (template, value) → the scores for ROLES, packed into one whole number so that one sum adds all four.
Weights = dict[str, dict[Feature, int]]
_BITS = 24
_MASK = (1 << _BITS) - 1
# Added to each score, so that no packed part is negative: the highest sum stays the highest.
_LIFT = 1 << 14


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


def _flat(nested: dict[str, dict[str, list[int]]]) -> dict[Feature, int]:
    return {(template, value): pack(row) for template, rows in nested.items() for value, row in rows.items()}


def _sum(common: dict[Feature, int], own: dict[Feature, int]) -> dict[Feature, int]:
    found = {**common, **own}
    for feature in common.keys() & own.keys():
        found[feature] = common[feature] + own[feature]
    return found


def pack(scores: Sequence[int]) -> int:
    """Put four scores side by side into one number.

    Examples
    --------
    >>> unpack(pack([3, -2, 0, 7])) == [_LIFT + 3, _LIFT - 2, _LIFT, _LIFT + 7]
    True
    """
    return sum((score + _LIFT) << (_BITS * place) for place, score in enumerate(scores))


def unpack(packed: int) -> list[int]:
    """The four parts of a packed number; those of one sum are all lifted alike."""
    return [(packed >> (_BITS * place)) & _MASK for place in range(len(ROLES))]


def choose(
    weights: Weights, context: RoleContext, figures: Sequence[Figure], k: int, act: Act, rule: tuple[str, str]
) -> FigureRole:
    """The role with the highest score; the rule's answer where the act has no weights."""
    own = weights.get(act)
    if own is None:
        return rule[0]  # type: ignore[return-value]
    scores = unpack(sum(map(own.get, features(context, figures, k, act, rule), repeat(0))))  # type: ignore[arg-type]
    return ROLES[scores.index(max(scores))]
