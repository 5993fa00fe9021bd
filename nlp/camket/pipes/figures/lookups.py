"""Tables of the wording of quantities, keyed by syllable codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from camket.lexicons import lexicon
from camket.pipes.figures.quantity import BoundKind
from camket.text.grammar import code
from camket.text.lexer import TOKEN, Syllables
from camket.text.phrases import Phrases, expand

_LEXICON = lexicon("figures")


class Backward:
    """Phrases with a group name each, looked up from their end.

    Examples
    --------
    >>> table = Backward({"floor": ["trên", "ít nhất"], "ceiling": ["không quá"]})
    >>> codes = Syllables("giảm ít nhất 5 vụ").codes
    >>> table.find(codes, 3), table.find(codes, 1)
    ((1, 'floor'), (1, ''))
    """

    __slots__ = ("lengths", "names")

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self.names: dict[str, str] = {}
        # Last code of a phrase → lengths of the phrases that end in it, longest first.
        self.lengths: dict[str, list[int]] = {}
        for name, phrases in groups.items():
            for phrase in phrases:
                for plain in expand(phrase):
                    self._add("".join(code(word) for word in plain.lower().split()), name)

    def _add(self, codes: str, name: str) -> None:
        self.names[codes] = name
        lengths = {*self.lengths.get(codes[-1], ()), len(codes)}
        self.lengths[codes[-1]] = sorted(lengths, reverse=True)

    def find(self, codes: str, position: int) -> tuple[int, str]:
        """The longest phrase that ends right before a token: its first token and its group, "" for none."""
        for length in self.lengths.get(codes[position - 1 : position], ()):
            name = self.names.get(codes[position - length : position]) if length <= position else None
            if name:
                return position - length, name
        return position, ""


def codes_of(words: Iterable[str]) -> frozenset[str]:
    """The code strings of some phrases."""
    return frozenset("".join(code(t) for t in TOKEN.findall(word.lower())) for word in words)


def marks(phrases: Iterable[str]) -> Phrases[bool]:
    """A table that only tells whether one of the phrases begins at a token."""
    return Phrases((phrase.lower(), True) for phrase in phrases)


_BEFORE = Backward(_LEXICON["before"])
BEHIND: Phrases[BoundKind] = Phrases((p, name) for name in _LEXICON["behind"] for p in _LEXICON["behind"][name])
STOP = codes_of(_LEXICON["stop"]["words"])
PLAN = marks(_LEXICON["plan"]["words"])
SLOGAN = marks(_LEXICON["slogans"]["followers"])


def look_back(codes: str, position: int) -> tuple[int, BoundKind]:
    """The comparator that ends right before a token: its first token and its kind."""
    return _BEFORE.find(codes, position)  # type: ignore[return-value]


def word_at(syllables: Syllables, position: int) -> str:
    """The token at a position in lower case, "" beyond either end."""
    lowered = syllables.lowered
    return lowered[position] if 0 <= position < len(lowered) else ""
