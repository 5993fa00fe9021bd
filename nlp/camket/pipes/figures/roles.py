"""Decide by rule what part each figure plays: target, actual, baseline or other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from camket.lexicons import lexicon
from camket.pipes.figures.role_context import RoleContext
from camket.records import Act, Figure, FigureRole

_RULES = lexicon("figure_roles")["rules"]
_COLUMNS = lexicon("figure_roles")["columns"]
_TO = frozenset(_RULES["to"])
_PLAN = frozenset(_RULES["plan"])
_FILLER = frozenset(_RULES["filler"])
_DISTANCE = frozenset(_RULES["distance"])
_SIZE = frozenset(_RULES["size"])
_INTAKE = frozenset(_RULES["intake"])
_UNNAMED = frozenset(_RULES["unnamed"])
_PAST = frozenset(_RULES["past"])
_SCOPE = frozenset(_RULES["scope"])
_CONDITION = frozenset(_RULES["condition"])
_PLANNED = frozenset(_RULES["planned"])
_KEPT = frozenset(_RULES["kept"])
_NO_PLAN = frozenset(_RULES["no_plan"])
_DURATIONS = frozenset(_RULES["durations"])
_TIMELY = frozenset(_RULES["timely"])
_LEVEL = frozenset(_RULES["level"])
_DONE = frozenset(_RULES["done"])
_REACHED = frozenset(_RULES["reached"])
_ENDS = frozenset(";.|")
_EXTRA = lexicon("figure_roles")["extra"]
_CAUSE = frozenset(_EXTRA["cause"])
_CAUSE_REACH = 9
_EARLIER = frozenset(_EXTRA["earlier"])
_EARLIER_FILLERS = frozenset(_EXTRA["earlier_fillers"])
# How far the beginning of a sentence is looked for.
_FAR = 60
# Words of the longest phrase in the lists.
_LONGEST = 5
_DEFAULT: dict[Act, FigureRole] = {
    "commitment": "target",
    "claim": "actual",
    "cause": "other",
    "proposal": "other",
    "other": "actual",
}

Rule = Callable[[RoleContext, Sequence[Figure], int, Act], FigureRole | None]


def decide(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> tuple[FigureRole, str]:
    """The role of one figure and the name of the rule that gave it."""
    if act in ("cause", "proposal"):
        # What explains a failing or is asked for is neither promised nor reached.
        return "other", "cause_or_proposal"
    if context.rules is None:
        context.rules = _possible(context, act)
    for rule in context.rules:
        role = rule(context, figures, k, act)
        if role is not None:
            return role, rule.__name__
    return _DEFAULT[act], "default"


def _possible(context: RoleContext, act: Act) -> tuple[Rule, ...]:
    """The rules for an act whose words the item holds: four of eighteen on average, a third of the time of all."""
    absent = set(context.words).isdisjoint
    return tuple(rule for rule, words in _OF_ACT[act] if words is None or not absent(words))


def column(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """A cell under a heading like "Kế hoạch", "Đăng ký" or "Thực hiện", "Kết quả"."""
    head = context.head(k)
    if not head:
        return None
    past = starts_with(head, _COLUMNS["actual"])
    if starts_with(head, _COLUMNS["target"]):
        return "target" if act in ("claim", "commitment") and not context.in_bracket(k) else None
    return "actual" if past and (act == "claim" or head.startswith("th")) else None


def moved_from(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """The start of a move: "giảm từ 11,42% (cuối năm 2018) xuống còn dưới 9%"."""
    before, after = context.left(k), context.right(k)
    if before[-1:] != ["từ"]:
        return None
    after = without_bracket(after)[:5]
    return "baseline" if any(word in _TO for word in after) else None


def second_of_pair(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """The plan in "83,2%/50%" and "61 người/KH 120 người"."""
    if act == "commitment" or k == 0:
        return None
    gap = context.gap(k)
    return "target" if gap[:1] == ["/"] and len(gap) <= 5 else None


def under_condition(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """A threshold in a condition: "đơn vị nào đạt dưới 80% thì …", "để quá 03 nhiệm vụ"."""
    before = context.left(k)
    if act == "claim" or not any(word in _CONDITION for word in before):
        return None
    return None if "thì" in before or before[-1:] == [":"] else "other"


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
    before = context.left(k)
    tail = [w for w in before[-5:] if w not in ("mức", "con", "số", "<t>", "năm", "là", "của")]
    if tail[-2:] == ["so", "với"] or tail[-1:] == ["so"]:
        return "baseline"
    if before[-2:] in (["hơn", "mức"], ["kỳ", "là"]):
        return "baseline"
    if act == "commitment" and " ".join(before[-2:]) in _PAST | {"mới đạt"} and "hiện" in before[-4:]:
        return "baseline"
    return None


def planned_value(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """Behind a word for the plan, allotment or norm, with nothing but fillers between."""
    before = context.left(k)
    cut = len(before)
    while cut and before[cut - 1] in _FILLER and cut > len(before) - 7 and not ends_with(before[:cut], _PLAN):
        cut -= 1
    word = ends_with(before[:cut], _PLAN)
    if not word or ends_with(before[:cut], _NO_PLAN):
        return None
    ahead = before[: cut - len(word.split())]
    if act == "commitment":
        explains = any(figures[n].low == 100 for n in range(max(k - 1, 0), k))
        return "baseline" if context.in_bracket(k) and not explains else None
    if act != "claim" or figures[k].of is not None:
        return None
    return "actual" if is_distance(ahead, figures[k], before) else "target"


def is_distance(ahead: Sequence[str], figure: Figure, before: Sequence[str]) -> bool:
    """Whether a figure behind a plan word tells how far it was missed or passed and not the plan itself."""
    if figure.unit in _DURATIONS and (set(ahead[-6:]) | set(before[-6:])) & _TIMELY:
        return True
    if before[-1:] == ["("] or ahead[-1:] in (["/"], ["("]):
        return False
    small = figure.low is not None and figure.low == figure.high and abs(figure.low) < 50
    return bool(ends_with(ahead, _DISTANCE)) and small and before[-1] not in _LEVEL


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


def in_cause(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In claims: what explains a failing ("khó hoàn thành do 417/602 hộ tạm nghỉ")."""
    if act != "claim":
        return None
    for word in reversed(context.left(k)[-_CAUSE_REACH:]):
        if word in _CAUSE:
            return "other"
        if word in ("<f>", ",", "(", ":"):
            return None
    return None


