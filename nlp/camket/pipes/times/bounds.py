"""Read the words before a time: its edge ("cuối"), hour and bound ("trước", "đến hết", "chậm nhất")."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.times.piece import Piece
from camket.records import Bound
from camket.text.grammar import Grammar, translate
from camket.text.lexer import Syllables
from camket.text.phrases import Endings

_WORDS: Final = lexicon("times")
# Of equal phrases the last counts.
_BOUNDS: Final[Endings[Bound]] = Endings(
    (phrase, bound) for bound, phrases in list(_WORDS["bounds"].items())[::-1] for phrase in phrases
)
_EDGES: Final = Endings((word, True) for word in _WORDS["edges"]["words"])
_DUE_NOUNS: Final = frozenset(translate(word, {}) for word in _WORDS["due_nouns"]["words"])
_CLOCK: Final = Grammar("(?:lúc)? <integer> (?:h|giờ|g|<colon>) <integer>? (?:phút)? ,?")
_HOUR: Final = frozenset(translate("h giờ g <colon>", {}))
# "vốn trung hạn 2026-2030" names no due date.
_TERMS_OF_YEARS: Final = frozenset(translate("trung dài ngắn giới kỳ", {}))
_INTRODUCING: Final = frozenset(translate("<open> <colon> là", {}))
_TERM: Final = translate("hạn", {})
_CUTS: Final = frozenset(translate(", ; <dot> <close> <bar> đúng còn quá trước", {}))
# "hạn chế", "hạn mức"
_NO_TERM: Final = frozenset(translate("chế mức hẹp hán hữu điền", {}))
_END: Final = translate("hết", {})
_REGULARLY: Final = translate("định kỳ", {})
_OVERDUE: Final = frozenset(
    translate(words, {}) for words in ("trễ hạn", "quá hạn", "chậm hạn", "đúng hạn", "trước hạn")
)
_WITHIN: Final = translate("trong", {})
_VAGUE_KINDS: Final = frozenset(["edge_of_year", "own_term"])
_FIRST_WORDS: Final[dict[str, Bound]] = {translate("hết", {}): "by"}


def extend(piece: Piece, syllables: Syllables, floor: int) -> tuple[int, Bound | None, int]:
    """Walk left from a piece over the words that belong to it.

    Parameters
    ----------
    piece : Piece
        The piece.
    syllables : Syllables
        The text's tokens.
    floor : int
        Token that the walk must not go before (the end of the piece to the left).

    Returns
    -------
    (int, str or None, int)
        First token of the whole expression; the bound, None where no word gives one; number of tokens of the bound.
    """
    codes = syllables.codes
    at, is_end = _edges(syllables, piece.first, floor)
    at = _clock(codes, at, floor)
    found = _BOUNDS.find(syllables.symbols, at, floor)
    if found:
        first, bound = found
        first -= 2 * (codes[max(0, first - 2) : first] == _REGULARLY and first - 2 >= floor)
        return first, bound, at - first
    start = _before_event(syllables, at, floor) if piece.period is not None else at
    if start < at:
        if codes[start + 1] in _GATHERINGS:
            # Only what names the time is marked: "trước kỳ họp [tháng 7]".
            return at, "before", 0
        return start, "before", at - start
    if piece.bound or is_end or codes[piece.first] in _FIRST_WORDS:
        return at, piece.bound or "by", 0
    return at, None if piece.kind in _VAGUE_KINDS else _due_noun(codes, at), 0


def _edges(syllables: Syllables, at: int, floor: int) -> tuple[int, bool]:
    """Go over "đầu", "giữa", "cuối", "sáng" …; tell whether "hết" was among them."""
    codes, is_end = syllables.codes, False
    while (edge := _EDGES.find(syllables.symbols, at, floor)) is not None:
        first = edge[0]
        if codes[first - 1 : at] in _DUE_NOUNS:
            break
        is_end = is_end or codes[first:at] == _END
        at = first
    return at, is_end


def _clock(codes: str, at: int, floor: int) -> int:
    """Go over an hour ("17h00", "10 giờ sáng")."""
    window = max(floor, at - 6)
    if _HOUR.isdisjoint(codes[window:at]):
        return at
    fits = (n for n in range(window, at - 1) if _CLOCK.expression.fullmatch(codes, n, at))
    return next(fits, at)


def _before_event(syllables: Syllables, at: int, floor: int) -> int:
    """Start of "trước ngày tựu trường", "trước khi quyết toán" before a time; the token itself if there is none."""
    for i in range(at - 2, max(floor, at - 8) - 1, -1):
        if (
            not (syllables.forms[i + 1].isalpha() or syllables.forms[i + 1] in "-–")
            or syllables.lowered[i + 1] in _NO_EVENT
        ):
            return at
        if syllables.codes[i] == _BEFORE:
            return i if syllables.codes[i + 1] in _EVENTS and syllables.lowered[i + 2] not in _AUDIENCE else at
    return at


def _is_due_phrase(codes: str, at: int) -> bool:
    """Whether "thời hạn của tỉnh", "hạn chót nộp phiếu" ends at a token."""
    before = codes[max(0, at - 6) : at]
    place = before.rfind(_TERM)
    if place >= 0 and before[place + 1 : place + 2] in _NO_TERM:
        return False
    return place >= 0 and _CUTS.isdisjoint(before[place:]) and before[max(0, place - 1) : place] not in _CUTS


_BEFORE: Final = translate("trước", {})
_EVENTS: Final = frozenset(translate("ngày khi dịp lễ mùa quốc kỳ con hội vụ", {}))
_GATHERINGS: Final = frozenset(translate("kỳ con hội", {}))
# "trước Hội đồng" is said of who listens.
_AUDIENCE: Final = frozenset(["đồng", "nghị"])
_NO_EVENT: Final = frozenset(["và", "đã", "hoàn", "đạt", "trong", "đến", "từ"])


def _due_noun(codes: str, at: int) -> Bound | None:
    """After the noun "hạn" the bound is "by", the noun stays outside."""
    if codes[at - 2 : at] in _OVERDUE and codes[at] == _WITHIN:
        return None
    if codes[at - 1 : at] in _INTRODUCING:
        at -= 1
        if _is_due_phrase(codes, at):
            return "by"
    if codes[max(0, at - 2) : at - 1] in _TERMS_OF_YEARS:
        return None
    return "by" if any(codes[max(0, at - n) : at] in _DUE_NOUNS for n in (4, 3, 2, 1)) else None
