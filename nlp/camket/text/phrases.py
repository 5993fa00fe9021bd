"""Find the longest of many labelled phrases at every place of a text, in one pass over its syllable codes.

A grammar is for constructions, a phrase table for word lists: hundreds of fixed phrases cost the same as ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any, Generic, TypeVar

from camket.text.grammar import ATOMS, code

T = TypeVar("T")
_GROUP = re.compile(r"\(([^()]*)\)(\?)?|([^\s()]+?)(\?)?(?=[\s(]|$)")
_END = ""


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

    __slots__ = ("root",)

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self.root: dict[str, Any] = {}
        for phrase, value in phrases:
            for plain in expand(phrase):
                for codes in _encode(plain):
                    self._add(codes, value)

    def _add(self, codes: str, value: T) -> None:
        self._node(codes).setdefault(_END, value)

    def _node(self, codes: str) -> dict[str, Any]:
        node = self.root
        for character in codes:
            node = node.setdefault(character, {})
        return node

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
            for plain in expand(phrase):
                for codes in _encode(plain):
                    self._node(codes)[_END] = value

    def scan(self, codes: Sequence[str]) -> list[tuple[int, int, T]]:
        """List the matches, each the longest at its place, without overlaps, as (first, last, value).

        ``codes`` are those of a text, best as a list (:attr:`camket.text.lexer.Syllables.symbols`).
        """
        found, root, end, length = [], self.root, 0, len(codes)
        for start in [i for i, character in enumerate(codes) if character in root]:
            if start < end:
                continue
            # The walk of :meth:`match`, written out: a call for each start would cost a third more.
            node, position, best = root[codes[start]], start + 1, None
            while node is not None:
                if _END in node:
                    end, best = position, node
                node = node.get(codes[position]) if position < length else None
                position += 1
            if best is not None:
                found.append((start, end, best[_END]))
        return found

    def match(self, codes: str, position: int) -> tuple[int, T] | None:
        """Give the end and the value of the longest phrase that begins at a place."""
        node = self.root.get(codes[position : position + 1])
        return self._walk(node, codes, position + 1) if node else None

    @staticmethod
    def _walk(node: dict[str, Any], codes: str, position: int) -> tuple[int, T] | None:
        best = None
        length = len(codes)
        while True:
            if _END in node:
                best = (position, node[_END])
            if position >= length:
                return best
            following = node.get(codes[position])
            if following is None:
                return best
            node = following
            position += 1
