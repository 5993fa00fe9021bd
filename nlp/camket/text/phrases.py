"""Find the longest of many labelled phrases at every place of a text, in one pass over its syllable codes.

A grammar is for constructions, a phrase table for word lists: hundreds of fixed phrases cost the same as ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from sys import intern
from typing import Any, Final, Generic, TypeVar

from camket.text.grammar import ATOMS, code

T = TypeVar("T")
_GROUP: Final = re.compile(r"\(([^()]*)\)(\?)?|([^\s()]+?)(\?)?(?=[\s(]|$)")


def expand(phrase: str) -> list[str]:
    """Write out the alternatives of a phrase: ``(a|b)`` is one of them, ``?`` makes a word or group optional.

    Examples
    --------
    >>> expand("đưa vào (sử dụng|khai thác)")
    ['đưa vào sử dụng', 'đưa vào khai thác']
    >>> expand("đạt (rất)? nhiều")
    ['đạt rất nhiều', 'đạt nhiều']
    """
    parts = []
    for group, maybe, word, word_maybe in _GROUP.findall(phrase):
        parts.append((group.split("|") if group else [word]) + ([""] if maybe or word_maybe else []))
    return [" ".join(filter(None, choice)) for choice in product(*parts)]


def _encode(phrase: str) -> list[str]:
    """All code strings of a phrase; ``<number>`` and other single-code atoms stand for each of their codes."""
    choices = [list(ATOMS[w[1:-1]].strip("[]")) if w[0] == "<" != w else [code(w)] for w in phrase.split()]
    return ["".join(choice) for choice in product(*choices)]


class Node:
    """A place in a table: what may follow, and the value of the phrase that ends here, if one does."""

    __slots__ = ("following", "is_end", "value")

    def __init__(self) -> None:
        self.following: dict[str, Node] = {}
        self.is_end = False
        self.value: Any = None


def _ends(root: dict[str, Node], phrase: str, step: int = 1) -> Iterator[Node]:
    """The nodes in which the spellings of a phrase end, made where there are none; with step -1 read backwards."""
    for plain in expand(phrase):
        for codes in _encode(plain):
            nodes = root
            for character in codes[::step]:
                # Interned, as the codes of texts are: the same object needs no comparison.
                node = nodes.setdefault(intern(character), Node())
                nodes = node.following
            yield node


# Filters of a table: whether a phrase may begin with a symbol, and with two. Most places of a text are passed by with a
# look at some bytes that stay in the processor's cache, where a dictionary takes three times as long; a symbol or pair
# that shares its place with another costs a look into the table.
_MASK: Final = (1 << 13) - 1
_SPREAD: Final = 37
_LONGER: Final = 1
_SINGLE: Final = 2


def _filters(root: dict[str, Node]) -> tuple[bytes, bytes]:
    firsts, seconds = bytearray(_MASK + 1), bytearray(_MASK + 1)
    for first, node in root.items():
        place = ord(first) & _MASK
        firsts[place] = max(firsts[place], _SINGLE if node.is_end else _LONGER)
        for second in node.following:
            seconds[(ord(first) * _SPREAD + ord(second)) & _MASK] = 1
    return bytes(firsts), bytes(seconds)


class Phrases(Generic[T]):
    """A table of phrases with a value each.

    Parameters
    ----------
    phrases : iterable of (str, T)
        Phrases in plain lower-case Vietnamese with blanks between syllables and signs, see :func:`expand`. Of equal
        phrases the first one given counts.

    Examples
    --------
    >>> from camket.text.lexer import Syllables
    >>> table = Phrases([("tăng cường", "effort"), ("tăng", "growth"), ("<number> rõ", "slogan")])
    >>> table.scan(Syllables("Tăng cường 6 rõ, tăng 5%").symbols)
    [(0, 2, 'effort'), (2, 4, 'slogan'), (5, 6, 'growth')]
    """

    __slots__ = ("_firsts", "_seconds", "root")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self.root: dict[str, Node] = {}
        for phrase, value in phrases:
            for node in _ends(self.root, phrase):
                if not node.is_end:
                    node.is_end, node.value = True, value
        self._firsts, self._seconds = _filters(self.root)

    def override(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Add phrases to the table in use; of equal phrases the new one counts.

        Examples
        --------
        >>> from camket.text.lexer import Syllables
        >>> table = Phrases([("tăng cường", "effort")])
        >>> table.override([("ra quân", "effort")])
        >>> table.scan(Syllables("Ra quân dọn vệ sinh").symbols)
        [(0, 2, 'effort')]
        """
        for phrase, value in phrases:
            for node in _ends(self.root, phrase):
                node.is_end, node.value = True, value
        self._firsts, self._seconds = _filters(self.root)

    def scan(self, codes: Sequence[str]) -> list[tuple[int, int, T]]:
        """List the matches, each the longest at its place, without overlaps, as (first, last, value).

        ``codes`` are those of a text, best as a list (:attr:`camket.text.lexer.Syllables.symbols`).
        """
        symbols: list[str] = codes if isinstance(codes, list) else list(codes)
        found: list[tuple[int, int, T]] = []
        root, firsts, seconds, end, length = self.root, self._firsts, self._seconds, 0, len(symbols)
        for start, character in enumerate(symbols):
            number = ord(character)
            first = firsts[number & _MASK]
            if not first or start < end:
                continue
            if first == _LONGER and (
                start + 1 == length or not seconds[(number * _SPREAD + ord(symbols[start + 1])) & _MASK]
            ):
                continue
            # The walk of :meth:`match`, written out: a call for each start would cost a third more.
            node = root.get(character)
            position, best = start + 1, None
            while node is not None:
                if node.is_end:
                    end, best = position, node
                node = node.following.get(symbols[position]) if position < length else None
                position += 1
            if best is not None:
                found.append((start, end, best.value))
        return found

    def match(self, symbols: list[str], position: int) -> tuple[int, T] | None:
        """Give the end and the value of the longest phrase that begins at a place; None also where there is none."""
        if not 0 <= position < len(symbols):
            return None
        node = self.root.get(symbols[position])
        return _walk(node, symbols, position + 1) if node is not None else None


