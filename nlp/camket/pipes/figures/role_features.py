"""What tells a figure's role: the rule's answer, the words around, brackets, columns, its neighbours.

One function for training and for use. A feature is a (template, value) pair; weights are kept by template.
"""

from __future__ import annotations

from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.pipes.figures.role_context import FIGURE, RoleContext
from camket.pipes.figures.units import SIGNS, UNITS
from camket.records import Act, Figure
from camket.text.phrases import Phrases

Feature = tuple[str, str]
_CUES: Phrases[str] = Phrases((p, name) for name, group in lexicon("figure_roles")["cues"].items() for p in group)
_WINDOW = 3
_LONG = 16
_SIGNS = frozenset(",;:.(|)-–+\"“”")
_BARE = frozenset([FIGURE, ",", ";", "và", "-"])


def features(context: RoleContext, figures: Sequence[Figure], k: int, act: Act, rule: tuple[str, str]) -> list[Feature]:
    """The features of one figure.

    Parameters
    ----------
    context : RoleContext
        The item.
    figures : sequence of Figure
        All its figures.
    k : int
        Which of them.
    act : Act
        What the item does; it chooses the weights, too.
    rule : (str, str)
        What the rules answer: role and name of the rule.
    """
    left = context.left(k)[::-1][:_WINDOW]
    right = context.right(k)[:_WINDOW]
    found = [("bias", ""), ("rule", rule[1]), ("rule role", rule[0]), ("document", context.source.item.kind)]
    found += _unit(figures[k], left, right)
    found += _comparator(context, k, left)
    found += _words(left, right)
    found += _cues(context, k)
    found += _structure(context, figures, k)
    return found


def unit_class(figure: Figure) -> str:
    """A coarse class for what is measured: a dimension ("length", "money"), or the group of the counted noun."""
    unit = figure.unit or "-"
    head, _, rate = unit.partition("/")
    known = UNITS.get(head)
    if head in SIGNS:
        known = SIGNS[head]
    name = "unknown" if known is None else known.dimension if known.group == "measure" else known.group
    return name + " rate" if rate else name


def _unit(figure: Figure, left: list[str], right: list[str]) -> list[Feature]:
    bound = "exact" if figure.low == figure.high else "range"
    if figure.high is None:
        bound = "floor"
    elif figure.low is None:
        bound = "ceiling"
    kind = unit_class(figure)
    before = left[0] if left else "-"
    found = [("unit", figure.unit or "-"), ("kind", kind), ("bound", bound)]
    behind = right[0] if right else "-"
    found += [("l0 kind", before + kind), ("r0 kind", behind + kind)]
    found.append(("ratio", "of" if figure.of is not None else "-"))
    if figure.unit == "%" and figure.low is not None:
        found.append(("share", "100" if figure.low == 100 else "over" if figure.low > 100 else "under"))
    return found


def _comparator(context: RoleContext, k: int, left: list[str]) -> list[Feature]:
    """How the figure itself begins: "quá 45 học sinh" bounds a thing, "ít nhất 45 học sinh" a promise."""
    word = context.source.syllables.lowered[context.spans[k][0]]
    if not word.isalpha():
        return []
    return [("opens", word), ("l0 opens", f"{left[0] if left else '-'} {word}")]


def _words(left: list[str], right: list[str]) -> list[Feature]:
    # Bags of words, pairs and wider windows were tried: they cost a third of the time and gained nothing on
    # documents not seen in training.
    return [*zip(("l0", "l1", "l2"), left, strict=False), *zip(("r0", "r1"), right, strict=False)]


def _cues(context: RoleContext, k: int) -> list[Feature]:
    """The cue phrases of the clause: all before the figure, the nearest on either side, those that touch it."""
    first, last = context.spans[k]
    clause = context.source.clause_at(first)
    before = behind = "-"
    found: list[Feature] = []
    for start, end, name in context.cues(_CUES, k):
        if clause.first <= start and end <= first:
            before = name
            found.append(("cue", name))
            if end >= first - 1:
                found.append(("near", name))
        elif last <= start < clause.last and behind == "-":
            behind = name
            if start - last < 2:
                found.append(("next", name))
    found += [("before", before), ("behind", behind), ("mood", clause.mood)]
    return found


def _segment(words: list[str], first: int) -> list[Feature]:
    """The words with which the stretch between signs begins that the figure stands in: mostly its verb."""
    begin = first
    while begin and words[begin - 1] not in _SIGNS and first - begin < _LONG:
        begin -= 1
    verb = words[begin : min(begin + 2, first)]
    found = [("verb", " ".join(verb)), ("far", str(min((first - begin) // 3, 4)))]
    return [*found, ("verb first", verb[0])] if verb else found


def _structure(context: RoleContext, figures: Sequence[Figure], k: int) -> list[Feature]:
    first = context.spans[k][0]
    words = context.words
    start = context.bracket(k)
    found: list[Feature] = [("place", str(min(k, 3))), ("number", str(min(len(figures), 5)))]
    found += _segment(words, first)
    if start >= 0:
        bare = all(word in _BARE for word in context.inside(k) or ())
        found.append(("in bare", unit_class(figures[k]) if bare else "-"))
        found += [("in", " ".join(words[start + 1 : start + 3])), ("in first", words[start + 1])]
        found.append(("ahead", words[start - 1] if start else "-"))
    else:
        found.append(("in", "-"))
    found.append(("colon", context.colon(k)))
    found += [("first", word) for word in context.opening]
    if k:
        found.append(("same unit", str(figures[k - 1].unit == figures[k].unit)))
    head = context.head(k)
    found += [("head", head), *(("head word", word) for word in head.split())] if head else []
    return found
