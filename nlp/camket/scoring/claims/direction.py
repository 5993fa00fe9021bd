"""Whether a claim is good news: adverse things with their negations, trends with what they are trends of.

"Không xã viên nào xin rút", "mất tích 0" and "giảm 9 vụ vi phạm" hold words of failure and report none: the sign by
itself can't show it, the sign with its negation, its number or its direction does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.records import Figure
from camket.scoring.claims.groups import Group
from camket.scoring.claims.signs import Sign
from camket.scoring.claims.view import View
from camket.scoring.vectoriser import Feature

_WORDS = lexicon("claims")["direction"]
_ADVERSE = frozenset(_WORDS["adverse"])
_NEGATORS = frozenset(_WORDS["negators"])
_ACTS = frozenset(_WORDS["acts"])
_NOTHING = "không"
_TRENDS = {"up": 1, "down": -1}
# Of what more is wanted, and of what less.
_KINDS = {"wanted": 1, "unwanted": -1, **dict.fromkeys(sorted(_ADVERSE), -1)}
_STOPS = frozenset(",;.|:")
_REACH, _NEAR = 8, 3
_NONE = "-"


def direction_group(view: View, first: int, last: int, signs: Sequence[Sign], figures: Sequence[Figure]) -> Group:
    """Good and bad news between two tokens, from the signs and figures that lie there.

    Whether the adverse things are said not to be, and the last trend.
    """
    adverse = [sign for sign in signs if sign[2] in _ADVERSE]
    trends = [sign for sign in signs if sign[2] in _TRENDS]
    zeros = _zeros(view, figures) if adverse else []
    told = _summary([_denied(view, first, last, sign, signs, zeros) for sign in adverse])
    return ("direction", told, _trend(trends[-1], signs) if trends else _NONE)


def direction_features(told: str, trend: str) -> list[Feature]:
    """Evidence of good and bad news."""
    return [("adverse", told), ("news", f"{told} {trend}")]


def _summary(values: Sequence[bool]) -> str:
    return _NONE if not values else "mixed" if len(set(values)) > 1 else str(values[0])


def _zeros(view: View, figures: Sequence[Figure]) -> list[int]:
    """Tokens of figures that are zero."""
    starts = view.observed.source.syllables.starts
    return [bisect_left(starts, f.start) for f in figures if f.low == 0 and f.high == 0]


def _denied(view: View, first: int, last: int, sign: Sign, signs: Sequence[Sign], zeros: Sequence[int]) -> bool:
    """Whether an adverse thing is said not to be: by zero beside it, or a negation in its clause."""
    start, end, _ = sign
    if any(start - _NEAR <= i < end + _NEAR for i in zeros) or _none_behind(view.plain, end, last):
        return True
    for i in range(start - 1, max(first, start - _REACH) - 1, -1):
        word = view.plain[i]
        if word in _STOPS:
            return False
        if word in _NEGATORS:
            return not _taken(i, start, signs)
    return False


def _taken(negation: int, place: int, signs: Sequence[Sign]) -> bool:
    """Whether a negation is part of another adverse sign, or denies an act before the thing at ``place``."""
    return any(
        (name in _ADVERSE and a <= negation < b) or (name in _ACTS and negation < a and b <= place)
        for a, b, name in signs
    )


def _none_behind(plain: Sequence[str], end: int, last: int) -> bool:
    """ "Tai nạn chết người: không", "… rò rỉ: không", and a bare "không" that ends a claim."""
    behind = list(plain[end : min(end + _NEAR + 1, last)])
    if ":" in behind:
        behind = behind[behind.index(":") + 1 :]
        return behind[:1] == [_NOTHING]
    return behind[:1] == [_NOTHING] and end + 1 >= last


def _trend(trend: Sign, signs: Sequence[Sign]) -> str:
    """The way of a trend, and whether that is good (1) or bad (-1) for the nearest thing it can be told of."""
    place, _, name = trend
    before = behind = 0
    for start, _, other in signs:
        kind = _KINDS.get(other, 0)
        if kind and start < place:
            before = kind
        elif kind and start > place and not behind:
            behind = kind
    return f"{name} {_TRENDS[name] * (before or behind)}"
