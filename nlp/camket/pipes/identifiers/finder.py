"""Find identifiers, so that no other finder takes their digits."""

from __future__ import annotations

from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

# "15-NQ/TW", "22/2019/NQ-HĐND", "318/QĐ-UBND": a number, then signs and an abbreviation.
_NUMBER = Grammar("<integer> (?:/ <year>)? (?:/|<hyphen>) <capitalised> (?:(?:/|<hyphen>) <capitalised>)*")


def find_identifiers(syllables: Syllables) -> tuple[tuple[int, int], ...]:
    """Token ranges of the identifiers in a text, in order, without overlaps."""
    return tuple(m.span() for m in _NUMBER.finditer(syllables))
