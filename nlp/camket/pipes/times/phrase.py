"""Pieces with their bounds, joined to the expressions a reader would mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from camket.lexicons import lexicon
from camket.pipes.source import Source
from camket.pipes.times.bounds import extend
from camket.pipes.times.period import Period
from camket.pipes.times.piece import Piece
from camket.records import Bound
from camket.text.grammar import translate
from camket.text.lexer import Syllables

_WORDS = lexicon("times")
_COUNTED = frozenset(translate(word, {}) for word in _WORDS["counted"]["words"])
_SIGNALS = {kind: frozenset(translate(w, {}) for w in words) for kind, words in _WORDS["signals"].items()}
_DASHES = frozenset(translate("- – —", {}))
_JOINS = _DASHES | frozenset(translate(", và", {}))
_UP_TO = frozenset(translate(words, {}) for words in ("đến", "tới", "đến ngày", "đến hết", "cho đến", "đến hết ngày"))
_MOVES = frozenset(translate(words, {}) for words in ("sang", "xuống", "thành", "lên", "về", "qua"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One temporal expression: its pieces (two in a range), its tokens and its bound.

    ``first`` counts the bound's words in; ``bound_words`` is how many tokens they are.
    ``moved`` marks a date that the next one replaces.
    """

    pieces: tuple[Piece, ...]
    first: int
    last: int
    bound: Bound
    bound_words: int = 0
    weak: bool = False
    due_noun: bool = False
    moved: bool = False


def phrases(pieces: Sequence[Piece], source: Source) -> list[Phrase]:
    """Give every piece its bound, join ranges and lists, and drop digits that nothing shows to be a time."""
    syllables, found, floor = source.syllables, [], 0
    for piece in pieces:
        if piece.kind != "none":
            phrase = _phrase(piece, syllables, floor)
            if phrase:
                _join_or_add(phrase, found, syllables)
        floor = piece.last
    return [p for p in found if not p.weak]


def _phrase(piece: Piece, syllables: Syllables, floor: int) -> Phrase | None:
    first, bound, words = extend(piece, syllables, floor)
    if piece.weak and _is_fraction(piece, syllables):
        return None
    weak = piece.weak and not words and not _has_signal(piece, syllables, first)
    due_noun = bound is not None and not words and not piece.bound
    return Phrase((piece,), first, piece.last, _default_bound(piece, bound), words, weak, due_noun)


def _default_bound(piece: Piece, bound: Bound | None) -> Bound:
    if piece.kind in ("now", "within") and piece.bound:
        return piece.bound
    return bound or piece.bound or "in"


def _is_fraction(piece: Piece, syllables: Syllables) -> bool:
    """Whether a counted noun follows ("đến 10/12 xã", "trong 2000 hộ")."""
    codes, at = syllables.codes, piece.last
    return any(codes[at : at + n] in _COUNTED for n in (1, 2, 3)) or codes[at : at + 1] == _PERCENT


def _has_signal(piece: Piece, syllables: Syllables, first: int) -> bool:
    codes = syllables.codes
    signals = _SIGNALS["year" if piece.kind == "bare_year" else "day"]
    return any(codes[max(0, first - n) : first] in signals for n in (2, 1))


_PERCENT = translate("%", {})


def _join_or_add(phrase: Phrase, found: list[Phrase], syllables: Syllables) -> None:
    """Make a range or list of a phrase and the one before it where they belong together."""
    before = found[-1] if found else None
    if before and before.bound == "from" and syllables.codes[before.last : phrase.first] in _MOVES:
        before = found[-1] = _moved(before)
    joined = before and _joined(before, phrase, syllables)
    if joined:
        found[-1] = joined
    else:
        found.append(phrase)


def _joined(before: Phrase, phrase: Phrase, syllables: Syllables) -> Phrase | None:
    between = syllables.codes[before.last : phrase.first]
    if between[:1] == _COMMA and between[1:] == "" and before.bound == "from":
        between = ""
    if len(before.pieces) > 1:
        return None
    if not between and _is_range(before, phrase, syllables):
        return _range(before, phrase)
    if len(between) == 1 and between in _JOINS and not phrase.bound_words and _same_unit(before, phrase):
        if between in _DASHES and not before.due_noun:
            return _range(before, phrase)
        return _list(before, phrase)
    return None


def _moved(before: Phrase) -> Phrase:
    """ "từ A sang B" moves a date: A stands without its preposition."""
    return replace(before, first=before.first + before.bound_words, bound="in", bound_words=0, moved=True)


_COMMA = translate(",", {})


def _is_range(before: Phrase, phrase: Phrase, syllables: Syllables) -> bool:
    """ "từ A đến B", or "A đến B" of the same unit."""
    if phrase.pieces[0].kind == "now":
        return before.bound == "from"
    if before.bound == "from":
        return phrase.bound == "by" and phrase.bound_words > 0 and before.pieces[0].kind not in ("elapsed",)
    words = syllables.codes[phrase.first : phrase.first + phrase.bound_words]
    return words in _UP_TO and before.bound == "in" and not before.bound_words and _same_unit(before, phrase)


def _same_unit(before: Phrase, phrase: Phrase) -> bool:
    a, b = before.pieces[0].period, phrase.pieces[0].period
    if not (a and b):
        return False
    return a.unit == b.unit or {a.unit, b.unit} == {"year", "years"} and before.pieces[0].kind == "year"


def _range(before: Phrase, phrase: Phrase) -> Phrase:
    bound = "in" if before.bound in ("from", "in") else before.bound
    pieces = (*before.pieces, *phrase.pieces)
    return replace(before, pieces=pieces, last=phrase.last, bound=bound, weak=before.weak and phrase.weak)


def _list(before: Phrase, phrase: Phrase) -> Phrase | None:
    """Neighbouring days or years of a list ("30/4 và 01/5") are one time."""
    a, b = before.pieces[0], phrase.pieces[0]
    if b.weak and not a.weak or a.kind == b.kind == "day":
        return _range(before, phrase) if _are_neighbours(a.period, b.period) else None
    return None


def _are_neighbours(a: Period, b: Period) -> bool:
    year = b.year or a.year or 2024
    first, last = a.in_year(a.year or year).days()[1], b.in_year(year).days()[0]
    return (last - first).days == 1
