"""Tables of the wording of quantities, keyed by syllable codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.quantity import BoundKind
from camket.text.grammar import code
from camket.text.lexer import TOKEN, Syllables
from camket.text.phrases import Endings, Phrases

_LEXICON: Final = lexicon("figures")


def endings(groups: Mapping[str, Iterable[str]]) -> Endings[str]:
    """A table of phrases with the name of their group, looked up from their end; of equal ones the last counts."""
    return Endings((phrase.lower(), name) for name in reversed(list(groups)) for phrase in groups[name])


def codes_of(words: Iterable[str]) -> frozenset[str]:
    """The code strings of some phrases."""
    return frozenset("".join(code(t) for t in TOKEN.findall(word.lower())) for word in words)


def marks(phrases: Iterable[str]) -> Phrases[bool]:
    """A table that only tells whether one of the phrases begins at a token."""
    return Phrases((phrase.lower(), True) for phrase in phrases)


_BEFORE: Final = endings(_LEXICON["before"])
BEHIND: Final[Phrases[BoundKind]] = Phrases((p, name) for name in _LEXICON["behind"] for p in _LEXICON["behind"][name])
STOP: Final = codes_of(_LEXICON["stop"]["words"])
PLAN: Final = marks(_LEXICON["plan"]["words"])
SLOGAN: Final = marks(_LEXICON["slogans"]["followers"])


def look_back(symbols: list[str], position: int) -> tuple[int, BoundKind]:
    """The comparator that ends right before a token: its first token and its kind, "" for none."""
    return _BEFORE.find(symbols, position) or (position, "")  # type: ignore[return-value]


def word_at(syllables: Syllables, position: int) -> str:
    """The token at a position in lower case, "" beyond either end."""
    lowered = syllables.lowered
    return lowered[position] if 0 <= position < len(lowered) else ""
