"""Find identifiers, so that no other finder takes their digits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from camket.pipes.identifiers.named import named
from camket.pipes.identifiers.shapes import addresses, shape
from camket.text.grammar import code
from camket.text.lexer import NUMBER_CODES, Syllables

_NUMBERS: Final = frozenset(NUMBER_CODES.values())
_MARK: Final = code("số")


def find_identifiers(syllables: Syllables) -> tuple[tuple[int, int], ...]:
    """Token ranges of the identifiers in a text, in order, without overlaps.

    Document numbers of every era and body, roads and kilometre posts, telephone and plate numbers, standards and
    versions, classes, articles, ordinals of congresses and sessions, footnote digits glued to a word. Where an
    abbreviation belongs to the identifier ("QL1A") its tokens are counted in, a noun before it is not.

    Examples
    --------
    >>> s = Syllables("Kế hoạch số 57/KH-UBND ngày 21/02/2022 về Đề án 06, sửa 2 km QL1A")
    >>> [s.slice(*span) for span in find_identifiers(s)]
    ['số 57/KH-UBND', '06', 'QL1A']
    """
    found: list[tuple[int, int]] = []
    done = 0
    for i, symbol in enumerate(syllables.symbols):
        if symbol not in _NUMBERS or i < done:
            continue
        span = _at(syllables, i)
        if span:
            found.append(span)
            done = span[1]
    extra = [_tokens(syllables, *span) for span in addresses(syllables.text)]
    return _merged(sorted([*found, *extra])) if found or extra else ()


def _at(syllables: Syllables, i: int) -> tuple[int, int] | None:
    """The identifier that a number token belongs to; one known by its noun may be longer by its shape."""
    characters = shape(syllables, i)
    tokens = _tokens(syllables, *characters) if characters else None
    name = named(syllables, i)
    if tokens and name:
        return min(tokens[0], name[0]), max(tokens[1], name[1])
    if tokens and tokens[0] and syllables.codes[tokens[0] - 1] == _MARK:
        return tokens[0] - 1, tokens[1]
    return tokens or name


def _tokens(syllables: Syllables, start: int, end: int) -> tuple[int, int]:
    first = bisect_right(syllables.starts, start) - 1
    return max(first, 0), bisect_left(syllables.starts, end)


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans that touch the same token become one."""
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)
