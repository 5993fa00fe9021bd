"""Ranges, lists and moved dates: what two neighbouring phrases make together."""

from __future__ import annotations

from typing import Final

from camket.pipes.times.period import Period
from camket.pipes.times.piece import Piece
from camket.records import Bound
from camket.text.grammar import translate
from camket.text.lexer import Syllables

_DASHES: Final = frozenset(translate("- – —", {}))
_JOINS: Final = _DASHES | frozenset(translate(", và", {}))
_UP_TO: Final = frozenset(
    translate(words, {}) for words in ("đến", "tới", "đến ngày", "đến hết", "cho đến", "đến hết ngày")
)
_MOVES: Final = frozenset(translate(words, {}) for words in ("sang", "xuống", "thành", "lên", "về", "qua"))
_OPEN: Final = translate("<open>", {})
_CLOSE: Final = translate("<close>", {})


class Phrase:
    """One temporal expression: its pieces (two in a range), its tokens and its bound.

    Attributes
    ----------
    pieces : tuple of Piece
        One piece, or the two ends of a range.
    first, last : int
        Tokens, the bound's words counted in.
    bound : str
        How the text relates to the named interval.
    bound_words : int
        How many tokens fix the bound.
    weak : bool
        Whether nothing shows yet that the digits are a time.
    due_noun : bool
        Whether "hạn" before it made the bound "by".
    moved : bool
        Whether the next date replaces this one.
    """

    def __init__(
        self, pieces: tuple[Piece, ...], first: int, last: int, bound: Bound, bound_words: int = 0, weak: bool = False,
        due_noun: bool = False, moved: bool = False,
    ) -> None:  # fmt: skip
        self.pieces, self.first, self.last, self.bound_words = pieces, first, last, bound_words
        self.bound: Bound = bound
        self.weak, self.due_noun, self.moved = weak, due_noun, moved

    def with_pieces(self, pieces: tuple[Piece, ...], last: int, bound: Bound, weak: bool) -> Phrase:
        """The same beginning with other pieces."""
        return Phrase(pieces, self.first, last, bound, self.bound_words, weak, self.due_noun, self.moved)


def moved(before: Phrase, phrase: Phrase, syllables: Syllables) -> Phrase:
    """As in "từ A sang B" moves a date: A stands without its preposition; else the phrase as it is."""
    if before.bound != "from" or syllables.codes[before.last : phrase.first] not in _MOVES:
        return before
    first = before.first + before.bound_words
    return Phrase(before.pieces, first, before.last, "in", 0, before.weak, before.due_noun, moved=True)


def continues(before: Phrase, phrase: Phrase, syllables: Syllables) -> bool:
    """Whether bare digits go on a list of days: "vào ngày 25/5 và 25/11", "ngày 01/5 (…), 01/7"."""
    if before.weak or before.pieces[-1].kind != "day" or phrase.pieces[0].kind != "day":
        return False
    between = syllables.codes[before.last : phrase.first]
    if between in _LIST:
        return True
    return between[:1] == _OPEN and between[-2:-1] == _CLOSE and between[-1:] in _LIST and len(between) < _LONG_REMARK


_LIST: Final = frozenset(translate(", và", {}))
_LONG_REMARK: Final = 9


def is_anniversary(phrase: Phrase) -> bool:
    """Whether a range of days spans decades: "(27/3/1946 - 27/3/2016)"."""
    first, last = phrase.pieces[0].period, phrase.pieces[-1].period
    if first is None or last is None or not first.unit == last.unit == "day":
        return False
    return (last.year or 0) - (first.year or last.year or 0) >= 10


def joined(before: Phrase, phrase: Phrase, syllables: Syllables) -> Phrase | None:
    """Both phrases as one time; None where they are two."""
    if len(before.pieces) > 1:
        return None
    between = syllables.codes[before.last : phrase.first]
    if not between:
        return _range(before, phrase) if _is_range(before, phrase, syllables) else None
    if between == _OPEN and _is_gloss(before, phrase, syllables):
        return before.with_pieces(phrase.pieces, phrase.last + 1, before.bound, before.weak)
    if between not in _JOINS or phrase.bound_words or not _same_unit(before, phrase):
        return None
    if between in _DASHES:
        return None if before.due_noun else _range(before, phrase)
    return _list(before, phrase)


def _is_range(before: Phrase, phrase: Phrase, syllables: Syllables) -> bool:
    """As in "từ A đến B", or "A đến B" of the same unit."""
    if phrase.pieces[0].kind == "now":
        return before.bound == "from"
    if before.bound == "from":
        return phrase.bound == "by" and phrase.bound_words > 0 and before.pieces[0].event is None
    words = syllables.codes[phrase.first : phrase.first + phrase.bound_words]
    return words in _UP_TO and before.bound == "in" and not before.bound_words and _same_unit(before, phrase)


def _is_gloss(before: Phrase, phrase: Phrase, syllables: Syllables) -> bool:
    """Whether a bracket gives the date of a lunar day: "mồng 6 tháng Giêng (15/02/2024)"."""
    is_lunar = before.pieces[0].period is not None and before.pieces[0].period.unit == "lunar"
    return is_lunar and phrase.pieces[0].kind == "day" and syllables.codes[phrase.last : phrase.last + 1] == _CLOSE


def _same_unit(before: Phrase, phrase: Phrase) -> bool:
    a, b = before.pieces[0].period, phrase.pieces[0].period
    if not (a and b):
        return False
    return a.unit == b.unit or ({a.unit, b.unit} == {"year", "years"} and before.pieces[0].kind == "year")


def _range(before: Phrase, phrase: Phrase) -> Phrase:
    bound: Bound = "in" if before.bound in ("from", "in") else before.bound
    pieces = (*before.pieces, *phrase.pieces)
    return before.with_pieces(pieces, phrase.last, bound, before.weak and phrase.weak)


def _list(before: Phrase, phrase: Phrase) -> Phrase | None:
    """Neighbouring days or years of a list ("30/4 và 01/5") are one time."""
    a, b = before.pieces[0], phrase.pieces[0]
    if a.kind == "day" == b.kind or (b.weak and not a.weak):
        return _range(before, phrase) if _are_neighbours(a.period, b.period) else None
    return None


def _are_neighbours(a: Period | None, b: Period | None) -> bool:
    if a is None or b is None:
        return False
    year = b.year or a.year or 2024
    first, last = a.in_year(a.year or year).days()[1], b.in_year(year).days()[0]
    return (last - first).days == 1
