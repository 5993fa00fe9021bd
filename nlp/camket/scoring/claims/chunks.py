"""Cut an item into chunks, the pieces claims are made of."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.text.grammar import Grammar, any_of, code, translate
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_LEXICON: Final = lexicon("claims")
_SIGNS: Final = frozenset(translate(", ; <colon> <dot> <open> <close> <bar>", {}))
# Phrases before which a chunk ends, and phrases that only look like one.
_PHRASES: Final = Phrases([(p, key == "before") for key in ("before", "inside") for p in _LEXICON["breaks"][key]])
_LEAD: Final = Grammar(any_of(_LEXICON["trim"]["lead"]))
# Codes that a lead may begin with: most claims begin with none, and need not ask the grammar.
_LEAD_STARTS: Final = frozenset([code(phrase.split()[0]) for phrase in _LEXICON["trim"]["lead"]])
_EDGE: Final = frozenset(",;:.()|-–—+•*…\"“”'/")


class Chunk:
    """Tokens ``first`` up to, not including, ``last``.

    ``before`` is the sign or phrase that opened it, ``depth`` the number of brackets open around it. Compiled, a plain
    class is made several times as fast as a dataclass.
    """

    def __init__(self, first: int, last: int, before: str, depth: int = 0) -> None:
        self.first = first
        self.last = last
        self.before = before
        self.depth = depth


def cut(syllables: Syllables) -> list[Chunk]:
    """Chunks of a text in order; signs between them belong to none.

    Examples
    --------
    >>> s = Syllables("Đã xong 3 cầu, còn 1 cầu chậm do thiếu vốn.")
    >>> [s.slice(c.first, c.last) for c in cut(s)]
    ['Đã xong 3 cầu', 'còn 1 cầu chậm', 'do thiếu vốn']
    """
    chunks: list[Chunk] = []
    first, before, depth, forms = 0, "^", 0, syllables.forms
    for a, b in _breaks(syllables):
        sign = forms[a]
        if sign in _EDGE:
            _add(chunks, syllables, first, a, before, depth)
            first, before = b, sign
            depth = max(0, depth + (sign == "(") - (sign == ")"))
        elif a > first:
            _add(chunks, syllables, first, a, before, depth)
            first, before = a, "+"
    _add(chunks, syllables, first, len(forms), before, depth)
    return chunks


def _breaks(syllables: Syllables) -> list[tuple[int, int]]:
    """Tokens of signs and of phrases at which a chunk may end, in order."""
    symbols = syllables.symbols
    breaks = [(i, i + 1) for i, symbol in enumerate(symbols) if symbol in _SIGNS]
    phrases = [(a, b) for a, b, ends in _PHRASES.scan(symbols) if ends]
    return sorted(breaks + phrases) if phrases else breaks


def _add(chunks: list[Chunk], syllables: Syllables, first: int, last: int, before: str, depth: int) -> None:
    forms = syllables.forms
    while first < last and forms[first] in _EDGE:
        first += 1
    while last > first and forms[last - 1] in _EDGE:
        last -= 1
    if first < last:
        chunks.append(Chunk(first, last, before, depth))


def trim(syllables: Syllables, first: int, last: int) -> tuple[int, int]:
    """Take connectors, list labels and signs off both edges of a claim; never to nothing.

    A closing bracket stays where its opening bracket is inside.

    Examples
    --------
    >>> s = Syllables("và còn 1 cầu chậm;")
    >>> s.slice(*trim(s, 0, len(s)))
    '1 cầu chậm'
    """
    forms, symbols, moved = syllables.forms, syllables.symbols, True
    while moved:
        moved = False
        match = _LEAD.match(syllables, first, last) if symbols[first] in _LEAD_STARTS else None
        if match and match.end() < last:
            first, moved = match.end(), True
        while first < last - 1 and forms[first] in _EDGE:
            first, moved = first + 1, True
    while last > first + 1 and forms[last - 1] in _EDGE and forms[last - 1] != ")":
        last -= 1
    text = syllables.text
    return first, _closed(syllables, first, last) if "(" in text or ")" in text else last


def _closed(syllables: Syllables, first: int, last: int) -> int:
    """Take in the bracket that closes one inside, or leave out one that closes nothing."""
    inside = syllables.forms[first:last]
    open_brackets = inside.count("(") - inside.count(")")
    if open_brackets > 0 and syllables.forms[last : last + 1] == [")"]:
        return last + 1
    return last - 1 if open_brackets < 0 and inside[-1] == ")" else last
