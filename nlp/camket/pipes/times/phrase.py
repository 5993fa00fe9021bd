"""Pieces with their bounds, joined to the expressions a reader would mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.pipes.source import Source
from camket.pipes.times.bounds import extend
from camket.pipes.times.holding import date_cells, is_fraction, is_held, is_length, is_part_of_name, is_past_length
from camket.pipes.times.joining import Phrase, continues, is_anniversary, joined, moved
from camket.pipes.times.piece import Piece
from camket.records import Bound
from camket.text.grammar import translate
from camket.text.lexer import Syllables

_SANG: Final = translate("sang", {})
_COMING: Final = translate("tới", {})
_ONWARDS: Final = frozenset(translate(words, {}) for words in ("trở đi", "trở về", "trở lại"))
_INNER_RANGE: Final = frozenset(translate("- – — đến tới", {}))


def phrases(pieces: Sequence[Piece], source: Source) -> list[Phrase]:
    """Give every piece its bound, join ranges and lists, and drop digits that nothing shows to be a time."""
    found: list[Phrase] = []
    cells, floor = date_cells(source), 0
    for piece in pieces:
        phrase = _phrase(piece, source, floor, cells) if piece.kind != "none" else None
        if phrase:
            _add(phrase, found, source.syllables)
        elif found and _opens_fraction(found[-1], piece):
            found.pop()
        floor = piece.last
    return [phrase for phrase in found if not phrase.weak and not is_anniversary(phrase)]


def _add(phrase: Phrase, found: list[Phrase], syllables: Syllables) -> None:
    """Make a range or list of a phrase and the one before it where they belong together."""
    if found:
        if phrase.weak and continues(found[-1], phrase, syllables):
            phrase = phrase.with_pieces(phrase.pieces, phrase.last, phrase.bound, weak=False)
        found[-1] = moved(found[-1], phrase, syllables)
        both = joined(found[-1], phrase, syllables)
        if both:
            found[-1] = both
            return
    found.append(phrase)


def _opens_fraction(before: Phrase, piece: Piece) -> bool:
    """Whether "từ 3/5" is left over where "đến 4/5 tiêu chí" proved to be a count."""
    return piece.kind == "day" and piece.weak and before.pieces[-1].weak and piece.first - before.last <= 1


def _phrase(piece: Piece, source: Source, floor: int, cells: Sequence[range]) -> Phrase | None:
    syllables = source.syllables
    if is_part_of_name(piece, syllables) or (piece.kind == "within" and is_past_length(piece, source)):
        return None
    first, bound, words = extend(piece, syllables, floor)
    if (piece.weak and is_fraction(piece, syllables)) or (
        piece.kind == "months_so_far" and is_length(piece, source, bound)
    ):
        return None
    due_noun = bound is not None and not words and not piece.bound
    weak = piece.weak and not is_held(piece, syllables, first, bound if words else None, due_noun, cells)
    bound = _bound(piece, bound, words, first, syllables)
    return Phrase((piece,), first, _last(piece, bound, syllables.codes), bound, words, weak, due_noun)


def _last(piece: Piece, bound: Bound, codes: str) -> int:
    """The piece's end, with "tới" behind a day ("dịp 2/9 tới") and "trở đi" behind a start."""
    at = piece.last
    if bound == "from" and codes[at : at + 2] in _ONWARDS:
        return at + 2
    is_yearless = piece.period is not None and piece.period.year is None and piece.kind in ("day", "month", "holiday")
    return at + 1 if is_yearless and codes[at : at + 1] == _COMING else at


def _bound(piece: Piece, bound: Bound | None, words: int, first: int, syllables: Syllables) -> Bound:
    """The bound of a single piece: its own, that of the words before, else "in"."""
    if piece.kind in ("now", "within") and piece.bound:
        return piece.bound
    if bound == "by" and not words and syllables.codes[max(0, first - 1) : first] == _SANG:
        return "in"
    if bound == "from" and (piece.rrule or _is_stretch(piece, syllables)):
        return "in"
    return bound or piece.bound or "in"


def _is_stretch(piece: Piece, syllables: Syllables) -> bool:
    """Whether the piece itself runs from one day, month or year to another ("từ 10 đến 20/12")."""
    period = piece.period
    if period is None or _INNER_RANGE.isdisjoint(syllables.codes[piece.first : piece.last]):
        return False
    if period.unit == "day":
        return period.start != period.end
    return period.unit == "years" or (period.start[1] != period.end[1] and period.unit == "month")