def stated_earlier(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """A value of an earlier time with nothing between: "cùng kỳ năm trước 49,9%", "năm ngoái 71%"."""
    before = context.left(k)
    cut = len(before)
    while cut and before[cut - 1] in _EARLIER_FILLERS:
        cut -= 1
    return "baseline" if cut and before[cut - 1] in _EARLIER and before[max(cut - 2, 0)] in ("cùng", "năm") else None


def in_planned_clause(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In claims: what is still to come."""
    if act != "claim":
        return None
    before = f" {' '.join(context.left(k))} "
    if " dự toán phấn đấu " in before:
        return None
    return "target" if any(f" {phrase} " in before for phrase in _PLANNED) else None


def size_of_work(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """The size, cost or capacity of what is built or done."""
    before = [w for w in context.left(k) if w not in ("là", ":", "khoảng", "gần", "hơn")]
    if act != "commitment" and not (act == "claim" and context.in_bracket(k)):
        return None
    return "other" if ends_with(before, _SIZE) else None


def intake(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """Totals received or assigned."""
    if act not in ("claim", "other") or figures[k].of is not None or (figures[k].unit or "%").startswith(("%", "VND")):
        return None
    before = [w for w in context.left(k) if w not in ("mới", "được", ":", "là", "đã")]
    return "other" if ends_with(before, _INTAKE) else None


def unnamed_things(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """Counts of things that nobody names: "06 nhóm nhiệm vụ"."""
    return "other" if act in ("commitment", "other") and figures[k].unit in _UNNAMED and figures[k].of is None else None


def scope_of_promise(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In promises: for whom, where and against what, not what."""
    if act != "commitment" or figures[k].of is not None or (figures[k].unit or "%").startswith(("%", "VND")):
        return None
    return "other" if ends_with(context.left(k), _SCOPE) else None


def kept_result(context: RoleContext, figures: Sequence[Figure], k: int, act: Act) -> FigureRole | None:
    """In promises: what was reached and is built on."""
    if act != "commitment" or not ends_with([w for w in context.left(k) if w not in ("thu",)], _KEPT):
        return None
    return "actual" if "đã" in context.right(k)[:8] or "huy" in context.left(k)[-4:] else None


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in phrases)


_ANY: tuple[Act, ...] = ("commitment", "claim", "other")
# In order; for each the acts it speaks of and words without one of which it has nothing to say.
RULES: tuple[tuple[Rule, tuple[Act, ...], Collection[str] | None], ...] = (
    (column, _ANY, "|"),
    (moved_from, _ANY, ["từ"]),
    (second_of_pair, ("claim", "other"), "/"),
    (under_condition, ("commitment", "other"), _CONDITION),
    (bracketed_past, ("commitment", "claim"), "("),
    (planned_value, ("commitment", "claim"), _last_words(_PLAN)),
    (compared_with, _ANY, ["so", "hơn", "kỳ", "hiện"]),
    (stated_earlier, _ANY, _EARLIER),
    (in_cause, ("claim",), _CAUSE),
    (promise_before_result, ("claim",), ["quả"]),
    (reported_promise, ("claim",), ":"),
    (in_planned_clause, ("claim",), _last_words(_PLANNED)),
    (kept_result, ("commitment",), _last_words(_KEPT)),
    (size_of_work, ("commitment", "claim"), _last_words(_SIZE)),
    (intake, ("claim", "other"), _last_words(_INTAKE)),
    (unnamed_things, ("commitment", "other"), None),
    (scope_of_promise, ("commitment",), _last_words(_SCOPE)),
)
_OF_ACT: dict[Act, list[tuple[Rule, Collection[str] | None]]] = {
    act: [(rule, words) for rule, acts, words in RULES if act in acts] for act in _ANY
}


def ends_with(words: Sequence[str], phrases: frozenset[str]) -> str:
    """The longest of the phrases with which the words end, "" for none."""
    found = tail = ""
    for word in reversed(words[-_LONGEST:]):
        tail = f"{word} {tail}" if tail else word
        if tail in phrases:
            found = tail
    return found


def starts_with(text: str, phrases: Sequence[str]) -> bool:
    """Whether a text begins with one of the phrases as whole words."""
    return any(text == phrase or text.startswith((phrase + " ", phrase + "/")) for phrase in phrases)


def compares(words: Sequence[str]) -> bool:
    """Whether the words end in the thing compared with: "so với năm 2018", "cao hơn mặt bằng chung"."""
    tail = list(words[-9:])
    return "so" in tail or "hơn" in tail or tail[-2:] == ["cùng", "kỳ"] or "gấp" in tail


def without_bracket(words: Sequence[str]) -> list[str]:
    """The words without a bracket that they begin with."""
    if words[:1] == ["("] and ")" in words:
        return list(words[words.index(")") + 1 :])
    return list(words)
