"""An item laid out for deciding roles: its words with figures and times as single marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from camket.pipes.source import Source
from camket.records import Figure, Time
from camket.text.phrases import Phrases

FIGURE, TIME = "<f>", "<t>"
_MARKS = frozenset([FIGURE, TIME])
_STOPS = frozenset(";|.")
_REACH = 24
_FAR = 40


@dataclass(slots=True)
class RoleContext:
    """An item's tokens with figures and times marked.

    Attributes
    ----------
    source : Source
        The item.
    words : list of str
        Lower-case tokens; every token of a figure is "<f>", of a time "<t>".
    spans : list of (int, int)
        First token and the one behind the last, a pair for each figure.
    opens : list of int
        For each token the bracket that is open there, -1 for none.
    heads : list of str
        The table's column names in lower case; empty where the item is no table row that fits them.
    bars : list of int
        The tokens that separate cells.
    opening : list of str
        The item's first words.
    """

    source: Source
    words: list[str]
    spans: list[tuple[int, int]]
    opens: list[int]
    heads: list[str]
    bars: list[int]
    opening: list[str] = field(default_factory=list)
    memo: dict[int, list[str]] = field(default_factory=dict)
    first_colon: int | None = None
    found_cues: list[tuple[int, int, str]] | None = None
    # The rules that may speak, see camket.pipes.figures.roles.
    rules: tuple[Callable[..., Any], ...] | None = None

    def left(self, k: int) -> list[str]:
        """Words before a figure in its sentence and bracket, in order; figures and times as one mark each."""
        found = self.memo.get(k)
        if found is None:
            first = self.spans[k][0]
            found = self.memo[k] = self._collapse(range(first - 1, max(-1, first - _REACH), -1))[::-1]
        return found

    def right(self, k: int) -> list[str]:
        """Words behind a figure up to the end of its sentence."""
        found = self.memo.get(~k)
        if found is None:
            last = self.spans[k][1]
            found = self.memo[~k] = self._collapse(range(last, min(len(self.words), last + _REACH)))
        return found

    def gap(self, k: int) -> list[str]:
        """Words between the figure before and this one."""
        return self.words[self.spans[k - 1][1] : self.spans[k][0]] if k else []

    def cues(self, table: Phrases[str], k: int) -> list[tuple[int, int, str]]:
        """The phrases of a table around a figure; the item is searched once."""
        if self.found_cues is None:
            self.found_cues = table.scan(self.source.syllables.symbols)
        first, last = self.spans[k]
        begin = bisect_left(self.found_cues, (first - _FAR,))
        return self.found_cues[begin : bisect_left(self.found_cues, (last + _FAR,))]

    def colon(self, k: int) -> str:
        """Whether a figure stands before or behind the item's first colon."""
        if self.first_colon is None:
            self.first_colon = self.words.index(":") if ":" in self.words else -1
        return "-" if self.first_colon < 0 else "before" if self.spans[k][0] < self.first_colon else "behind"

    def _collapse(self, positions: range) -> list[str]:
        found: list[str] = []
        words, last = self.words, ""
        for i in positions:
            word = words[i]
            if word in _STOPS and not self._is_inner_stop(i):
                break
            if word != last or word not in _MARKS:
                found.append(word)
            last = word
        return found

    def _is_inner_stop(self, i: int) -> bool:
        """A dot of an abbreviation ("tr.đồng") ends no sentence."""
        return self.words[i] == "." and i + 1 < len(self.words) and self.source.syllables.is_glued(i + 1)

    def bracket(self, k: int) -> int:
        """The token of the bracket around a figure, -1 for none."""
        return self.opens[self.spans[k][0]]

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
        start = self.bracket(k)
        return self._collapse(range(start - 1, max(-1, start - _REACH), -1))[::-1]

    def head(self, k: int) -> str:
        """Name of the column that a figure stands in, "" where there is none."""
        return self.heads[bisect_right(self.bars, self.spans[k][0])] if self.heads else ""


def read_context(figures: Sequence[Figure], source: Source, times: Sequence[Time] = ()) -> RoleContext:
    """Lay out an item for its figures."""
    words = list(source.syllables.lowered)
    for time in times:
        mark(words, source, time.start, time.end, TIME)
    spans = [mark(words, source, figure.start, figure.end, FIGURE) for figure in figures]
    bars = [i for i, word in enumerate(words) if word == "|"] if "|" in words else []
    heads = source.item.context.lower().split("|") if bars and source.item.context else []
    fits = len(heads) == len(bars) + 1
    opening = [word for word in words[:6] if word.isalpha()][:3]
    columns = [head.strip() for head in heads] if fits else []
    opens = brackets(words) if "(" in words else [-1] * len(words)
    return RoleContext(source, words, spans, opens, columns, bars, opening)


def mark(words: list[str], source: Source, start: int, end: int, sign: str) -> tuple[int, int]:
    """Put a sign over the tokens of a span and give their range."""
    starts = source.syllables.starts
    first, last = max(bisect_right(starts, start) - 1, 0), bisect_right(starts, end - 1)
    words[first:last] = [sign] * (last - first)
    return first, last


def brackets(words: Sequence[str]) -> list[int]:
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
