"""What tells a figure's role: the rule's answer, what is measured, the words around, the figures beside it.

One function for training and for use: a row of words, see :mod:`camket.pipes.role_model`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.pipes.figures.role_context import FIGURE, RoleContext
from camket.pipes.role_model import Row
from camket.records import Figure

COLUMNS: Final = (
    "rule", "rule role", "document", "number", "unit", "kind", "bound", "ratio", "share", "same unit",
    "l0", "l10", "r0", "l0 kind", "r0 kind", "opens", "in front", "after",
    "in", "in first", "in bare", "ahead",
)  # fmt: skip
BAGS: Final = ("left", "right", "head")
# How many words on either side count wherever they stand.
_LEFT: Final = 8
_RIGHT: Final = 6
_BARE: Final = frozenset([FIGURE, ",", ";", "và", "-"])
_OUTSIDE: Final = ["-", "", "", ""]
_NOTHING: Final[set[str]] = set()
_NUMBERS: Final = ("0", "1", "2", "3", "4", "5")


def features(context: RoleContext, figures: Sequence[Figure], k: int, rule: tuple[str, str]) -> Row:
    """The features of one figure: :data:`COLUMNS` and :data:`BAGS`.

    Parameters
    ----------
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
    left, right = context.left[k], context.right[k]
    before = left[-1] if left else "-"
    behind = right[0] if right else "-"
    # How the figure itself begins: "quá 45 học sinh" bounds a thing, "ít nhất 45 học sinh" a promise.
    opens = context.source.syllables.lowered[context.spans[k][0]]
    values = [
        rule[1], rule[0], context.source.item.kind, _NUMBERS[min(len(figures), 5)],
        context.units[k], kind, bound, "-" if figure.of is None else "of", _share(context, k),
        _same_unit(context, k), before, f"{left[-2]} {before}" if len(left) > 1 else "",
        behind, before + kind, behind + kind, opens if opens.isalpha() else "",
        _beside(context, k, k - 1), _beside(context, k, k + 1),
    ]  # fmt: skip
    values += _bracket(context, k) if context.in_bracket(k) else _OUTSIDE
    head = context.head(k)
    return values, [set(left[-_LEFT:]), set(right[:_RIGHT]), set(head.split()) if head else _NOTHING]


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


def _bracket(context: RoleContext, k: int) -> list[str]:
    """The first words of the bracket around a figure, whether it holds figures alone, and the word before it."""
    words, start = context.words, context.bracket(k)
    bare = context.kinds[k] if _BARE.issuperset(words[start + 1 : context.spans[k][0]]) else "-"
    return [" ".join(words[start + 1 : start + 3]), words[start + 1], bare, words[start - 1] if start else "-"]