def _walk(first: Node, symbols: list[str], position: int) -> tuple[int, Any] | None:
    end, best, length = 0, None, len(symbols)
    node: Node | None = first
    while node is not None:
        if node.is_end:
            end, best = position, node
        node = node.following.get(symbols[position]) if position < length else None
        position += 1
    return (end, best.value) if best is not None else None


class Endings(Generic[T]):
    """A table of phrases with a value each, looked up from their end.

    Parameters
    ----------
    phrases : iterable of (str, T)
        As those of :class:`Phrases`.

    Examples
    --------
    >>> from camket.text.lexer import Syllables
    >>> table = Endings([("trên", "floor"), ("ít nhất", "floor"), ("không quá", "ceiling")])
    >>> symbols = Syllables("giảm ít nhất 5 vụ").symbols
    >>> table.find(symbols, 3), table.find(symbols, 1)
    ((1, 'floor'), None)
    """

    __slots__ = ("root",)

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self.root: dict[str, Node] = {}
        for phrase, value in phrases:
            for node in _ends(self.root, phrase, -1):
                if not node.is_end:
                    node.is_end, node.value = True, value

    def find(self, symbols: list[str], position: int, floor: int = 0) -> tuple[int, T] | None:
        """Give the first token and the value of the longest phrase that ends before a place and begins at a floor."""
        if position <= floor:
            return None
        node = self.root.get(symbols[position - 1])
        first, best = position, None
        while node is not None:
            first -= 1
            if node.is_end:
                best = (first, node.value)
            node = node.following.get(symbols[first - 1]) if first > floor else None
        return best
