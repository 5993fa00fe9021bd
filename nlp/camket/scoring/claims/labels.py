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


class _Setting:
    """What all claims of an item share: the season, what its figures say, its strong signs, evidence."""

    def __init__(self, view: View) -> None:
        observed = view.observed
        item = observed.source.item
        day = item.date
        words = lower(item.text) if observed.figures else ""
        over = [(t.role, t.to <= day) for t in observed.times if t.to is not None and day is not None]
        self.when = period(day)
        self.readings = [Reading(figure, words) for figure in observed.figures]
        self.strong = [sign for sign in view.signs if sign[2] in STRONG]
        self.opened = _opened(view.plain) if "(" in view.plain else []
        self.groups: list[Group] = [("item", item.kind, self.when, *over), ("heading", item.context)]


def claim_groups(view: View, spans: Sequence[tuple[int, int]]) -> list[list[Group]]:
    """Evidence of each claim given as a token range; what all claims of the item share is found once."""
    if not spans:
        return []
    setting = _Setting(view)
    return [_groups(view, first, last, setting) for first, last in spans]


def _groups(view: View, first: int, last: int, setting: _Setting) -> list[Group]:
    observed = view.observed
    start, end = observed.source.syllables.span(first, last)
    readings = [reading for reading in setting.readings if start <= reading.start < end]
    figures = [reading.figure for reading in readings]
    told = [sign for sign in view.signs if first <= sign[0] < last]
    signs = [sign[2] for sign in told]
    groups: list[Group] = [
        *setting.groups, ("labels", *[cue.label for cue in observed.cues if start <= cue.start < end]),
        ("figures", *[figure.role for figure in figures]), _measure(readings, _UNWANTED in signs, setting.when),
        direction_group(view, first, last, told, figures), _near(setting.strong, first, last),
        *_bracket(setting.opened, setting.strong, first),
        ("tail", " ".join(view.plain[max(first, last - 2) : last])),
    ]  # fmt: skip
    # Each counts once; strings keep their hash, tuples don't.
    groups += [("state", name) for name in {state[2] for state in view.states if first <= state[0] < last}]
    groups += _signs(signs)
    groups += _skeleton([mark[1] for mark in view.marks if first <= mark[0] < last])
    groups += [("after", word) for word in set(view.plain[last : last + _BEHIND])]
    return groups


def _measure(readings: Sequence[Reading], less: bool, when: str) -> Group:
    """Shares of a plan, what may be one, and the time there was for it."""
    if not readings:
        return ("measure", (), (), when)
    measured = [(bucket(share), share.lower) for share in shares(readings, lower=less)]
    return ("measure", tuple(measured), tuple(loose(readings)), when)


def _signs(signs: Sequence[str]) -> list[Group]:
    """Signs by themselves; of those that settle a state also the first and the last."""
    strong = [sign for sign in signs if sign in STRONG] or [_NONE]
    return [("strong", strong[0], strong[-1]), *[("sign", sign) for sign in set(signs)]]


def _skeleton(marks: Sequence[str]) -> list[Group]:
    words = [mark for mark in marks if mark not in _STOPS] or [_NONE]
    pairs = {f"{a} {b}" for a, b in pairwise(marks)}
    return [("first mark", words[0]), ("last mark", words[-1]), *[("marks", pair) for pair in pairs]]


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


def _opened(plain: Sequence[str]) -> list[int]:
    """The bracket each token stands in, -1 where none."""
    found: list[int] = []
    opened: list[int] = []
    for i, word in enumerate(plain):
        if word == ")" and opened:
            opened.pop()
        found.append(opened[-1] if opened else -1)
        if word == "(":
            opened.append(i)
    return found


def _bracket(opened: Sequence[int], strong: Sequence[Sign], first: int) -> list[Group]:
    """The last strong sign before the bracket that a claim stands in: parts of what it tells are named in it."""
    if not opened or opened[first] < 0:
        return []
    names = [name for _, end, name in strong if end <= opened[first]]
    return [("in bracket", names[-1] if names else _NONE)]


def _item(kind: str, when: str, *over: tuple[str, bool]) -> list[Feature]:
    """The season, and whether the times of the item lay behind its document's date."""
    return [("kind", kind), ("period", when), *((f"{role} over", is_over) for role, is_over in over)]


def _measured(measured: Sequence[tuple[str, bool]], beside: Sequence[tuple[str, str]], when: str) -> list[Feature]:
    found: list[Feature] = [("loose", f"{place} {size}") for size, place in beside or [(_NONE, _NONE)]]
    if not measured:
        return [*found, ("share", "none")]
    sizes = [size for size, _ in measured]
    found += [("first share", sizes[0]), ("first share when", f"{sizes[0]} {when}"), ("last share", sizes[-1])]
    for size, less in measured:
        found += [("share", size), ("share when", f"{size} {when}"), ("share lower", f"{size} {less}")]
    return found


def _cues(*labels: str) -> list[Feature]:
    return [*(("cue", label) for label in labels), *(("cues", f"{a} {b}") for a, b in pairwise(labels))]


def _roles(*roles: str) -> list[Feature]:
    return [("figure role", role) for role in roles]


def _strong(first: str, last: str) -> list[Feature]:
    return [("first strong", first), ("last strong", last)]


def _nearest(before: str, behind: str) -> list[Feature]:
    return [("near before", before), ("near behind", behind)]


def _chance(odds: int, odds_of_like: int) -> list[Feature]:
    """How likely the ways to cut an item make a claim, alone and with its like."""
    return [("chance", odds), ("chance of like", odds_of_like)]


MAKERS: Makers = {
    "item": _item, "heading": context_features, "labels": _cues, "figures": _roles, "measure": _measured,
    "direction": direction_features, "near": _nearest, "strong": _strong, "odds": _chance,
}  # fmt: skip
