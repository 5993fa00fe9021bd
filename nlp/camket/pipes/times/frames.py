"""Put pieces into their frame: the bound word and edges around them, and ranges made of two pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from camket.lexicons import lexicon
from camket.pipes.times.piece import Piece
from camket.records import Bound
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

_WORDS = lexicon("times")
_BOUND: dict[tuple[str, ...], Bound] = {
    tuple(phrase.split()): bound for bound, phrases in _WORDS["bounds"].items() for phrase in phrases
}
_LONGEST = max(map(len, _BOUND))
_EDGES = frozenset(tuple(p.split()) for p in _WORDS["edges"]["words"])
_COUNTED = frozenset(w.split()[0] for w in _WORDS["counted"]["words"])
_CLOCK = Grammar("<integer> (?:h|giờ|g) (?:<integer>|<word>)? (?:phút)?")
_DUE = Grammar("(?:hạn|thời hạn|hạn chót|hạn cuối|mốc hạn) (?:hoàn thành|cuối|cùng|là|chót)* <colon>?")
_AFTER = frozenset(["tới", "này", "trở"])
_LINKS = frozenset(["đến", "tới", "-", "–", "—"])
_DASHES = frozenset("-–—")
# Kinds that are whole as they are; no word before them belongs to them.
_SELF_CONTAINED = frozenset(["now", "from_now", "since_start", "duration", "elapsed"])
_NO_RANGE = frozenset(["recurrence", "duration", "elapsed"])


@dataclass(frozen=True, slots=True)
class Frame:
    """A time with its bound; ``start`` and ``end`` are one piece, or the two of a range.

    ``due`` tells that the noun "hạn" stands before it.
    """

    first: int
    last: int
    start: Piece
    end: Piece
    bound: Bound
    explicit: bool
    due: bool = False


def frames(pieces: Sequence[Piece], syllables: Syllables, is_date_cell: Sequence[bool]) -> list[Frame]:
    """Frames of the pieces, weak ones only where something holds them up.

    Parameters
    ----------
    is_date_cell : sequence of bool
        For each token, whether it stands in a table cell of dates.
    """
    found: list[Frame] = []
    for piece in pieces:
        frame = _frame(piece, syllables)
        joined = _join(found[-1], frame, syllables) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(frame)
    return [f for f in found if _holds(f, syllables, is_date_cell)]


def _frame(piece: Piece, syllables: Syllables) -> Frame:
    last = _extend_right(piece, syllables)
    if piece.kind in _SELF_CONTAINED or piece.bound:
        return Frame(piece.first, last, piece, piece, piece.bound or "in", True)
    first, bound = piece.first, None
    while bound is None:
        size, bound = _bound_before(syllables, first)
        if bound is None:
            size = _edge_before(syllables, first, piece)
            if not size:
                break
        first -= size
    due = _ends_with_due(syllables, first)
    return Frame(first, last, piece, piece, bound or ("by" if due else "in"), bound is not None, due)


def _bound_before(syllables: Syllables, end: int) -> tuple[int, Bound | None]:
    for size in range(min(_LONGEST, end), 0, -1):
        bound = _BOUND.get(tuple(syllables.lowered[end - size : end]))
        if bound:
            return size, bound
    return 0, None


def _edge_before(syllables: Syllables, end: int, piece: Piece) -> int:
    for size in (2, 1):
        words = tuple(syllables.lowered[max(0, end - size) : end])
        if words in _EDGES and len(words) == size:
            return size
    # "trước 17h00 ngày 25/9": up to four tokens of clock time.
    for size in range(min(4, end), 1, -1):
        match = _CLOCK.match(syllables, end - size, end)
        if match and match.end() == end:
            return size
    return 0


def _extend_right(piece: Piece, syllables: Syllables) -> int:
    following = syllables.lowered[piece.last : piece.last + 2]
    if following[:1] == ["trở"] and following[1:] in (["đi"], ["về"], ["lại"]):
        return piece.last + 2
    is_day = piece.kind in ("day", "holiday", "month") and piece.period is not None and piece.period.year is None
    return piece.last + 1 if is_day and following[:1] == ["tới"] else piece.last


def _ends_with_due(syllables: Syllables, end: int) -> bool:
    return any((m := _DUE.match(syllables, i, end)) and m.end() == end for i in range(max(0, end - 4), end))


def _join(before: Frame, frame: Frame, syllables: Syllables) -> Frame | None:
    """A range from two neighbours: "từ A đến B", "A - B" of one kind."""
    a, b = before.end, frame.start
    if before.start is not before.end or {a.kind, b.kind} & _NO_RANGE or frame.first < before.last:
        return None
    link = syllables.lowered[before.last : b.first]
    if not link or link[0] not in _LINKS or frame.first > before.last + 1:
        return None
    opened = before.bound == "from" and before.explicit
    same = a.period is not None and b.period is not None and a.period.unit == b.period.unit
    is_dash = link[0] in _DASHES
    if not (opened or same) or (is_dash and (len(link) > 1 or not same)) or (before.explicit and not opened and not same):
        return None
    bound: Bound = "in" if opened or not before.explicit else before.bound
    return Frame(before.first, frame.last, a, b, bound, True, before.due)


def _holds(frame: Frame, syllables: Syllables, is_date_cell: Sequence[bool]) -> bool:
    piece = frame.start
    if frame.start is not frame.end or not piece.weak:
        return True
    after = syllables.lowered[piece.last : piece.last + 1]
    if after and (after[0] in _COUNTED or after[0] in ("%", "/")):
        return False
    if frame.explicit or frame.due or is_date_cell[piece.first]:
        return piece.kind != "months_so_far" or frame.bound != "from"
    return _alone_in_brackets(frame, syllables)


def _alone_in_brackets(frame: Frame, syllables: Syllables) -> bool:
    forms = syllables.forms
    opened = frame.first > 0 and forms[frame.first - 1] == "("
    is_range = frame.start.kind == "bare_year" and frame.last - frame.first > 1
    return opened and is_range and forms[frame.last : frame.last + 1] == [")"]


