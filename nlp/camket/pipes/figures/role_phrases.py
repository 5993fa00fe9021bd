"""Phrases that the words beside a figure begin or end with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# Words of the longest phrase in the lists.
_LONGEST = 5


def ends_with(words: Sequence[str], phrases: frozenset[str]) -> str:
    """The longest of the phrases with which the words end, "" for none."""
    found = tail = ""
    for word in reversed(words[-_LONGEST:]):
        tail = f"{word} {tail}" if tail else word
        if tail in phrases:
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


def last_words(phrases: Iterable[str]) -> frozenset[str]:
    """The last word of each phrase: without one of them none of the phrases can end there."""
    return frozenset(phrase.split()[-1] for phrase in phrases)
