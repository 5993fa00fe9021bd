"""Decide by rule what part each figure plays: target, actual, baseline or other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

from camket.pipes.figures import role_aside, role_earlier, role_plan
from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_phrases import Endings
from camket.records import Act, Figure, FigureRole
from camket.text.grammar import code

_DEFAULT: Final[dict[Act, FigureRole]] = {
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


def _possible(context: RoleContext, act: Act) -> list[Rule]:
    """The rules for an act whose words the item holds: four of eighteen on average, a third of the time of all."""
    present = _ALWAYS
    for found in _TRIGGER_CODES & context.codes:
        present |= _TRIGGERS[found]
    rules = _SPEAKING[act].get(present)
    if rules is None:
        rules = _SPEAKING[act][present] = [rule for rule, bit in _OF_ACT[act] if bit & present]
    return rules


_ANY: Final[tuple[Act, ...]] = ("commitment", "claim", "other")
# What these answer needs no weighing.
SETTLED: Final = frozenset([role_plan.planned_pair.__name__])
# In order; for each the acts it speaks of and words without one of which it has nothing to say.
RULES: Final[tuple[tuple[Rule, tuple[Act, ...], Collection[str] | None], ...]] = (
    (role_plan.column, _ANY, "|"),
    (role_earlier.moved_from, _ANY, ["từ"]),
    (role_plan.planned_pair, ("claim", "other"), "/"),
    (role_plan.second_of_pair, ("claim", "other"), "/"),
    (role_aside.under_condition, ("commitment", "other"), role_aside.CONDITION),
    (role_earlier.bracketed_past, ("commitment", "claim"), "("),
    (role_plan.planned_value, ("commitment", "claim"), role_plan.PLAN.last),
    (role_earlier.compared_with, _ANY, ["so", "hơn", "kỳ", "hiện"]),
    (role_earlier.stated_earlier, _ANY, role_earlier.EARLIER),
    (role_aside.in_cause, ("claim",), role_aside.CAUSE),
    (role_plan.promise_before_result, ("claim",), ["quả"]),
    (role_plan.reported_promise, ("claim",), ":"),
    (role_plan.in_planned_clause, ("claim",), Endings(role_plan.PLANNED).last),
    (role_aside.kept_result, ("commitment",), role_aside.KEPT.last),
    (role_aside.size_of_work, ("commitment", "claim"), role_aside.SIZE.last),
    (role_aside.intake, ("claim", "other"), role_aside.INTAKE.last),
    (role_aside.unnamed_things, ("commitment", "other"), None),
    (role_aside.scope_of_promise, ("commitment",), role_aside.SCOPE.last),
)
# A bit for each rule; its act's rules in order; for the code of each word the rules that it makes speak.
_OF_ACT: Final[dict[Act, list[tuple[Rule, int]]]] = {
    act: [(rule, 1 << n) for n, (rule, acts, _) in enumerate(RULES) if act in acts] for act in _ANY
}
_ALWAYS: Final = sum(1 << n for n, (_, _, words) in enumerate(RULES) if words is None)
_TRIGGERS: Final[dict[str, int]] = {}
for _n, _rule in enumerate(RULES):
    for _code in map(code, _rule[2] or ()):
        _TRIGGERS[_code] = _TRIGGERS.get(_code, 0) | 1 << _n
_TRIGGER_CODES: Final = frozenset(_TRIGGERS)
# The same rules speak again and again: for each act, the bits of the words → its rules.
_SPEAKING: Final[dict[Act, dict[int, list[Rule]]]] = {act: {} for act in _ANY}
