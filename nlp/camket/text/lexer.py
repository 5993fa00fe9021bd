"""Cut a text into syllables and encode them as one character each.

Vietnamese is written in syllables, and everything camket looks for is a sequence of syllables, numbers and signs. Each
syllable that some grammar knows is given one character of its own; a text becomes a short string of such characters,
and a grammar is an ordinary regular expression over that string (:mod:`camket.text.grammar`). That is several times
faster than matching the raw text, and a pattern can never stop inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern
from typing import Final

from camket.text.spelling import tone_key

# Words first: they are the most frequent, and a number that is tried before them costs two thirds more.
TOKEN: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]|_")

# Codes of numbers and unknown words. Known syllables get private-use characters, so the two never meet.
UNKNOWN: Final = "x"
CAPITALISED: Final = "X"
NUMBER_CODES: Final = {
    "day_or_month": "1",  # 1–12, one or two digits
    "day": "2",  # 13–31
    "year": "3",  # 1900–2099
    "integer": "4",
    "decimal": "5",  # 3,5 · 1.234 · 1.234,5
    "dotted_date": "6",  # 30.6.2021
    "dotted_pair": "7",  # 30.6 or 4.10: a day and month, or a number with a thousands or decimal dot
}
FIRST_CODE: Final = 0xE000
# Forms and words that a vocabulary keeps before it begins anew, and the length from which on a word is not kept.
REMEMBERED: Final = 200_000
WORDS: Final = 40_000
LONG: Final = 40

_DOTTED_DATE: Final = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(?:19|20)\d\d")
_DOTTED_PAIR: Final = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])")
_ROMAN: Final = frozenset(["I", "II", "III", "IV"])


def number_code(text: str) -> str:
    """Class of a number token by its shape and size.

    Examples
    --------
    >>> [number_code(t) for t in ("05", "31", "2021", "3.655,6", "30.6.2021", "4.10")]
    ['1', '2', '3', '5', '6', '7']
    """
    if not text.isdecimal():
        if _DOTTED_DATE.fullmatch(text):
            return NUMBER_CODES["dotted_date"]
        return NUMBER_CODES["dotted_pair" if _DOTTED_PAIR.fullmatch(text) else "decimal"]
    value = int(text) if len(text) <= 4 else 10_000
    if len(text) <= 2 and 1 <= value <= 31:
        return NUMBER_CODES["day_or_month" if value <= 12 else "day"]
    return NUMBER_CODES["year" if 1900 <= value <= 2099 else "integer"]


class Word:
    """What stands between two blanks, cut into tokens: mostly one, but "30/6." has four.

    Attributes
    ----------
    forms, lowered, symbols, starts, ends : list
        As those of :class:`Syllables`, with offsets into the word.
    is_one : bool
        Whether it is one token from its first character to its last.
    form, low, symbol : str
        That token as written, in lower case, and its code; else "".
    """

    __slots__ = ("ends", "form", "forms", "is_one", "low", "lowered", "starts", "symbol", "symbols")

    def __init__(self, word: str, vocabulary: Vocabulary) -> None:
        self.forms: list[str] = [word] if word.isalpha() else TOKEN.findall(word)
        self.lowered: list[str] = []
        self.symbols: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        end = 0
        for form in self.forms:
            # Only white space stands between two tokens: the next one is the first that is found.
            start = word.index(form, end)
            end = start + len(form)
            # Interned, like the words of most tables: what is the same object is found without a look at its letters.
            self.lowered.append(intern(lower(form)))
            self.symbols.append(vocabulary[form])
            self.starts.append(start)
            self.ends.append(end)
        self.is_one = self.forms == [word]
        self.form, self.low, self.symbol = "", "", ""
        if self.is_one:
            self.form, self.low, self.symbol = self.forms[0], self.lowered[0], self.symbols[0]


class Vocabulary(dict[str, str]):
    """Surface form → code character; forms not seen before are classified once and remembered.

    Grammars add syllables with :meth:`code`. Signs and syllables are known by their lower-case form, whatever the
    tone style; Roman numerals I–IV are known only in capitals, so that the vowel "i" is not a quarter.

    Attributes
    ----------
    words : dict of str to Word
        What stood between two blanks before: most of a text has, and need not be cut again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.known: dict[str, str] = {}
        self.by_tone: dict[str, str] = {}
        self.words: dict[str, Word] = {}

    def code(self, syllable: str) -> str:
        """Give the code of a syllable, a sign or an upper-case Roman numeral, allotting one if it is new."""
        if syllable not in self.known:
            self.known[syllable] = intern(chr(FIRST_CODE + self.count))
            self.count += 1
            self.by_tone.setdefault(tone_key(syllable), self.known[syllable])
            self.forget()
        return self.known[syllable]

    def alias(self, syllable: str, other: str) -> None:
        """Let ``other`` be read as ``syllable`` (spelling variants, tone style)."""
        self.known.setdefault(other, self.code(syllable))
        self.forget()

    def forget(self) -> None:
        """Drop what is remembered of forms and words: they are read anew."""
        self.clear()
        self.words.clear()

    def cut(self, word: str) -> Word:
        """Cut what stands between two blanks, and remember it."""
        found = Word(word, self)
        if len(word) < LONG:
            if len(self.words) > WORDS:
                self.words.clear()
            self.words[word] = found
        return found

    def __missing__(self, form: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        self[form] = found = self._classify(form)
        return found

    def _classify(self, form: str) -> str:
        if form[0].isdecimal():
            return number_code(form)
        if form in _ROMAN and form in self.known:
            return self.known[form]
        lowered = lower(form)
        found = self.known.get(lowered)
        if found is None and not lowered.isascii():
            found = self.by_tone.get(tone_key(lowered))
        if found is not None:
            return found
        return CAPITALISED if form[0].isupper() else UNKNOWN


VOCABULARY: Final = Vocabulary()


def lower(text: str) -> str:
    """Lower-case a text and keep its length, so that offsets stay true (``"İ".lower()`` has two code points).

    Examples
    --------
    >>> len(lower("İZMİR")) == len("İZMİR")
    True
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Syllables:
    """The tokens of one text with their offsets and codes.

    Attributes
    ----------
    text : str
        The text, untouched.
    forms : list of str
        Tokens as written: words, numbers with their inner dots and commas, single signs.
    starts, ends : list of int
        Half-open offsets of each token into ``text``, in code points.
    codes : str
        One character a token: what grammars match on.
    is_upper : bool
        Whether the text is set in capitals only, so that case tells nothing.
    symbols : list of str
        The same characters as a list; tables look them up a quarter faster than characters cut from a string.
    lowered : list of str
        The tokens in lower case.

    Examples
    --------
    >>> s = Syllables("Đạt 95%, xong trước 30/6.")
    >>> s.forms
    ['Đạt', '95', '%', ',', 'xong', 'trước', '30', '/', '6', '.']
    >>> s.text[s.starts[5]:s.ends[8]]
    'trước 30/6'
    """

    __slots__ = ("codes", "ends", "forms", "is_upper", "lowered", "starts", "symbols", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_upper = text.isupper()
        forms: list[str] = []
        lowered: list[str] = []
        symbols: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        known, at = VOCABULARY.words, 0
        for piece in text.split(" "):
            word = known.get(piece)
            if word is None:
                word = VOCABULARY.cut(piece)
            if word.is_one:
                # Nine of ten: added one by one, which takes half the time of adding lists of one.
                forms.append(word.form)
                lowered.append(word.low)
                symbols.append(word.symbol)
                starts.append(at)
                at += len(piece)
                ends.append(at)
                at += 1
                continue
            forms += word.forms
            lowered += word.lowered
            symbols += word.symbols
            starts += [at + start for start in word.starts]
            ends += [at + end for end in word.ends]
            at += len(piece) + 1
        self.forms, self.lowered, self.symbols, self.starts, self.ends = forms, lowered, symbols, starts, ends
        self.codes = "".join(symbols)

    def __len__(self) -> int:
        return len(self.forms)

    def __iter__(self) -> Iterator[str]:
        return iter(self.forms)

    def is_glued(self, index: int) -> bool:
        """Whether no white space stands between token ``index`` and the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def gaps(self) -> list[bool]:
        """Whether white space stands behind each token."""
        starts, length = self.starts, len(self.text)
        n = len(starts)
        return [end < (starts[i + 1] if i + 1 < n else length) for i, end in enumerate(self.ends)]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of the tokens ``first`` up to, not including, ``last``."""
        return self.starts[first], self.ends[last - 1]

    def slice(self, first: int, last: int) -> str:
        """The text of the tokens ``first`` up to, not including, ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]
