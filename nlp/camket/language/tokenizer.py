"""``camket.syllables.v1``: syllables, numbers and signs as spaCy tokens, the text kept to the character."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.util import get_words_and_spaces, registry
from spacy.vocab import Vocab

from camket.text.lexer import REMEMBERED, Syllables


class SyllableTokenizer:
    """Cut a text as :class:`camket.text.lexer.Syllables` does; ``doc.text`` equals the input exactly.

    Parameters
    ----------
    vocab : Vocab
        The vocabulary that Docs shall share.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "camket.syllables.v1"}}})
    >>> [t.text for t in nlp("Đạt 95%,  xong 30/6.")]
    ['Đạt', '95', '%', ',', ' ', 'xong', '30', '/', '6', '.']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._numbers = _Numbers(vocab.strings)

    def __call__(self, text: str) -> Doc:
        """Cut a text into a Doc."""
        return self.wrap(Syllables(text))

    def wrap(self, syllables: Syllables) -> Doc:
        """Make a Doc of a text that has been cut already."""
        words, spaces = _words_and_spaces(syllables)
        # Strings that are added in a memory zone are gone after it. (spaCy's type stubs know neither.)
        if self.vocab.in_memory_zone:  # type: ignore[attr-defined]
            return Doc(self.vocab, words=words, spaces=spaces)
        numbers = list(map(self._numbers.__getitem__, words))
        return Doc(self.vocab, words=numbers, spaces=spaces)  # type: ignore[arg-type]

    def __reduce__(self) -> tuple[type[SyllableTokenizer], tuple[Vocab]]:
        return SyllableTokenizer, (self.vocab,)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to store: the tokenizer has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> SyllableTokenizer:
        """Counterpart of :meth:`to_bytes`."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing to store: the tokenizer has no state."""

    def from_disk(self, _path: str | Path, **_: Any) -> SyllableTokenizer:
        """Counterpart of :meth:`to_disk`."""
        return self


class _Numbers(dict[str, int]):
    """Word → its number in a store of strings; a Doc takes numbers in a third of the time it takes words."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, word: str) -> int:
        if len(self) > REMEMBERED:
            self.clear()
        self[word] = found = self.strings.add(word)
        return found


def _words_and_spaces(syllables: Syllables) -> tuple[list[str], list[bool]]:
    """Tokens and whether a blank follows; only other white space needs tokens of its own and the slower way."""
    text, words = syllables.text, syllables.forms
    # What is printable holds no white space but blanks.
    if text[:1] != " " and "  " not in text and text.isprintable():
        return words, syllables.gaps()
    return get_words_and_spaces(words, text)


def make_tokenizer() -> Callable[[Any], SyllableTokenizer]:
    """Factory for spaCy's registry (entry point ``spacy_tokenizers``)."""
    return lambda nlp: SyllableTokenizer(nlp.vocab)


registry.tokenizers("camket.syllables.v1", func=make_tokenizer)
