"""Bounds that stand apart from the number: "từ 65% diện tích trở lên", "đạt từ 85%"."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.lookups import BEHIND
from camket.pipes.figures.quantity import BoundKind, Quantity
from camket.text.grammar import code
from camket.text.lexer import Syllables

_LEXICON: Final = lexicon("figures")
_BEHIND_START: Final = code("trở")
_GRADES: Final = frozenset(_LEXICON["grades"]["words"])
_TO: Final = frozenset(phrase.split()[0] for phrase in _LEXICON["joins"]["to"]) - {"và", "hoặc"}
_FROM_VERBS: Final = frozenset(_LEXICON["from"]["verbs"])
_REACH: Final = 10


def settle_bound(syllables: Syllables, q: Quantity) -> None:
    """Find a "trở lên" that stands apart; "từ" alone is a floor unless it begins a move ("từ 26% xuống 12%")."""
    if q.high is not None or q.bound not in ("", "from"):
        return
    behind = _behind_apart(syllables, q)
    if behind:
        q.bound = behind
    elif q.bound == "from":
        q.bound = "floor" if _is_floor(syllables, q) else ""
        if not q.bound:
            q.first = q.number - (syllables.forms[q.number - 1] in "-–−+")


def _behind_apart(syllables: Syllables, q: Quantity) -> BoundKind:
    at = syllables.codes.find(_BEHIND_START, q.last, q.last + _REACH)
    if at <= q.last:
        return ""
    between = syllables.lowered[q.last : at]
    if any(not word.isalpha() for word in between):
        return ""
    if q.bound != "from" and (between[0] != "số" or len(between) > 4 or between[-1] in _GRADES):
        return ""
    found = BEHIND.match(syllables.symbols, at)
    return found[1] if found else ""


def _is_floor(syllables: Syllables, q: Quantity) -> bool:
    if not _TO.isdisjoint(syllables.lowered[q.last : q.last + _REACH]):
        return False
    if q.unit is not None and q.unit.group == "measure" and q.unit.dimension != "duration":
        return True
    return q.first > 0 and syllables.lowered[q.first - 1] in _FROM_VERBS
