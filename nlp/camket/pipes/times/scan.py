"""Run every kind's patterns over a text, once, from left to right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

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
from camket.pipes.times.piece import Pattern, Piece
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
    """One expression that matches where any of the patterns does: most places are ruled out by one call."""
    return re.compile("|".join(f"(?:{_NAME.sub('(?:', p.grammar.expression.pattern)})" for p in patterns))


_DISPATCH = _dispatch()
_MAYBE = {start: _any_of(patterns).match for start, patterns in _DISPATCH.items()}
_TRIGGER = re.compile(f"[{re.escape(''.join(_DISPATCH))}]")


def scan(syllables: Syllables, barred: Sequence[tuple[int, int]] = ()) -> list[Piece]:
    """The pieces of a text in order, without overlaps and outside the barred token ranges.

    Examples
    --------
    >>> [p.kind for p in scan(Syllables("trước 30/6, xong quý III; 9 tháng đạt 70%"))]
    ['day', 'quarter', 'months_so_far']
    """
    codes, done = syllables.codes, 0
    found: list[Piece] = []
    closed = {i for first, last in barred for i in range(first, last)}
    for trigger in _TRIGGER.finditer(codes):
        start = trigger.start()
        if start < done or start in closed or not _MAYBE[codes[start]](codes, start):
            continue
        pieces = _longest(syllables, start, closed)
        if pieces:
            done = pieces[-1].last
            found += pieces
    return found


def _longest(syllables: Syllables, start: int, closed: set[int]) -> Sequence[Piece]:
    """The longest reading that begins at a token."""
    codes = syllables.codes
    best: Sequence[Piece] = ()
    for pattern in _DISPATCH[codes[start]]:
        match = pattern.grammar.expression.match(codes, start)
        if match is None or (closed and not closed.isdisjoint(range(*match.span()))):
            continue
        read = pattern.read(match, syllables)
        pieces = (read,) if isinstance(read, Piece) else read
        if pieces and (not best or pieces[-1].last > best[-1].last):
            best = pieces
    return best
