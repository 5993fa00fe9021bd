"""Run every kind's patterns over a text, once, from left to right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

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
KINDS = (relative, recurrences, durations, terms, parts, dates, months, quarters, holidays, years)


def _dispatch() -> dict[str, tuple[Pattern, ...]]:
    """First token's code → the patterns that can begin with it."""
    table: dict[str, list[Pattern]] = defaultdict(list)
    for pattern in (p for kind in KINDS for p in kind.PATTERNS):
        for start in pattern.starts.split():
            codes = ATOMS[start[1:-1]].strip("[]") if start[0] == "<" else code(start)
            for one in codes:
                table[one].append(pattern)
    return {start: tuple(patterns) for start, patterns in table.items()}


_NAME = re.compile(r"\(\?P<\w+>")


def _any_of(patterns: Sequence[Pattern]) -> re.Pattern[str]:
    """One expression that matches where any of the patterns does: most places are ruled out by one call.

    Its groups count the patterns: that of a match is the first that does.
    """
    plain = [_NAME.sub("(?:", pattern.grammar.expression.pattern) for pattern in patterns]
    return re.compile("|".join(f"({pattern})" for pattern in plain))


_Match = Callable[[str, int], "re.Match[str] | None"]
_Way = tuple[_Match, Reader]


def _ways() -> dict[str, tuple[_Match, list[_Way]]]:
    """First token's code → the expression that matches where any pattern does, and how each matches and is read."""
    return {
        start: (_any_of(patterns).match, [(p.grammar.expression.match, p.read) for p in patterns])
        for start, patterns in _dispatch().items()
    }


_WAYS = _ways()


def scan(syllables: Syllables, barred: Sequence[tuple[int, int]] = ()) -> list[Piece]:
    """The pieces of a text in order, without overlaps and outside the barred token ranges.

    Examples
    --------
    >>> [p.kind for p in scan(Syllables("trước 30/6, xong quý III; 9 tháng đạt 70%"))]
    ['day', 'quarter', 'months_so_far']
    """
    codes, done, ways = syllables.codes, 0, _WAYS
    found: list[Piece] = []
    closed = {i for first, last in barred for i in range(first, last)}
    for start, symbol in enumerate(syllables.symbols):
        if start < done or symbol not in ways or start in closed:
            continue
        any_of, patterns = ways[symbol]
        match = any_of(codes, start)
        if match is None:
            continue
        pieces = _longest(syllables, start, patterns[(match.lastindex or 1) - 1 :], closed)
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
