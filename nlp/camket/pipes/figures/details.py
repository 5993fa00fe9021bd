"""What a figure carries beyond its value: measured noun phrase, base of comparison, direction, certainty, cues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.lookups import PLAN, marks
from camket.pipes.figures.role_context import FIGURE, RoleContext
from camket.records import Cue, Direction, Figure, FigureRole
from camket.text.grammar import code
from camket.text.phrases import Phrases

_DETAILS: Final = lexicon("figure_roles")["details"]
_DIRECTIONS: Final[tuple[Direction, ...]] = ("up", "down")
_CHANGE: Final[Phrases[Direction]] = Phrases((phrase, way) for way in _DIRECTIONS for phrase in _DETAILS[way])
_ESTIMATED: Final = frozenset(_DETAILS["estimated"])
_ESTIMATED_STARTS: Final = frozenset(phrase.split()[0] for phrase in _ESTIMATED)
_ESTIMATED_CODES: Final = frozenset(map(code, _ESTIMATED_STARTS))
_CHANGE_STARTS: Final = frozenset(_CHANGE.root)
_COMPARE: Final = marks(_DETAILS["compare"])
# "bằng 112% cùng kỳ": an earlier period needs no word of comparison.
_EARLIER: Final = marks(_DETAILS["earlier"])
_BASE_STARTS: Final = frozenset([*_COMPARE.root, *PLAN.root, *_EARLIER.root])
_VERBS: Final = frozenset(_DETAILS["verbs"])
_ENDS: Final = frozenset([*_DETAILS["ends"], FIGURE])
_CONNECTORS: Final = frozenset(_DETAILS["connectors"])
_MEASURED: Final = frozenset(_DETAILS["measured"])
_REACH: Final = 12
_NEAR: Final = 4


def describe(context: RoleContext, figures: Sequence[Figure], k: int, role: FigureRole) -> Figure:
    """The figure with its role and everything that the words around it say of it."""
    figure, cues = figures[k], figures[k].cues
    first, last = context.spans[k]
    base = _base(context, last)
    direction: Direction | None = None
    change = _change(context, first)
    if change is not None:
        direction = change[2]
        cues += (_cue(context, change[0], change[1], f"figure_{direction}"),)
    hedge = -1 if _ESTIMATED_CODES.isdisjoint(context.codes) else _hedge(context, first)
    if hedge >= 0:
        cues += (_cue(context, hedge, hedge + 1, "figure_estimated"),)
    if base is not None:
        cues += (Cue(*base, "figure_base"),)
    return Figure(
        figure.start, figure.end, figure.low, figure.high, figure.of, figure.unit, role,
        _indicator(context, figures, k), base, direction, hedge >= 0, figure.warnings, cues,
        figure.explanation,
    )  # fmt: skip


def _cue(context: RoleContext, first: int, last: int, label: str) -> Cue:
    return Cue(*context.source.syllables.span(first, last), label)


def _change(context: RoleContext, first: int) -> tuple[int, int, Direction] | None:
    """The word of rise or fall nearest before the figure, with no other figure or sign between."""
    symbols, words = context.source.syllables.symbols, context.words
    begin = max(0, first - _NEAR)
    if _CHANGE_STARTS.isdisjoint(symbols[begin:first]):
        return None
    for i in range(first - 1, begin - 1, -1):
        if words[i] in _ENDS:
            return None
        found = _CHANGE.match(symbols, i)
        if found is not None and found[0] <= first:
            return i, found[0], found[1]
    return None


def _hedge(context: RoleContext, first: int) -> int:
    """The word before the figure, in its clause, that makes it an estimate; -1 for none."""
    words = context.words
    for i in range(first - 1, max(context.source.clause_at(first).first, first - _REACH) - 1, -1):
        if words[i] == ";":
            break
        if words[i] in _ESTIMATED_STARTS and (words[i] in _ESTIMATED or " ".join(words[i : i + 2]) in _ESTIMATED):
            return i
    return -1


def _base(context: RoleContext, last: int) -> tuple[int, int] | None:
    """What the figure is compared with: "dự toán địa phương" of "108% dự toán địa phương"."""
    syllables = context.source.syllables
    symbols = syllables.symbols
    if last >= len(context.words) or symbols[last] not in _BASE_STARTS:
        return None
    compare = _COMPARE.match(symbols, last)
    begin = compare[0] if compare else last
    if compare is None and PLAN.match(symbols, begin) is None and _EARLIER.match(symbols, begin) is None:
        return None
    end = _end_of_phrase(context.words, begin)
    return syllables.span(begin, end) if end > begin else None


def _end_of_phrase(words: list[str], begin: int) -> int:
    end, most = begin, min(len(words), begin + _REACH)
    while end < most and words[end] not in _ENDS:
        end += 1
    return end


def _indicator(context: RoleContext, figures: Sequence[Figure], k: int) -> tuple[int, int] | None:
    """What is measured: of counts the noun and its attributes, else the words before the verb."""
    words, syllables = context.words, context.source.syllables
    first, last = context.spans[k]
    if context.kinds[k] not in _MEASURED:
        figure = figures[k]
        end = max(figure.end, syllables.ends[_end_of_phrase(words, last) - 1])
        return max(figure.start, figure.end - len(context.units[k])), end
    begin, end = first, first
    least = max(0, first - 2 * _REACH)
    while begin > least and words[begin - 1] not in _ENDS:
        begin -= 1
        if words[begin] in _VERBS:
            end = begin
    return syllables.span(begin, end) if end > begin and _names_a_thing(words[begin:end]) else None


def _names_a_thing(words: Sequence[str]) -> bool:
    """Whether a stretch before a figure can name what is measured, and is no mere connector or label."""
    return len(words) > 1 and words[0] not in _CONNECTORS and words[0][0].isalpha()
