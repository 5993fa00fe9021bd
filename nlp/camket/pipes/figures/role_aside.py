"""Rules for figures that are neither promised nor reached: conditions, causes, sizes, intake and scope."""

from __future__ import annotations

from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_phrases import ends_with
from camket.records import Act, Figure, FigureRole

_RULES = lexicon("figure_roles")["rules"]
CONDITION: frozenset[str] = frozenset(_RULES["condition"])
CAUSE: frozenset[str] = frozenset(lexicon("figure_roles")["extra"]["cause"])
SIZE: frozenset[str] = frozenset(_RULES["size"])
INTAKE: frozenset[str] = frozenset(_RULES["intake"])
_UNNAMED = frozenset(_RULES["unnamed"])
SCOPE: frozenset[str] = frozenset(_RULES["scope"])
KEPT: frozenset[str] = frozenset(_RULES["kept"])
_CAUSE_REACH = 9


def under_condition(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """A threshold in a condition: "đơn vị nào đạt dưới 80% thì …", "để quá 03 nhiệm vụ"."""
    before = context.left[k]
    if act == "claim" or not any(word in CONDITION for word in before):
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
    before = [w for w in context.left[k] if w not in ("là", ":", "khoảng", "gần", "hơn")]
    if act != "commitment" and not (act == "claim" and context.in_bracket(k)):
        return None
    return "other" if ends_with(before, SIZE) else None


def intake(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """Totals received or assigned."""
    if act not in ("claim", "other") or figures[k].of is not None or (figures[k].unit or "%").startswith(("%", "VND")):
        return None
    before = [w for w in context.left[k] if w not in ("mới", "được", ":", "là", "đã")]
    return "other" if ends_with(before, INTAKE) else None


def unnamed_things(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """Counts of things that nobody names: "06 nhóm nhiệm vụ"."""
    return "other" if act in ("commitment", "other") and figures[k].unit in _UNNAMED and figures[k].of is None else None


def scope_of_promise(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In promises: for whom, where and against what, not what."""
    if act != "commitment" or figures[k].of is not None or (figures[k].unit or "%").startswith(("%", "VND")):
        return None
    return "other" if ends_with(context.left[k], SCOPE) else None


def kept_result(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In promises: what was reached and is built on."""
    if act != "commitment" or not ends_with([w for w in context.left[k] if w not in ("thu",)], KEPT):
        return None
    return "actual" if "đã" in context.right[k][:8] or "huy" in context.left[k][-4:] else None
