"""What tells a figure's role: the rule's answer, the words around, brackets, columns, its neighbours.

One function for training and for use: a row of words, see :mod:`camket.pipes.role_model`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from camket.lexicons import lexicon
from camket.pipes.figures.role_context import FIGURE, RoleContext
from camket.pipes.figures.role_neighbours import COLUMNS as NEIGHBOURS
from camket.pipes.figures.role_neighbours import neighbours
from camket.pipes.figures.units import SIGNS, UNITS
from camket.pipes.role_model import Row
from camket.records import Figure
from camket.text.phrases import Phrases

COLUMNS = (
    "rule", "rule role", "document", "number",
    "unit", "kind", "bound", "ratio", "share", "same unit",
    "l0", "l1", "l10", "r0", "r1", "l0 kind", "r0 kind", "opens", "verb", "verb first",
    "near", "next", "before", "behind", "in", "in first", "in bare", "ahead",
    *NEIGHBOURS,
)  # fmt: skip
BAGS = ("left", "right", "cue", "head")
_CUES: Phrases[str] = Phrases((p, name) for name, group in lexicon("figure_roles")["cues"].items() for p in group)
_LONG = 16
_SIGNS = frozenset(',;:.(|)-–+"“”')
# How many words on either side count wherever they stand.
_BAG_LEFT, _BAG_RIGHT = 8, 6
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
    unit = figure.unit or "-"
    kind = unit_class(unit)
    left, right = context.left[k], context.right[k]
    l0, l1 = left[-1] if left else "-", left[-2] if len(left) > 1 else ""
    r0, r1 = right[0] if right else "-", right[1] if len(right) > 1 else ""
    # How the figure itself begins: "quá 45 học sinh" bounds a thing, "ít nhất 45 học sinh" a promise.
    opens = context.source.syllables.lowered[context.spans[k][0]]
    values = [
        rule[1], rule[0], context.source.item.kind, _NUMBERS[min(len(figures), 5)],
        unit, kind, _bound(figure), "of" if figure.of is not None else "-", _share(figure), _same_unit(figures, k),
        l0, l1, f"{l1} {l0}", r0, r1, l0 + kind, r0 + kind, opens if opens.isalpha() else "",
    ]  # fmt: skip
    _add_verb(values, context, k)
    cues = _add_cues(values, context, k)
    _add_bracket(values, context, k, kind)
    values += neighbours(context, figures, k)
    head = context.head(k).split() if context.heads else []
    return values, [left[-_BAG_LEFT:], right[:_BAG_RIGHT], cues, head]


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


def _bound(figure: Figure) -> str:
    if figure.high is None:
        return "floor"
    if figure.low is None:
        return "ceiling"
    return "exact" if figure.low == figure.high else "range"


def _share(figure: Figure) -> str:
    """Whether a percentage is the whole or more; "" for other figures."""
    if figure.unit != "%" or figure.low is None:
        return ""
    return "100" if figure.low == 100 else "over" if figure.low > 100 else "under"


def _same_unit(figures: Sequence[Figure], k: int) -> str:
    if not k:
        return ""
    return "same" if figures[k - 1].unit == figures[k].unit else "other"


def _add_verb(values: list[str], context: RoleContext, k: int) -> None:
    """The first words of the stretch between signs that the figure stands in: mostly its verb."""
    words, first = context.words, context.spans[k][0]
    begin = first
    while begin and words[begin - 1] not in _SIGNS and first - begin < _LONG:
        begin -= 1
    values.append(" ".join(words[begin : min(begin + 2, first)]))
    values.append(words[begin] if begin < first else "")


def _add_cues(values: list[str], context: RoleContext, k: int) -> list[str]:
    """The cue phrases of the clause: those that touch the figure, the nearest on either side; all before it."""
    first, last = context.spans[k]
    clause = context.source.clause_at(first)
    cues: list[str] = []
    near = after = ""
    before = behind = "-"
    for start, end, name in context.cues(_CUES, k):
        if clause.first <= start and end <= first:
            before = name
            cues.append(name)
            if end >= first - 1:
                near = name
        elif last <= start < clause.last:
            behind = name
            if start - last < 2:
                after = name
            break
    values += [near, after, before, behind]
    return cues


def _add_bracket(values: list[str], context: RoleContext, k: int, kind: str) -> None:
    """The first words of the bracket around the figure, whether it holds figures alone, and the word before it."""
    words, start = context.words, context.bracket(k)
    if start < 0:
        values += ["-", "", "", ""]
        return
    bare = kind if _BARE.issuperset(context.inside(k) or ()) else "-"
    values += [" ".join(words[start + 1 : start + 3]), words[start + 1], bare, words[start - 1] if start else "-"]
