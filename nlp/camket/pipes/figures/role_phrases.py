"""Phrases that the words beside a figure begin or end with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

# Words of the longest phrase in the lists.
_LONGEST: Final = 5


class Endings:
    """Phrases that words may end with.

    Attributes
    ----------
    last : frozenset of str
        The last word of each phrase: without one of them none of the phrases can end there.

    Examples
    --------
    >>> plan = Endings(["kế hoạch", "vượt kế hoạch"])
    >>> plan.of(["đã", "vượt", "kế", "hoạch"]), plan.of(["kế", "hoạch", "năm"])
    ('vượt kế hoạch', '')
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = frozenset(phrases)
        self.last = frozenset(phrase.split()[-1] for phrase in self._phrases)

    def of(self, words: list[str]) -> str:
        """The longest of the phrases with which the words end, "" for none."""
        if not words or words[-1] not in self.last:
            return ""
        found = tail = ""
        for i in range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST), -1):
            tail = f"{words[i]} {tail}" if tail else words[i]
            if tail in self._phrases:
                found = tail
        return found


def starts_with(text: str, phrases: Sequence[str]) -> bool:
    """Whether a text begins with one of the phrases as whole words."""
    return any(text == phrase or text.startswith((phrase + " ", phrase + "/")) for phrase in phrases)


def without_bracket(words: Sequence[str]) -> list[str]:
    """The words without a bracket that they begin with."""
    if words[:1] == ["("] and ")" in words:
        return list(words[words.index(")") + 1 :])
    return list(words)
