"""Rules for figures that were planned: plan beside result, promises that a report repeats, work to come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_phrases import Endings, starts_with
from camket.records import Act, Figure, FigureRole

_RULES: Final = lexicon("figure_roles")["rules"]
_COLUMNS: Final = lexicon("figure_roles")["columns"]
PLAN: Final[Endings] = Endings(_RULES["plan"])
_NO_PLAN: Final[Endings] = Endings(_RULES["no_plan"])
_FILLER: Final = frozenset(_RULES["filler"])
_DISTANCE: Final[Endings] = Endings(_RULES["distance"])
_DURATIONS: Final = frozenset(_RULES["durations"])
_TIMELY: Final = frozenset(_RULES["timely"])
_LEVEL: Final = frozenset(_RULES["level"])
_DONE: Final = frozenset(_RULES["done"])
_REACHED: Final = frozenset(_RULES["reached"])
PLANNED: Final[frozenset[str]] = frozenset(_RULES["planned"])
_ENDS: Final = frozenset(";.|")
# Words between a result and the plan beside it, the slash among them.
_PAIR: Final = 5
# Fillers between a plan word and its figure.
_FILLERS: Final = 7
# How far the beginning of a sentence is looked for.
_FAR: Final = 60


def column(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """A cell under a heading like "Kế hoạch", "Đăng ký" or "Thực hiện", "Kết quả"."""
    head = context.head(k)
    if not head:
        return None
    past = starts_with(head, _COLUMNS["actual"])
    if starts_with(head, _COLUMNS["target"]):
        return "target" if act in ("claim", "commitment") and not context.in_bracket(k) else None
    return "actual" if past and (act == "claim" or head.startswith("th")) else None


def second_of_pair(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """The plan in "83,2%/50%" and "61 người/KH 120 người"."""
    if act == "commitment" or k == 0:
        return None
    return "target" if _behind_slash(context.gap(k)) else None


def planned_pair(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """A plan that is named beside its result: "61 người/KH 120 người"."""
    gap = context.gap(k)
    return "target" if _behind_slash(gap) and PLAN.of(gap) else None


def _behind_slash(gap: list[str]) -> bool:
    return gap[:1] == ["/"] and len(gap) <= _PAIR


def planned_value(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """Behind a word for the plan, allotment or norm, with nothing but fillers between."""
    before = context.left[k]
    if PLAN.last.isdisjoint(before[-_FILLERS - 1 :]):
        return None
    cut = len(before)
    while cut and before[cut - 1] in _FILLER and cut > len(before) - _FILLERS and not PLAN.of(before[:cut]):
        cut -= 1
    word = PLAN.of(before[:cut])
    if not word or _NO_PLAN.of(before[:cut]):
        return None
    ahead = before[: cut - len(word.split())]
    if act == "commitment":
        explains = any(figures[n].low == 100 for n in range(max(k - 1, 0), k))
        return "baseline" if context.in_bracket(k) and not explains else None
    if act != "claim" or figures[k].of is not None:
        return None
    return "actual" if is_distance(ahead, figures[k], before) else "target"


def is_distance(ahead: list[str], figure: Figure, before: list[str]) -> bool:
    """Whether a figure behind a plan word tells how far it was missed or passed and not the plan itself."""
    if figure.unit in _DURATIONS and (set(ahead[-6:]) | set(before[-6:])) & _TIMELY:
        return True
    if before[-1:] == ["("] or ahead[-1:] in (["/"], ["("]):
        return False
    small = figure.low is not None and figure.low == figure.high and abs(figure.low) < 50
    return bool(_DISTANCE.of(ahead)) and small and before[-1] not in _LEVEL


def reported_promise(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In claims: what stands before a colon repeats the promise, what stands behind tells how it went."""
    if act != "claim" or context.in_bracket(k):
        return None
    first, last = context.spans[k]
    words = context.words
    colon = next((i for i in range(last, min(len(words), last + 25)) if words[i] == ":"), -1)
    if colon < 0 or not _ENDS.isdisjoint(words[last:colon]) or _DONE.isdisjoint(words[colon : colon + 12]):
        return None
    begin = next((i for i in range(first - 1, max(-1, first - _FAR), -1) if words[i] in _ENDS), first - _FAR)
    return None if _REACHED.intersection(words[max(begin + 1, 0) : first]) else "target"


def promise_before_result(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In claims: the first figure of a report line, before "Kết quả", repeats what was promised."""
    if act != "claim":
        return None
    first = context.spans[k][0]
    words = context.words
    for i in range(first, min(len(words), first + 60)):
        if words[i] == "quả" and words[i - 1] == "kết" and words[i + 1 : i + 2] == [":"]:
            return "target"
    return None


def in_planned_clause(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In claims: what is still to come."""
    if act != "claim":
        return None
    before = f" {' '.join(context.left[k])} "
    if " dự toán phấn đấu " in before:
        return None
    return "target" if any(f" {phrase} " in before for phrase in PLANNED) else None
