"""What tells a figure's role: the rule's answer, what is measured, the words around, the figures beside it.

One function for training and for use: a row of words, see :mod:`camket.pipes.role_model`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from camket.pipes.figures.role_context import FIGURE, RoleContext
from camket.pipes.figures.units import SIGNS, UNITS
from camket.pipes.role_model import Row
from camket.records import Figure

COLUMNS = (
    "rule", "rule role", "document", "number", "unit", "kind", "bound", "ratio", "share", "same unit",
    "l0", "l10", "r0", "l0 kind", "r0 kind", "opens", "in front", "after",
    "in", "in first", "in bare", "ahead",
)  # fmt: skip
BAGS = ("left", "right", "head")
# How many words on either side count wherever they stand.
_LEFT, _RIGHT = 8, 6
_BARE = frozenset([FIGURE, ",", ";", "và", "-"])
_NUMBERS = ("0", "1", "2", "3", "4", "5")


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
    figure = figures[k]
    unit, low, high = figure.unit or "-", figure.low, figure.high
    kind = unit_class(unit)
    bound = "floor" if high is None else "ceiling" if low is None else "exact" if low == high else "range"
    same = front = after = ""
    if k:
        same, front = _beside(figures[k - 1], unit, low, high)
    if k + 1 < len(figures):
        after = " ".join(_beside(figures[k + 1], unit, low, high))
    left, right = context.left[k], context.right[k]
    before = left[-1] if left else "-"
    behind = right[0] if right else "-"
    # How the figure itself begins: "quá 45 học sinh" bounds a thing, "ít nhất 45 học sinh" a promise.
    opens = context.source.syllables.lowered[context.spans[k][0]]
    values = [
        rule[1], rule[0], context.source.item.kind, _NUMBERS[min(len(figures), 5)],
        unit, kind, bound, "-" if figure.of is None else "of", _share(low) if unit == "%" and low is not None else "",
        same, before, f"{left[-2]} {before}" if len(left) > 1 else "", behind, before + kind, behind + kind,
        opens if opens.isalpha() else "", f"{same} {front}" if k else "", after,
    ]  # fmt: skip
    values += _bracket(context, k, kind) if context.in_bracket(k) else ["-", "", "", ""]
    return values, [set(left[-_LEFT:]), set(right[:_RIGHT]), set(context.head(k).split())]


@lru_cache(maxsize=10_000)
def unit_class(unit: str) -> str:
    """A coarse class for what is measured: a dimension ("length", "money"), or the group of the counted noun.

    Examples
    --------
    >>> unit_class("km"), unit_class("hộ")
    ('length', 'person')
    """
    head, _, rate = unit.partition("/")
    known = SIGNS.get(head) or UNITS.get(head)
    name = "unknown" if known is None else known.dimension if known.group == "measure" else known.group
    return name + " rate" if rate else name


def _share(percentage: float) -> str:
    """Whether a percentage is the whole or more."""
    return "100" if percentage == 100 else "over" if percentage > 100 else "under"


def _beside(other: Figure, unit: str, low: float | None, high: float | None) -> tuple[str, str]:
    """Whether a figure beside this one is of its unit, and whether it is less, more or the same in number."""
    value, than = _number(low, high), _number(other.low, other.high)
    relation = ">" if value > than else "<" if value < than else "="
    return "same" if (other.unit or "-") == unit else "other", relation


def _number(low: float | None, high: float | None) -> float:
    return low if low is not None else high or 0.0


def _bracket(context: RoleContext, k: int, kind: str) -> list[str]:
    """The first words of the bracket around a figure, whether it holds figures alone, and the word before it."""
    words, start = context.words, context.bracket(k)
    bare = kind if _BARE.issuperset(words[start + 1 : context.spans[k][0]]) else "-"
    return [" ".join(words[start + 1 : start + 3]), words[start + 1], bare, words[start - 1] if start else "-"]
