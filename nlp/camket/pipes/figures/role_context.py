"""An item laid out for deciding roles: its words with figures and times as single marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from camket.pipes.source import Source
from camket.records import Figure, Time
from camket.text.phrases import Phrases

FIGURE, TIME = "<f>", "<t>"
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
    left, right : list of list of str
        For each figure the words before and behind it in its sentence, in order; other figures and times as one mark
        each.
    line : list of str
        The words with "" in place of all marks of a figure or time but its first.
    stops : list of int
        The tokens that end a sentence or cell.
    opens : list of int
        For each token the bracket that is open there, -1 for none; empty where the item has no brackets.
    heads : list of str
        The table's column names in lower case; empty where the item is no table row that fits them.
    bars : list of int
        The tokens that separate cells.
    """

    source: Source
    words: list[str]
    spans: list[tuple[int, int]]
    left: list[list[str]]
    right: list[list[str]]
    line: list[str]
    stops: list[int]
    opens: list[int]
    heads: list[str]
    bars: list[int]
    found_cues: list[tuple[int, int, str]] | None = None
    # The rules that may speak, see camket.pipes.figures.roles.
    rules: list[Callable[..., Any]] | None = None

    def gap(self, k: int) -> list[str]:
        """Words between the figure before and this one."""
        return self.words[self.spans[k - 1][1] : self.spans[k][0]] if k else []

    def cues(self, table: Phrases[str], k: int) -> list[tuple[int, int, str]]:
        """The phrases of a table around a figure; the item is searched once."""
        found = self.found_cues
        if found is None:
            found = self.found_cues = table.scan(self.source.syllables.symbols)
        first, last = self.spans[k]
        return [cue for cue in found if first - _FAR <= cue[0] < last + _FAR]

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
        return _before(self.line, self.stops, self.bracket(k))

    def head(self, k: int) -> str:
        """Name of the column that a figure stands in, "" where there is none."""
        return self.heads[bisect_right(self.bars, self.spans[k][0])] if self.heads else ""


def read_context(figures: Sequence[Figure], source: Source, times: Sequence[Time] = ()) -> RoleContext:
    """Lay out an item for its figures."""
    words = list(source.syllables.lowered)
    line = list(words)
    for time in times:
        _mark(words, line, source, time.start, time.end, TIME)
    spans = [_mark(words, line, source, figure.start, figure.end, FIGURE) for figure in figures]
    stops = [i for i, word in enumerate(words) if word in _STOPS and not _is_inner(words, source, i)]
    left = [_before(line, stops, first) for first, _ in spans]
    right = [_behind(line, stops, last) for _, last in spans]
    opens = brackets(words) if "(" in words else []
    heads = _heads(words, source)
    bars = [i for i in stops if words[i] == "|"] if heads else []
    return RoleContext(source, words, spans, left, right, line, stops, opens, heads, bars)


def _mark(words: list[str], line: list[str], source: Source, start: int, end: int, sign: str) -> tuple[int, int]:
    """Put a sign over the tokens of a span and give their range."""
    starts = source.syllables.starts
    first, last = max(bisect_right(starts, start) - 1, 0), bisect_right(starts, end - 1)
    words[first:last] = [sign] * (last - first)
    line[first:last] = [sign] + [""] * (last - first - 1)
    return first, last


def _before(line: list[str], stops: list[int], token: int) -> list[str]:
    """The words of its sentence before a token."""
    place = bisect_left(stops, token)
    begin = max(stops[place - 1] + 1 if place else 0, token - _REACH)
    return [word for word in line[begin:token] if word]


def _behind(line: list[str], stops: list[int], token: int) -> list[str]:
    """The words of its sentence from a token on."""
    place = bisect_left(stops, token)
    end = min(stops[place] if place < len(stops) else len(line), token + _REACH)
    return [word for word in line[token:end] if word]


def _is_inner(words: list[str], source: Source, i: int) -> bool:
    """A dot of an abbreviation ("tr.đồng") ends no sentence."""
    return words[i] == "." and i + 1 < len(words) and source.syllables.is_glued(i + 1)


def _heads(words: list[str], source: Source) -> list[str]:
    """The names of the table's columns, where the row fits them."""
    context = source.item.context
    if not context or "|" not in words:
        return []
    heads = [head.strip() for head in context.lower().split("|")]
    return heads if len(heads) == words.count("|") + 1 else []


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
