"""Rules for figures of an earlier time: what a promise or a result is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_phrases import without_bracket
from camket.records import Act, Figure, FigureRole

_RULES: Final = lexicon("figure_roles")["rules"]
_EXTRA: Final = lexicon("figure_roles")["extra"]
_TO: Final = frozenset(_RULES["to"])
_PAST: Final = frozenset(_RULES["past"])
EARLIER: Final[frozenset[str]] = frozenset(_EXTRA["earlier"])
_EARLIER_FILLERS: Final = frozenset(_EXTRA["earlier_fillers"])


def moved_from(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """The start of a move: "giảm từ 11,42% (cuối năm 2018) xuống còn dưới 9%"."""
    before, after = context.left[k], context.right[k]
    if before[-1:] != ["từ"]:
        return None
    after = without_bracket(after)[:5]
    return "baseline" if any(word in _TO for word in after) else None


def bracketed_past(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """An earlier value in brackets: "(năm 2018: 745)", "(hiện có 96 ha)"; in claims only of the time compared with."""
    inside = context.inside(k)
    if inside is None:
        return None
    ahead = context.before_bracket(k)
    compared = compares(ahead)
    if act == "commitment":
        dated = "<t>" in inside or any(word in inside for word in ("trước", "hiện", "cũ", "gốc", "lệ", "luật"))
        return "baseline" if dated or compared or inside[:2] == ["quy", "định"] else None
    if act == "claim" and (inside[:2] == ["cùng", "kỳ"] or (compared and len(inside) == 0)):
        return "baseline"
    return None


def compared_with(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """Directly behind "so với", "cao hơn mức", or stated for an earlier time."""
    before = context.left[k]
    tail = [w for w in before[-5:] if w not in ("mức", "con", "số", "<t>", "năm", "là", "của")]
    if tail[-2:] == ["so", "với"] or tail[-1:] == ["so"]:
        return "baseline"
    if before[-2:] in (["hơn", "mức"], ["kỳ", "là"]):
        return "baseline"
    if act == "commitment" and " ".join(before[-2:]) in _PAST | {"mới đạt"} and "hiện" in before[-4:]:
        return "baseline"
    return None


def stated_earlier(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """A value of an earlier time with nothing between: "cùng kỳ năm trước 49,9%", "năm ngoái 71%"."""
    before = context.left[k]
    cut = len(before)
    while cut and before[cut - 1] in _EARLIER_FILLERS:
        cut -= 1
    return "baseline" if cut and before[cut - 1] in EARLIER and before[max(cut - 2, 0)] in ("cùng", "năm") else None


def compares(words: Sequence[str]) -> bool:
    """Whether the words end in the thing compared with: "so với năm 2018", "cao hơn mặt bằng chung"."""
    tail = list(words[-9:])
    return "so" in tail or "hơn" in tail or tail[-2:] == ["cùng", "kỳ"] or "gấp" in tail
