"""What tells a figure's role: the rule's answer, what is measured, the words around, the figures beside it.

One function for training and for use, see :mod:`camket.pipes.role_model`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.pipes.figures.role_context import FIGURE, RoleContext, unit_class
from camket.pipes.role_model import Evidence, Makers, Teller
from camket.records import Figure

# How many words on either side count wherever they stand.
_LEFT: Final = 8
_RIGHT: Final = 6
_BARE: Final = frozenset([FIGURE, ",", ";", "và", "-"])
_NUMBERS: Final = ("0", "1", "2", "3", "4", "5")


def tell_figure(teller: Teller, context: RoleContext, figures: Sequence[Figure], k: int, rule: tuple[str, str]) -> None:
    """Tell what is known of one figure.

    Parameters
    ----------
    teller : Teller
        Takes it in.
    context : RoleContext
        The item.
    figures : sequence of Figure
        All its figures.
    k : int
        Which of them.
    rule : (str, str)
        What the rules answer: role and name of the rule.
    """
    figure, kind = figures[k], context.kinds[k]
    low, high = figure.low, figure.high
    bound = "floor" if high is None else "ceiling" if low is None else "exact" if low == high else "range"
    ratio = "-" if figure.of is None else "of"
    teller.tell_group("rule", (rule[1], rule[0], context.source.item.kind))
    teller.tell_group("unit", (context.units[k], bound, ratio, _share(context, k)))
    beside = (_beside(context, k, k - 1), _beside(context, k, k + 1))
    teller.tell_group("beside", (_NUMBERS[min(len(figures), 5)], _same_unit(context, k), *beside))
    left, right = context.left[k], context.right[k]
    before = left[-1] if left else "-"
    teller.tell_group("before", (before, kind))
    teller.tell_group("behind", (right[0] if right else "-", kind))
    if len(left) > 1:
        teller.tell_pair("l10", left[-2], before)
    # How the figure itself begins: "quá 45 học sinh" bounds a thing, "ít nhất 45 học sinh" a promise.
    opens = context.source.syllables.lowered[context.spans[k][0]]
    if opens.isalpha():
        teller.tell("opens", opens)
    _tell_bracket(teller, context, k)
    teller.tell_bag("left", left[-_LEFT:])
    teller.tell_bag("right", right[:_RIGHT])
    head = context.head(k)
    if head:
        teller.tell_bag("head", head.split())


def _of_rule(name: str, role: str, document: str) -> list[Evidence]:
    return [("rule", name), ("rule role", role), ("document", document)]


def _of_unit(unit: str, bound: str, ratio: str, share: str) -> list[Evidence]:
    return [("unit", unit), ("kind", unit_class(unit)), ("bound", bound), ("ratio", ratio), ("share", share)]


def _of_beside(number: str, same: str, in_front: str, after: str) -> list[Evidence]:
    return [("number", number), ("same unit", same), ("in front", in_front), ("after", after)]


def _of_before(word: str, kind: str) -> list[Evidence]:
    return [("l0", word), ("l0 kind", word + kind)]


def _of_behind(word: str, kind: str) -> list[Evidence]:
    return [("r0", word), ("r0 kind", word + kind)]


# What is told of a few facts at once; the same ones stand beside many figures.
MAKERS: Final[Makers] = {
    "rule": _of_rule, "unit": _of_unit, "beside": _of_beside, "before": _of_before, "behind": _of_behind,
}  # fmt: skip


def _share(context: RoleContext, k: int) -> str:
    """Whether a percentage is the whole or more; "" for other figures."""
    if context.units[k] != "%":
        return ""
    number = context.numbers[k]
    return "100" if number == 100 else "over" if number > 100 else "under"


def _same_unit(context: RoleContext, k: int) -> str:
    """Whether the figure before is of the same unit; "" for the first one."""
    if not k:
        return ""
    return "same" if context.units[k - 1] == context.units[k] else "other"


def _beside(context: RoleContext, k: int, other: int) -> str:
    """Whether another figure is of the same unit ("=" behind the sign), and less, more or the same in number."""
    if not 0 <= other < len(context.units):
        return ""
    number, than = context.numbers[k], context.numbers[other]
    is_same = context.units[k] == context.units[other]
    if number > than:
        return ">=" if is_same else ">"
    if number < than:
        return "<=" if is_same else "<"
    return "==" if is_same else "="


def _tell_bracket(teller: Teller, context: RoleContext, k: int) -> None:
    """The first words of the bracket around a figure, whether it holds figures alone, and the word before it."""
    start = context.bracket(k)
    if start < 0:
        teller.tell("in", "-")
        return
    words = context.words
    bare = context.kinds[k] if _BARE.issuperset(words[start + 1 : context.spans[k][0]]) else "-"
    teller.tell("in", " ".join(words[start + 1 : start + 3]))
    teller.tell("in first", words[start + 1])
    teller.tell("in bare", bare)
    teller.tell("ahead", words[start - 1] if start else "-")
