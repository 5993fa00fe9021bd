"""An item laid out for deciding roles: its words with figures and times as single marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final

from camket.pipes.figures.units import SIGNS, UNITS
from camket.pipes.source import Source
from camket.records import Figure, Time
from camket.text.grammar import code
from camket.text.places import first_from

FIGURE: Final = "<f>"
TIME: Final = "<t>"
_STOPS: Final = frozenset(";|.")
_STOP_CODES: Final = frozenset(map(code, _STOPS))
_BAR: Final = code("|")
_OPEN: Final = code("(")
# How many tokens before and behind a figure are looked at.
_REACH: Final = 24
_REACH_BEHIND: Final = 12


class RoleContext:
    """An item's tokens with figures and times marked.

    A plain class: compiled code fills a dataclass field by field from outside, which takes three times as long.

    Attributes
    ----------
    source : Source
        The item.
    words : list of str
        Lower-case tokens; every token of a figure is "<f>", of a time "<t>".
    codes : set of str
        The codes of the tokens without order: most rules and details need a word that most items don't hold.
    spans : list of (int, int)
        First token and the one behind the last, a pair for each figure.
    left, right : list of list of str
        For each figure the words before and behind it in its sentence, in order; other figures and times as one mark
        each.
    units, kinds : list of str
        For each figure its unit, "-" where it has none, and what that measures, see :func:`unit_class`.
    numbers : list of float
        For each figure its lower bound, or else the upper one.
    rules : list of callable or None
        The rules that may speak, see :mod:`camket.pipes.figures.roles`.
    """

    def __init__(self, figures: Sequence[Figure], source: Source, times: Sequence[Time]) -> None:
        self.source = source
        self.words = list(source.syllables.lowered)
        self._line = list(self.words)
        for time in times:
            self._mark(time.start, time.end, TIME)
        self.spans = [self._mark(figure.start, figure.end, FIGURE) for figure in figures]
        self.codes = set(source.syllables.symbols)
        self._stops: list[int] = []
        if not _STOP_CODES.isdisjoint(self.codes):
            self._stops = [i for i, word in enumerate(self.words) if word in _STOPS and not self._is_inner(i)]
        self.left = [self._before(first) for first, _ in self.spans]
        self.right = [self._behind(last) for _, last in self.spans]
        self._heads = self._read_heads() if _BAR in self.codes else []
        self._brackets = self._read_brackets() if _OPEN in self.codes else []
        self.units = [figure.unit or "-" for figure in figures]
        self.kinds = [unit_class(unit) for unit in self.units]
        self.numbers = [_number(figure) for figure in figures]
        self.rules: list[Callable[..., Any]] | None = None

    def gap(self, k: int) -> list[str]:
        """Words between the figure before and this one."""
        return self.words[self.spans[k - 1][1] : self.spans[k][0]] if k else []

    def bracket(self, k: int) -> int:
        """The token of the bracket around a figure, -1 for none."""
        return self._brackets[k] if self._brackets else -1

    def _read_brackets(self) -> list[int]:
        """The innermost bracket that is open at each figure, -1 for none, in one pass over the words."""
        words, opened, found, at = self.words, [-1], [], 0
        for first, _ in self.spans:
            for i in range(at, first):
                word = words[i]
                if word == "(":
                    opened.append(i)
                elif word == ")" and len(opened) > 1:
                    opened.pop()
            found.append(opened[-1])
            at = first
        return found

    def in_bracket(self, k: int) -> bool:
        """Whether a bracket is open at a figure."""
        return self.bracket(k) >= 0

    def inside(self, k: int) -> list[str] | None:
        """Words from the bracket's beginning to the figure; None outside brackets."""
        start = self.bracket(k)
        first = self.spans[k][0]
        return None if start < 0 else self.words[max(start + 1, first - _REACH) : first]

    def before_bracket(self, k: int) -> list[str]:
        """Words before the bracket around a figure."""
        return self._before(self.bracket(k))

    def head(self, k: int) -> str:
        """Name of the column that a figure stands in, in lower case; "" where the item is no row that fits its head."""
        return self._heads[self.words[: self.spans[k][0]].count("|")] if self._heads else ""

    def _read_heads(self) -> list[str]:
        heads = [head.strip() for head in (self.source.item.context or "").lower().split("|")]
        return heads if len(heads) == self.words.count("|") + 1 else []

    def _mark(self, start: int, end: int, sign: str) -> tuple[int, int]:
        """Put a sign over the tokens of a span and give their range; in the line it is followed by empty words."""
        starts, words, line = self.source.syllables.starts, self.words, self._line
        first, last = max(first_from(starts, start + 1) - 1, 0), first_from(starts, end)
        for i in range(first, last):
            words[i], line[i] = sign, ""
        if first < last:
            line[first] = sign
        return first, last

    def _before(self, token: int) -> list[str]:
        """The words of its sentence before a token."""
        stops = self._stops
        place = first_from(stops, token) if stops else 0
        begin = max(stops[place - 1] + 1 if place else 0, token - _REACH)
        return [word for word in self._line[begin:token] if word]

    def _behind(self, token: int) -> list[str]:
        """The words of its sentence from a token on."""
        line, stops = self._line, self._stops
        place = first_from(stops, token) if stops else 0
        end = min(stops[place] if place < len(stops) else len(line), token + _REACH_BEHIND)
        return [word for word in line[token:end] if word]

    def _is_inner(self, i: int) -> bool:
        """A dot of an abbreviation ("tr.đồng") ends no sentence."""
        return self.words[i] == "." and i + 1 < len(self.words) and self.source.syllables.is_glued(i + 1)


@lru_cache(maxsize=10_000)
def unit_class(unit: str) -> str:
    """A coarse class for what is measured: a dimension ("length", "money"), or the group of the counted noun.

    Examples
    --------
    >>> unit_class("km"), unit_class("hộ")
    ('length', 'people')
    """
    head, _, rate = unit.partition("/")
    known = SIGNS.get(head) or UNITS.get(head)
    name = "unknown" if known is None else known.dimension if known.group == "measure" else known.group
    return name + " rate" if rate else name


def _number(figure: Figure) -> float:
    low = figure.low
    return low if low is not None else figure.high or 0.0
