"""What the section an item stands in adds to the judgement of its act.

The same clause is a target under "mục tiêu", a claim under "kết quả" and a promise under "phương hướng". Labelled items
mostly come without their heading, so the models have not learned this; a document that was read knows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from camket.items.roles import section_role
from camket.lexicons import lexicon
from camket.records import Act, Item

_WEIGHTS: dict[str, dict[str, float]] = lexicon("section_acts")
_ACT = "act="


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


def weigh(probabilities: Mapping[str, float], section: str | None) -> dict[str, float]:
    """Probabilities of the acts after Bayes' rule with the section's weights; all others stay as they are.

    Parameters
    ----------
    probabilities : mapping of str to float
        Of the acts under "act=<name>", and any others.
    section : str or None
        Role of the section; None or a role without weights changes nothing.

    Examples
    --------
    >>> weigh({"act=claim": 0.5, "act=commitment": 0.5, "target": 0.9}, "directions")["act=commitment"] > 0.9
    True
    """
    weights = _WEIGHTS.get(section or "")
    if not weights:
        return dict(probabilities)
    weighted = {k: p * weights.get(k.removeprefix(_ACT), 1.0) for k, p in probabilities.items() if k.startswith(_ACT)}
    total = sum(weighted.values())
    return {**probabilities, **{k: p / total for k, p in weighted.items()}}


def best_act(probabilities: Mapping[str, float]) -> Act:
    """The most probable act."""
    acts = {cast(Act, k.removeprefix(_ACT)): p for k, p in probabilities.items() if k.startswith(_ACT)}
    return max(acts, key=acts.__getitem__)
