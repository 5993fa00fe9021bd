"""Whether a claim is good news: adverse things with their negations, trends with what they are trends of.

"Không xã viên nào xin rút", "mất tích 0" and "giảm 9 vụ vi phạm" hold words of failure and report none: the sign by
itself can't show it, the sign with its negation, its number or its direction does.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from camket.lexicons import lexicon
from camket.scoring.claims.groups import Teller
from camket.scoring.claims.measure import Reading
from camket.scoring.claims.signs import Sign
from camket.scoring.claims.view import View

_WORDS: Final = lexicon("claims")["direction"]
_ADVERSE: Final = frozenset(_WORDS["adverse"])
_NEGATORS: Final = frozenset(_WORDS["negators"])
_ACTS: Final = frozenset(_WORDS["acts"])
_NOTHING: Final = "không"
_TRENDS: Final = {"up": 1, "down": -1}
# Of what more is wanted, and of what less.
_KINDS: Final = {"wanted": 1, "unwanted": -1, **dict.fromkeys(sorted(_ADVERSE), -1)}
_STOPS: Final = frozenset(",;.|:")
_REACH: Final = 8
_NEAR: Final = 3
_NONE: Final = "-"


def tell_direction(
    teller: Teller, view: View, first: int, last: int, signs: list[Sign], readings: list[Reading]
) -> None:
    """Good and bad news between two tokens, from the signs and figures that lie there.

    Whether the adverse things are said not to be, and the last trend.
    """
    adverse = [sign for sign in signs if sign.name in _ADVERSE]
    trends = [sign for sign in signs if sign.name in _TRENDS]
    zeros = _zeros(view, readings) if adverse else []
    told = _summary([_denied(view, first, last, sign, signs, zeros) for sign in adverse]) if adverse else _NONE
    teller.tell("adverse", told)
    teller.tell_pair("news", told, _trend(trends[-1], signs) if trends else _NONE)


def _summary(values: list[bool]) -> str:
    return "mixed" if len(set(values)) > 1 else str(values[0])


def _zeros(view: View, readings: list[Reading]) -> list[int]:
    """Tokens of figures that are zero."""
    starts = view.observed.source.syllables.starts
    return [bisect_left(starts, r.start) for r in readings if r.low == 0 and r.high == 0]


def _denied(view: View, first: int, last: int, sign: Sign, signs: list[Sign], zeros: list[int]) -> bool:
    """Whether an adverse thing is said not to be: by zero beside it, or a negation in its clause."""
    start, end = sign.first, sign.last
    if any(start - _NEAR <= i < end + _NEAR for i in zeros) or _none_behind(view.plain, end, last):
        return True
    for i in range(start - 1, max(first, start - _REACH) - 1, -1):
        word = view.plain[i]
        if word in _STOPS:
            return False
        if word in _NEGATORS:
            return not _taken(i, start, signs)
    return False


def _taken(negation: int, place: int, signs: list[Sign]) -> bool:
    """Whether a negation is part of another adverse sign, or denies an act before the thing at ``place``."""
    for s in signs:
        if s.name in _ADVERSE and s.first <= negation < s.last:
            return True
        if s.name in _ACTS and negation < s.first and s.last <= place:
            return True
    return False


def _none_behind(plain: list[str], end: int, last: int) -> bool:
    """ "Tai nạn chết người: không", "… rò rỉ: không", and a bare "không" that ends a claim."""
    behind = plain[end : min(end + _NEAR + 1, last)]
    if ":" in behind:
        behind = behind[behind.index(":") + 1 :]
        return behind[:1] == [_NOTHING]
    return behind[:1] == [_NOTHING] and end + 1 >= last


def _trend(trend: Sign, signs: list[Sign]) -> str:
    """The way of a trend, and whether that is good (1) or bad (-1) for the nearest thing it can be told of."""
    place, name = trend.first, trend.name
    before = behind = 0
    for sign in signs:
        kind = _KINDS.get(sign.name, 0)
        if kind and sign.first < place:
            before = kind
        elif kind and sign.first > place and not behind:
            behind = kind
    return f"{name} {_TRENDS[name] * (before or behind)}"
