"""Cut an item into chunks, the pieces claims are made of."""

from __future__ import annotations

from camket.lexicons import lexicon
from camket.text.grammar import Grammar, any_of
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_LEXICON = lexicon("claims")
_SIGNS = ", ; <colon> <dot> <open> <close> <bar>"
_SIGN = Grammar("|".join(_SIGNS.split()))
# Phrases before which a chunk ends, and phrases that only look like one.
_PHRASES = Phrases([(p, key == "before") for key in ("before", "inside") for p in _LEXICON["breaks"][key]])
_LEAD = Grammar(any_of(_LEXICON["trim"]["lead"]))
_EDGE = frozenset(",;:.()|-–—+•*…\"“”'/")


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
    first, before, depth = 0, "^", 0
    breaks = [match.span() for match in _SIGN.finditer(syllables)]
    breaks += [(a, b) for a, b, ends in _PHRASES.scan(syllables.codes) if ends]
    for a, b in sorted(breaks):
        sign = syllables.forms[a]
        if sign in _EDGE:
            _add(chunks, syllables, first, a, before, depth)
            first, before = b, sign
            depth = max(0, depth + (sign == "(") - (sign == ")"))
        elif a > first:
            _add(chunks, syllables, first, a, before, depth)
            first, before = a, "+"
    _add(chunks, syllables, first, len(syllables), before, depth)
    return chunks


def _add(chunks: list[Chunk], syllables: Syllables, first: int, last: int, before: str, depth: int) -> None:
    while first < last and syllables.forms[first] in _EDGE:
        first += 1
    while last > first and syllables.forms[last - 1] in _EDGE:
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
    moved = True
    while moved:
        moved = False
        match = _LEAD.match(syllables, first, last)
        if match and match.end() < last:
            first, moved = match.end(), True
        while first < last - 1 and syllables.forms[first] in _EDGE:
            first, moved = first + 1, True
    while last > first + 1 and syllables.forms[last - 1] in _EDGE and syllables.forms[last - 1] != ")":
        last -= 1
    return first, _closed(syllables, first, last)


def _closed(syllables: Syllables, first: int, last: int) -> int:
    """Take in the bracket that closes one inside, or leave out one that closes nothing."""
    inside = syllables.forms[first:last]
    open_brackets = inside.count("(") - inside.count(")")
    if open_brackets > 0 and syllables.forms[last : last + 1] == [")"]:
        return last + 1
    return last - 1 if open_brackets < 0 and inside[-1] == ")" else last
