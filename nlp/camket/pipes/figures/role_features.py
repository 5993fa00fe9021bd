"""What tells a figure's role: the rule's answer, the words around, brackets, columns, its neighbours.

One function for training and for use. A feature is a (template, value) pair; weights are kept by template. Features
that follow from the same few values are given as one group, see :func:`camket.pipes.role_model.expand`.
"""

from __future__ import annotations

from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.pipes.figures.role_context import FIGURE, RoleContext
from camket.pipes.figures.role_neighbours import NEIGHBOURS, add_neighbours
from camket.pipes.figures.units import SIGNS, UNITS
from camket.pipes.role_model import Feature, Group, Makers
from camket.records import Act, Figure
from camket.text.phrases import Phrases

_CUES: Phrases[str] = Phrases((p, name) for name, group in lexicon("figure_roles")["cues"].items() for p in group)
_LONG = 16
_SIGNS = frozenset(',;:.(|)-–+"“”')
# How many words on either side count wherever they stand.
_BAG_LEFT, _BAG_RIGHT = 8, 6
_BARE = frozenset([FIGURE, ",", ";", "và", "-"])


def features(context: RoleContext, figures: Sequence[Figure], k: int, act: Act, rule: tuple[str, str]) -> list[Group]:
    """The features of one figure, in groups.

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
    figure = figures[k]
    kind = unit_class(figure)
    same = str(figures[k - 1].unit == figure.unit) if k else ""
    left, right = context.left(k), context.right(k)
    before, behind = left[-1] if left else "", right[0] if right else ""
    found: list[Group] = [
        ("by rule", *rule, context.source.item.kind),
        ("measure", figure.unit or "-", kind, _bound(figure), figure.of is not None, _share(figure), same),
        ("ahead of kind", before, kind),
        ("behind kind", behind, kind),
        *(("l1", word) for word in left[-2:-1]),
        *(("l2", word) for word in left[-3:-2]),
        *(("r1", word) for word in right[1:2]),
        *(("first", word) for word in context.opening),
        *(("on the left", word) for word in dict.fromkeys(left[-_BAG_LEFT:])),
        *(("on the right", word) for word in dict.fromkeys(right[:_BAG_RIGHT])),
        ("l10", " ".join(left[-2:])),
        ("l210", " ".join(left[-3:])),
        ("r01", " ".join(right[:2])),
    ]
    # How the figure itself begins: "quá 45 học sinh" bounds a thing, "ít nhất 45 học sinh" a promise.
    word = context.source.syllables.lowered[context.spans[k][0]]
    if word.isalpha():
        found.append(("beginning", before, word))
    _add_cues(found, context, k)
    _add_structure(found, context, figures, k, kind)
    add_neighbours(found, context, figures, k)
    return found


def unit_class(figure: Figure) -> str:
    """A coarse class for what is measured: a dimension ("length", "money"), or the group of the counted noun."""
    unit = figure.unit or "-"
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


def _add_cues(found: list[Group], context: RoleContext, k: int) -> None:
    """The cue phrases of the clause: all before the figure, the nearest on either side, those that touch it."""
    first, last = context.spans[k]
    clause = context.source.clause_at(first)
    before = behind = "-"
    for start, end, name in context.cues(_CUES, k):
        if clause.first <= start and end <= first:
            before = name
            found.append(("cue", name))
            if end >= first - 1:
                found.append(("near", name))
        elif last <= start < clause.last:
            behind = name
            if start - last < 2:
                found.append(("next", name))
            break
    found.append(("around", before, behind, clause.mood))


def _add_structure(found: list[Group], context: RoleContext, figures: Sequence[Figure], k: int, kind: str) -> None:
    words, first = context.words, context.spans[k][0]
    begin = _segment(words, first)
    found.append(("placed", min(k, 3), min(len(figures), 5), min((first - begin) // 3, 4), context.colon(k)))
    found.append(("does", *words[begin : min(begin + 2, first)]))
    start = context.bracket(k)
    if start >= 0:
        bare = kind if all(word in _BARE for word in context.inside(k) or ()) else "-"
        found += [("inside", bare, *words[start + 1 : start + 3]), ("ahead", words[start - 1] if start else "-")]
    else:
        found.append(("in", "-"))
    if context.heads:
        found.append(("under", context.head(k)))


def _segment(words: Sequence[str], first: int) -> int:
    """Where the stretch between signs begins that the figure stands in: mostly with its verb."""
    begin = first
    while begin and words[begin - 1] not in _SIGNS and first - begin < _LONG:
        begin -= 1
    return begin


def _by_rule(role: str, rule: str, document: str) -> list[Feature]:
    return [("bias", ""), ("rule", rule), ("rule role", role), ("document", document)]


def _measure(unit: str, kind: str, bound: str, is_ratio: bool, share: str, same: str) -> list[Feature]:
    found = [("unit", unit), ("kind", kind), ("bound", bound), ("ratio", "of" if is_ratio else "-")]
    return found + [("share", share)] * bool(share) + [("same unit", same)] * bool(same)


def _ahead_of_kind(word: str, kind: str) -> list[Feature]:
    return [("l0 kind", (word or "-") + kind)] + [("l0", word)] * bool(word)


def _behind_kind(word: str, kind: str) -> list[Feature]:
    return [("r0 kind", (word or "-") + kind)] + [("r0", word)] * bool(word)


def _beginning(before: str, word: str) -> list[Feature]:
    return [("opens", word), ("l0 opens", f"{before or '-'} {word}")]


def _around(before: str, behind: str, mood: str) -> list[Feature]:
    return [("before", before), ("behind", behind), ("mood", mood)]


def _placed(place: int, number: int, far: int, colon: str) -> list[Feature]:
    return [("place", str(place)), ("number", str(number)), ("far", str(far)), ("colon", colon)]


def _does(*verb: str) -> list[Feature]:
    return [("verb", " ".join(verb)), *(("verb first", word) for word in verb[:1])]


def _inside(bare: str, first: str, *second: str) -> list[Feature]:
    return [("in bare", bare), ("in", " ".join((first, *second))), ("in first", first)]


def _under(head: str) -> list[Feature]:
    return [("head", head), *(("head word", word) for word in head.split())] if head else []


MAKERS: Makers = {
    "by rule": _by_rule, "measure": _measure, "ahead of kind": _ahead_of_kind, "behind kind": _behind_kind,
    "beginning": _beginning, "around": _around, "placed": _placed, "does": _does, "inside": _inside, "under": _under,
    **NEIGHBOURS,
}  # fmt: skip
