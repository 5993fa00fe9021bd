"""Rules for figures that are neither promised nor reached: conditions, causes, sizes, intake and scope."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_phrases import Endings
from camket.records import Act, Figure, FigureRole

_RULES: Final = lexicon("figure_roles")["rules"]
CONDITION: Final[frozenset[str]] = frozenset(_RULES["condition"])
CAUSE: Final[frozenset[str]] = frozenset(lexicon("figure_roles")["extra"]["cause"])
SIZE: Final[Endings] = Endings(_RULES["size"])
INTAKE: Final[Endings] = Endings(_RULES["intake"])
_UNNAMED: Final = frozenset(_RULES["unnamed"])
SCOPE: Final[Endings] = Endings(_RULES["scope"])
KEPT: Final[Endings] = Endings(_RULES["kept"])
_CAUSE_REACH: Final = 9
# How far before a figure phrases may end; these words between count for nothing.
_NEAR: Final = 10
_ABOUT: Final = frozenset(["là", ":", "khoảng", "gần", "hơn"])
_DONE: Final = frozenset(["mới", "được", ":", "là", "đã"])


def under_condition(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """A threshold in a condition: "đơn vị nào đạt dưới 80% thì …", "để quá 03 nhiệm vụ"."""
    before = context.left[k]
    if act == "claim" or CONDITION.isdisjoint(before):
        return None
    return None if "thì" in before or before[-1:] == [":"] else "other"


def in_cause(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In claims: what explains a failing ("khó hoàn thành do 417/602 hộ tạm nghỉ")."""
    if act != "claim":
        return None
    for word in reversed(context.left[k][-_CAUSE_REACH:]):
        if word in CAUSE:
            return "other"
        if word in ("<f>", ",", "(", ":"):
            return None
    return None


def size_of_work(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """The size, cost or capacity of what is built or done."""
    if act != "commitment" and not (act == "claim" and context.in_bracket(k)):
        return None
    return "other" if SIZE.of([w for w in context.left[k][-_NEAR:] if w not in _ABOUT]) else None


def intake(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """Totals received or assigned."""
    if act not in ("claim", "other") or figures[k].of is not None or (figures[k].unit or "%").startswith(("%", "VND")):
        return None
    return "other" if INTAKE.of([w for w in context.left[k][-_NEAR:] if w not in _DONE]) else None


def unnamed_things(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """Counts of things that nobody names: "06 nhóm nhiệm vụ"."""
    return "other" if act in ("commitment", "other") and figures[k].unit in _UNNAMED and figures[k].of is None else None


def scope_of_promise(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In promises: for whom, where and against what, not what."""
    if act != "commitment" or figures[k].of is not None or (figures[k].unit or "%").startswith(("%", "VND")):
        return None
    return "other" if SCOPE.of(context.left[k]) else None


def kept_result(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In promises: what was reached and is built on."""
    if act != "commitment" or not KEPT.of([w for w in context.left[k][-_NEAR:] if w != "thu"]):
        return None
    return "actual" if "đã" in context.right[k][:8] or "huy" in context.left[k][-4:] else None
