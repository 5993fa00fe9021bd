"""What the section an item stands in adds to the judgement of its act.

The same clause is a target under "mục tiêu", a claim under "kết quả" and a promise under "phương hướng". Labelled items
mostly come without their heading, so the models have not learned this; a document that was read knows it.
"""

from __future__ import annotations

from typing import Final

from camket.items.roles import section_role
from camket.lexicons import lexicon
from camket.records import ACTS, Act, Item

_WEIGHTS: Final[dict[str, dict[str, float]]] = lexicon("section_acts")
# Under which name the probability of each act is told.
NAMES: Final[dict[Act, str]] = {act: f"act={act}" for act in ACTS}


def of(item: Item) -> str | None:
    """Role of the section an item stands in: what its document says, else what the heading above it says.

    Examples
    --------
    >>> from camket.records import Item
    >>> of(Item("Cán bộ còn thiếu.", "report", context="Nguyên nhân")), of(Item("Cán bộ còn thiếu.", "report"))
    ('causes', None)
    """
    if item.section or not item.context or "|" in item.context:
        return item.section
    return section_role(item.context)


def weigh(probabilities: dict[str, float], section: str | None) -> dict[str, float]:
    """Probabilities of the acts after Bayes' rule with the section's weights; all others stay as they are.

    Parameters
    ----------
    probabilities : dict of str to float
        Of the acts under "act=<name>", and any others.
    section : str or None
        Role of the section; with None or a role without weights they are given back unchanged.

    Examples
    --------
    >>> weigh({"act=claim": 0.5, "act=commitment": 0.5, "target": 0.9}, "directions")["act=commitment"] > 0.9
    True
    """
    weights = _WEIGHTS.get(section or "")
    if not weights:
        return probabilities
    weighted = {
        name: probabilities[name] * weights.get(act, 1.0) for act, name in NAMES.items() if name in probabilities
    }
    total = sum(weighted.values())
    return {**probabilities, **{name: p / total for name, p in weighted.items()}}


def best_act(probabilities: dict[str, float]) -> Act:
    """The most probable act."""
    best, highest = ACTS[0], -1.0
    for act, name in NAMES.items():
        if (probability := probabilities.get(name, -1.0)) > highest:
            best, highest = act, probability
    return best
