"""Write patterns in plain Vietnamese, match them on syllable codes.

A pattern is a regular expression whose words are syllables: ``(?P<bound>trước|chậm nhất) ngày? <day> / <month>``.
Blanks separate, they match nothing. ``<name>`` is an atom: a number class (:data:`ATOMS`) or a pattern given to the
grammar. The signs that mean something in a regular expression are written as atoms, too (``<dot>``, ``<open>``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from camket.text.lexer import CAPITALISED, NUMBER_CODES, UNKNOWN, VOCABULARY, Syllables
from camket.text.spelling import variants

ATOMS: Final = {
    "month": "1",
    "day": "[12]",
    "year": "3",
    "integer": "[1234]",
    "decimal": "[57]",
    "number": "[123457]",
    "dotted_date": NUMBER_CODES["dotted_date"],
    "dotted_pair": NUMBER_CODES["dotted_pair"],
    "word": f"[{UNKNOWN}{CAPITALISED}\ue000-\uf8ff]",
    "capitalised": CAPITALISED,
    "unknown": UNKNOWN,
    "any": ".",
    "end": r"\Z",
}
SIGNS: Final = {
    "dot": ".", "open": "(", "close": ")", "plus": "+", "star": "*", "bar": "|", "left": "[", "right": "]",
    "less": "<", "more": ">", "question": "?", "hyphen": "-", "equals": "=", "quote": '"', "colon": ":", "caret": "^",
}  # fmt: skip
# Bits of a pattern: group openers, atoms, syllables, a lone sign that is no operator, operators.
_PIECE: Final = re.compile(
    r"(?P<group>\(\?P<\w+>|\(\?:|\(\?!|\(\?=|\(\?<!|\(\?<=|\(\?>)|<(?P<atom>\w+)>|(?P<syllable>[^\W\d_]+)"
    r"|(?P<literal>\d+)|(?P<counter>\{\d*,?\d*\})|(?P<operator>[()|?*+])|(?P<blank>\s+)|(?P<sign>.)"
)


def code(syllable: str) -> str:
    """Code of a syllable, registering its spelling variants ("kì" for "kỳ", "hoà" for "hòa").

    Examples
    --------
    >>> code("kỳ") == code("kì")
    True
    """
    found = VOCABULARY.code(syllable)
    for other in variants(syllable):
        VOCABULARY.alias(syllable, other)
    return found


class Grammar:
    """A named pattern over syllables.

    Parameters
    ----------
    pattern : str
        The pattern, in the notation of this module.
    atoms : mapping of str to str, optional
        Sub-patterns that ``<name>`` may refer to, in the same notation.

    Raises
    ------
    KeyError
        Where an atom is not known.
    re.error
        Where the resulting expression is not one.

    Examples
    --------
    >>> g = Grammar("(?P<bound>trước|đến hết) ngày? <day> / <month>")
    >>> s = Syllables("Xong trước ngày 30/6.")
    >>> [s.slice(*m.span()) for m in g.finditer(s)]
    ['trước ngày 30/6']
    """

    __slots__ = ("expression",)

    def __init__(self, pattern: str, atoms: Mapping[str, str] | None = None) -> None:
        self.expression = re.compile(translate(pattern, atoms or {}))

    def finditer(self, syllables: Syllables, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Matches from left to right; their offsets count syllables."""
        codes = syllables.codes
        return self.expression.finditer(codes, start, len(codes) if end is None else end)

    def search(self, syllables: Syllables, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """First match between two syllables."""
        codes = syllables.codes
        return self.expression.search(codes, start, len(codes) if end is None else end)

    def match(self, syllables: Syllables, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Match that begins at a syllable."""
        codes = syllables.codes
        return self.expression.match(codes, start, len(codes) if end is None else end)


def translate(pattern: str, atoms: Mapping[str, str]) -> str:
    """Turn a pattern of this module into a regular expression over syllable codes."""
    out = []
    for piece in _PIECE.finditer(pattern):
        kind, text = piece.lastgroup, piece[0]
        if kind == "atom":
            out.append(_atom(piece["atom"], atoms))
        elif kind == "syllable":
            out.append(re.escape(code(text)))
        elif kind == "literal":
            raise ValueError(f"a number stands in a pattern: {text!r}; use an atom")
        elif kind == "sign":
            out.append(re.escape(code(text)))
        elif kind != "blank":
            out.append(text)
    return "".join(out)


def _atom(name: str, atoms: Mapping[str, str]) -> str:
    if name in atoms:
        return f"(?:{translate(atoms[name], atoms)})"
    if name in SIGNS:
        return re.escape(code(SIGNS[name]))
    return ATOMS[name]


def any_of(phrases: Iterable[str]) -> str:
    """An alternation of phrases, the longest first, so that a phrase wins over its own beginning.

    Examples
    --------
    >>> any_of(["giao", "giao cho"])
    '(?:giao cho|giao)'
    """
    return "(?:" + "|".join(sorted(phrases, key=lambda p: (-len(p.split()), p))) + ")"
