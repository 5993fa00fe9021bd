"""An item laid out for deciding roles: its words with figures and times as single marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from camket.pipes.source import Source
from camket.records import Figure, Time

FIGURE, TIME = "<f>", "<t>"
_STOPS = frozenset(";|.")
_REACH = 24


class RoleContext:
    """An item's tokens with figures and times marked.

    A plain class: compiled code fills a dataclass field by field from outside, which takes three times as long.

    Attributes
    ----------
    source : Source
        The item.
    words : list of str
        Lower-case tokens; every token of a figure is "<f>", of a time "<t>".
    known : set of str
        The same without order: most rules and details need a word that most items don't hold.
    spans : list of (int, int)
        First token and the one behind the last, a pair for each figure.
    left, right : list of list of str
        For each figure the words before and behind it in its sentence, in order; other figures and times as one mark
        each.
    opens : list of int
        For each token the bracket that is open there, -1 for none; empty where the item has no brackets.
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
        self.known = set(self.words)
        self._stops: list[int] = []
        if not _STOPS.isdisjoint(self.known):
            self._stops = [i for i, word in enumerate(self.words) if word in _STOPS and not self._is_inner(i)]
        self.left = [self._before(first) for first, _ in self.spans]
        self.right = [self._behind(last) for _, last in self.spans]
        self.opens = _brackets(self.words) if "(" in self.known else []
        self._heads: list[str] | None = None
        self.rules: list[Callable[..., Any]] | None = None

    def gap(self, k: int) -> list[str]:
        """Words between the figure before and this one."""
        return self.words[self.spans[k - 1][1] : self.spans[k][0]] if k else []

    def bracket(self, k: int) -> int:
        """The token of the bracket around a figure, -1 for none."""
        return self.opens[self.spans[k][0]] if self.opens else -1

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
        if self._heads is None:
            heads = (self.source.item.context or "").lower().split("|")
            self._heads = heads if len(heads) == self.words.count("|") + 1 else []
        return self._heads[self.words[: self.spans[k][0]].count("|")].strip() if self._heads else ""

    def _mark(self, start: int, end: int, sign: str) -> tuple[int, int]:
        """Put a sign over the tokens of a span and give their range; in the line it is followed by empty words."""
        starts = self.source.syllables.starts
        first, last = max(bisect_right(starts, start) - 1, 0), bisect_right(starts, end - 1)
        self.words[first:last] = [sign] * (last - first)
        self._line[first:last] = [sign] + [""] * (last - first - 1)
        return first, last

    def _before(self, token: int) -> list[str]:
        """The words of its sentence before a token."""
        stops = self._stops
        place = bisect_left(stops, token)
        begin = max(stops[place - 1] + 1 if place else 0, token - _REACH)
        return [word for word in self._line[begin:token] if word]

    def _behind(self, token: int) -> list[str]:
        """The words of its sentence from a token on."""
        line, stops = self._line, self._stops
        place = bisect_left(stops, token)
        end = min(stops[place] if place < len(stops) else len(line), token + _REACH)
        return [word for word in line[token:end] if word]

    def _is_inner(self, i: int) -> bool:
        """A dot of an abbreviation ("tr.đồng") ends no sentence."""
        return self.words[i] == "." and i + 1 < len(self.words) and self.source.syllables.is_glued(i + 1)


def _brackets(words: list[str]) -> list[int]:
    """For each token the position of the innermost open bracket, -1 for none."""
    found: list[int] = []
    stack: list[int] = []
    for i, word in enumerate(words):
        found.append(stack[-1] if stack else -1)
        if word == "(":
            stack.append(i)
        elif word == ")" and stack:
            stack.pop()
    return found
