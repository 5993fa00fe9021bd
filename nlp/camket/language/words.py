"""``camket.words.v1``: words as underthesea segments them, as spaCy tokens, the text kept to the character."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.util import get_words_and_spaces, registry
from spacy.vocab import Vocab

from camket.text.lexer import Syllables

NAME = "camket.words.v1"


class WordTokenizer:
    """Segment a text into words; ``doc.text`` equals the input exactly, whatever its Unicode form.

    The components of camket work on syllables and find the same with either tokenizer; words are for those who add
    steps of their own (taggers, statistics of words).

    Parameters
    ----------
    vocab : Vocab
        The vocabulary that Docs shall share.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "camket.words.v1"}}})
    >>> [t.text for t in nlp("Trồng  rừng phòng hộ, xong 30/6/2025.")]
    ['Trồng', ' ', 'rừng phòng hộ', ',', 'xong', '30/6/2025', '.']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Segment a text into a Doc."""
        spans = word_spans(text)
        words, spaces = get_words_and_spaces([text[a:b] for a, b in spans], text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to store: underthesea brings its models."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> WordTokenizer:
        """Counterpart of :meth:`to_bytes`."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing to store: underthesea brings its models."""

    def from_disk(self, _path: str | Path, **_: Any) -> WordTokenizer:
        """Counterpart of :meth:`to_disk`."""
        return self


def word_spans(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the words of a text, in code points of the text as given.

    underthesea composes the characters of its input and joins syllables by one blank, so words are found again by
    counting characters that are no white space. Where even that fails, syllables stand for words.

    Examples
    --------
    >>> word_spans("rừng  phòng hộ")
    [(0, 14)]
    """
    from underthesea import word_tokenize

    composed, offsets = _composed(text)
    visible = [i for i, character in enumerate(composed) if not character.isspace()]
    words = word_tokenize(composed, use_token_normalize=False) if visible else []
    lengths = [n for word in words if (n := len("".join(word.split())))]
    ends = list(accumulate(lengths))
    if not ends or ends[-1] != len(visible):
        syllables = Syllables(text)
        return list(zip(syllables.starts, syllables.ends, strict=True))
    starts = [end - n for end, n in zip(ends, lengths, strict=True)]
    spans = [(offsets[visible[a]], offsets[visible[b - 1] + 1]) for a, b in zip(starts, ends, strict=True)]
    # A cut between a letter and its mark leaves both together; one between a blank and a mark leaves the blank alone.
    return [(a, b) for a, b in ((_after_blanks(text, a, b), b) for a, b in spans) if a < b]


def _after_blanks(text: str, start: int, end: int) -> int:
    return next((i for i in range(start, end) if not text[i].isspace()), end)


def _composed(text: str) -> tuple[str, list[int]]:
    """The text in NFC, and the place in ``text`` where each of its characters, and the end, begins."""
    composed = unicodedata.normalize("NFC", text)
    if composed == text:
        return text, list(range(len(text) + 1))
    # Parts between two starters compose on their own, nearly always; where not, the text is left as it is.
    starts = [i for i, c in enumerate(text) if i == 0 or unicodedata.combining(c) == 0]
    parts = [
        unicodedata.normalize("NFC", text[a:b]) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)
    ]  # fmt: skip
    if "".join(parts) != composed:
        return text, list(range(len(text) + 1))
    ends = list(accumulate(map(len, parts)))
    places = [starts[bisect_left(ends, i + 1)] for i in range(len(composed))]
    return composed, [*places, len(text)]


def make_tokenizer() -> Callable[[Any], WordTokenizer]:
    """Factory for spaCy's registry (entry point ``spacy_tokenizers``)."""
    return lambda nlp: WordTokenizer(nlp.vocab)


registry.tokenizers(NAME, func=make_tokenizer)
