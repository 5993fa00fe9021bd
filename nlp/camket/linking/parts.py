"""Parts of an item that can be promised or reported apart: clauses between semicolons, commas and turns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from camket.linking.unit import Unit

# A comma inside a number is followed by a digit, so a blank is asked for.
_BREAK = re.compile(r"(?:[;:]|\.(?=\s)|,(?=\s)|\s\|\s|\s(?=tuy nhiên|nhưng|song |riêng |còn lại|trong khi))")
_MAJOR = re.compile(r"(?:;|\.(?=\s+[^\W\d_])|\s\|\s|,?\s(?=tuy nhiên|nhưng |riêng |trong khi))")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an item (character offsets) and the names of its terms."""

    start: int
    end: int
    names: frozenset[str]


def parts_of(unit: Unit, major: bool = False) -> Iterator[Part]:
    """Clauses of an item from left to right; only the larger ones with ``major``."""
    at, starts = 0, [term.start for term in unit.terms]
    for start, end in _cuts(unit.text, _MAJOR if major else _BREAK):
        inside = unit.terms[bisect_left(starts, start) : bisect_left(starts, end)]
        names = frozenset(term.name for term in inside if term.end <= end)
        if names or end - start > at:
            yield Part(start, end, names)


def _cuts(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for match in pattern.finditer(text):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(text):
        yield at, len(text)
