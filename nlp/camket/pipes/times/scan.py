"""Run every kind's patterns over a text, once, from left to right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import Final

from camket.pipes.times.openings import END, parse, seconds
from camket.pipes.times.patterns import (
    dates,
    durations,
    holidays,
    months,
    parts,
    quarters,
    recurrences,
    relative,
    terms,
    years,
)
from camket.pipes.times.piece import Pattern, Piece, Reader
from camket.text.grammar import ATOMS, code
from camket.text.lexer import Syllables

# Of two readings of equal length the earlier kind wins.
KINDS: Final = (relative, recurrences, durations, terms, parts, dates, months, quarters, holidays, years)


def _dispatch() -> dict[str, tuple[Pattern, ...]]:
    """First token's code → the patterns that can begin with it."""
    table: dict[str, list[Pattern]] = defaultdict(list)
    for pattern in (p for kind in KINDS for p in kind.PATTERNS):
        for start in pattern.starts.split():
            codes = ATOMS[start[1:-1]].strip("[]") if start[0] == "<" else code(start)
            for one in codes:
                table[one].append(pattern)
    return {start: tuple(patterns) for start, patterns in table.items()}


_NAME: Final = re.compile(r"\(\?P<\w+>")


def _any_of(patterns: Sequence[Pattern]) -> re.Pattern[str]:
    """One expression that matches where any of the patterns does: most places are ruled out by one call.

    Its groups count the patterns: that of a match is the first that does.
    """
    plain = [_NAME.sub("(?:", pattern.grammar.expression.pattern) for pattern in patterns]
    return re.compile("|".join(f"({pattern})" for pattern in plain))


_Match = Callable[[str, int], "re.Match[str] | None"]
_Way = tuple[_Match, Reader]


class _Ways:
    """How patterns that begin with one token match: one expression for any of them, and how each matches and is read.

    ``following`` are the tokens of which one must stand behind it, None where any may: nine of ten numbers are ruled
    out by that (the noun they count follows), and expressions of a dozen patterns were half of the time of all times.
    """

    def __init__(self, start: str, patterns: Sequence[Pattern]) -> None:
        parsed = [_parse(pattern.grammar.expression.pattern) for pattern in patterns]
        behind = [seconds(parts, start) for parts in parsed]
        self.any_of: _Match = _any_of(patterns).match
        self.each: list[_Way] = [(p.grammar.expression.match, p.read) for p in patterns]
        known = [characters for characters in behind if characters is not None]
        self.following = frozenset(chain.from_iterable(known)) if len(known) == len(behind) else None


_parse = cache(parse)
_WAYS: Final = {start: _Ways(start, patterns) for start, patterns in _dispatch().items()}


def scan(syllables: Syllables, barred: Sequence[tuple[int, int]] = ()) -> list[Piece]:
    """The pieces of a text in order, without overlaps and outside the barred token ranges.

    Examples
    --------
    >>> [p.kind for p in scan(Syllables("trước 30/6, xong quý III; 9 tháng đạt 70%"))]
    ['day', 'quarter', 'months_so_far']
    """
    codes, symbols, done, known = syllables.codes, syllables.symbols, 0, _WAYS
    found: list[Piece] = []
    closed = {i for first, last in barred for i in range(first, last)}
    end = len(symbols) - 1
    for start, symbol in enumerate(symbols):
        if start < done or symbol not in known or start in closed:
            continue
        ways = known[symbol]
        following = ways.following
        if following is not None and (symbols[start + 1] if start < end else END) not in following:
            continue
        match = ways.any_of(codes, start)
        if match is None:
            continue
        pieces = _longest(syllables, start, ways.each[(match.lastindex or 1) - 1 :], closed)
        if pieces:
            done = pieces[-1].last
            found += pieces
    return found


def _longest(syllables: Syllables, start: int, ways: list[_Way], closed: set[int]) -> Sequence[Piece]:
    """The longest reading that begins at a token."""
    codes = syllables.codes
    best: Sequence[Piece] = ()
    for matches, read in ways:
        match = matches(codes, start)
        if match is None or (closed and not closed.isdisjoint(range(*match.span()))):
            continue
        found = read(match, syllables)
        pieces = (found,) if isinstance(found, Piece) else found
        if pieces and (not best or pieces[-1].last > best[-1].last):
            best = pieces
    return best
