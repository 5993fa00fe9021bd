"""Rows of claims, which tell the state that is reported."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from camket.scoring.claims.direction import direction_features, direction_group
from camket.scoring.claims.groups import Group, Makers, expand
from camket.scoring.claims.measure import Reading, bucket, loose, period, shares
from camket.scoring.claims.signs import STRONG, Sign
from camket.scoring.claims.view import View
from camket.scoring.features import context_features
from camket.scoring.vectoriser import Feature, Row
from camket.text.lexer import lower

_NONE = "-"
_UNWANTED = "unwanted"
# Words behind a claim that tell.
_BEHIND = 3
# Marks that only part a clause are no words of its skeleton.
_STOPS = frozenset(",;:|()")


def claim_rows(view: View, spans: Sequence[tuple[int, int]]) -> list[Row]:
    """Words, signs, skeleton, and figures against the plan, of each claim given as a token range."""
    return [
        Row(claim_words(view, *span), expand(groups, MAKERS))
        for span, groups in zip(spans, claim_groups(view, spans), strict=True)
    ]


def claim_words(view: View, first: int, last: int) -> list[int]:
    """Columns of the words and pairs of a claim."""
    return view.words[first:last] + view.pairs[first : last - 1]


def claim_groups(view: View, spans: Sequence[tuple[int, int]]) -> list[list[Group]]:
    """Evidence of each claim given as a token range; what all claims of the item share is found once."""
    observed = view.observed
    item = observed.source.item
    day = item.date
    over = [(t.role, t.to <= day) for t in observed.times if t.to is not None and day is not None]
    common: list[Group] = [("item", item.kind, period(day), *over), ("context", item.context)]
    words = lower(item.text) if observed.figures else ""
    readings = [Reading(figure, words) for figure in observed.figures]
    strong = [sign for sign in view.signs if sign[2] in STRONG]
    return [common + _groups(view, first, last, readings, strong) for first, last in spans]


def _groups(view: View, first: int, last: int, readings: Sequence[Reading], strong: Sequence[Sign]) -> list[Group]:
    observed, behind = view.observed, view.plain[last : last + _BEHIND]
    start, end = observed.source.syllables.span(first, last)
    inside = [reading for reading in readings if start <= reading.figure.start < end]
    figures = [reading.figure for reading in inside]
    told = [sign for sign in view.signs if first <= sign[0] < last]
    signs = [sign[2] for sign in told]
    groups: list[Group] = [
        ("cues", *[cue.label for cue in observed.cues if start <= cue.start < end]),
        ("roles", *[figure.role for figure in figures]), _measure(inside, _UNWANTED in signs),
        ("states", *[state[2] for state in view.states if first <= state[0] < last]), ("signs", *signs),
        ("marks", *[mark[1] for mark in view.marks if first <= mark[0] < last]),
        direction_group(view, first, last, told, figures), _near(strong, first, last),
    ]  # fmt: skip
    return groups + [("after", word) for word in sorted(set(behind))]


def _measure(readings: Sequence[Reading], less: bool) -> Group:
    """Shares of a plan, and what may be one."""
    if not readings:
        return ("measure", (), ())
    measured = [(bucket(share), share.lower) for share in shares(readings, lower=less)]
    return ("measure", tuple(measured), tuple(loose(readings)))


def _near(strong: Sequence[Sign], first: int, last: int) -> Group:
    """The strong signs nearest to a claim."""
    before = behind = _NONE
    for start, end, name in strong:
        if end <= first:
            before = name
        elif start >= last:
            behind = name
            break
    return ("near", before, behind)


def _item(kind: str, when: str, *over: tuple[str, bool]) -> list[Feature]:
    """The season, and whether the times of the item lay behind its document's date."""
    return [("kind", kind), ("period", when), *((f"{role} over", is_over) for role, is_over in over)]


def _measured(measured: Sequence[tuple[str, bool]], beside: Sequence[tuple[str, str]]) -> list[Feature]:
    found: list[Feature] = [("loose", f"{place} {size}") for size, place in beside or [(_NONE, _NONE)]]
    if not measured:
        return [*found, ("share", "none")]
    found += [("share", size) for size, _ in measured]
    return found + [("share lower", f"{size} {less}") for size, less in measured]


def _cues(*labels: str) -> list[Feature]:
    return [*(("cue", label) for label in labels), *(("cues", f"{a} {b}") for a, b in pairwise(labels))]


def _roles(*roles: str) -> list[Feature]:
    return [("figure role", role) for role in roles]


def _states(*states: str) -> list[Feature]:
    return [("state", state) for state in states]


def _signs(*signs: str) -> list[Feature]:
    """Signs by themselves; of those that settle a state also the first and the last."""
    strong = [sign for sign in signs if sign in STRONG] or [_NONE]
    return [("first strong", strong[0]), ("last strong", strong[-1]), *(("sign", sign) for sign in signs)]


def _marks(*marks: str) -> list[Feature]:
    words = [mark for mark in marks if mark not in _STOPS] or [_NONE]
    return [("first mark", words[0]), ("last mark", words[-1]), *(("marks", f"{a} {b}") for a, b in pairwise(marks))]


def _nearest(before: str, behind: str) -> list[Feature]:
    return [("near before", before), ("near behind", behind)]


def _after(word: str) -> list[Feature]:
    return [("after", word)]


def _chance(odds: int, odds_of_like: int) -> list[Feature]:
    """How likely the ways to cut an item make a claim, alone and with its like."""
    return [("chance", odds), ("chance of like", odds_of_like)]


MAKERS: Makers = {
    "item": _item, "context": context_features, "cues": _cues, "roles": _roles, "measure": _measured,
    "states": _states, "signs": _signs, "marks": _marks, "direction": direction_features, "near": _nearest,
    "after": _after, "chance": _chance,
}  # fmt: skip
