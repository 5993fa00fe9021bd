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
from camket.text.grammar import Grammar, translate
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
    cells = date_cells(source)
    for piece in pieces:
        if piece.kind != "none":
            phrase = _phrase(piece, source, floor, cells)
            if phrase:
                _join_or_add(phrase, found, syllables)
        floor = piece.last
    return [p for p in found if not p.weak]


def _phrase(piece: Piece, source: Source, floor: int, cells: Sequence[range]) -> Phrase | None:
    syllables = source.syllables
    if _is_part_of_name(piece, syllables):
        return None
    first, bound, words = extend(piece, syllables, floor)
    if piece.weak and _is_fraction(piece, syllables) or piece.kind == "months_so_far" and (
        bound in ("before", "by") or not _is_time_passed(piece, source)
    ):
        return None
    if bound == "by" and not words and syllables.codes[max(0, first - 1) : first] == _SANG:
        bound = "in"
    weak = piece.weak and not _is_held(piece, syllables, first, bound if words else None, cells)
    due_noun = bound is not None and not words and not piece.bound
    return Phrase((piece,), first, piece.last, _default_bound(piece, bound), words, weak, due_noun)


_NO_NAME = frozenset(translate(", ; <dot> <colon> <open> <close> <bar> so trong đến từ đã", {}))
_PLANS = Grammar("(?:kế hoạch|chỉ tiêu|dự toán|kh|mục tiêu|báo cáo|sơ kết|tổng kết|phải nộp|định mức)")


def _is_part_of_name(piece: Piece, syllables: Syllables) -> bool:
    """Whether a bare year or "cả năm" belongs to what stands before: "Luật Đất đai năm 2013", "kế hoạch cả năm"."""
    codes = syllables.codes
    if piece.kind in ("edge_of_year", "own_term"):
        if piece.kind == "edge_of_year" and syllables.codes[piece.first] != _WHOLE:
            return _ends(_PLANS, syllables, piece.first, 2)
        return any(_ends(_PLANS, syllables, piece.first - gap, 2) for gap in range(5)) or codes[piece.first - 1 : piece.first] == _PERCENT
    if piece.kind != "year" or piece.last - piece.first > 2:
        return False
    if codes[max(0, piece.first - 1) : piece.first] == _BORN:
        return True
    for at in range(piece.first - 1, max(-1, piece.first - 9), -1):
        if codes[at] in _NO_NAME or codes[at] in _NUMBERS:
            return False
        if codes[at] in _LAWS:
            return True
    return False


def _ends(grammar: Grammar, syllables: Syllables, end: int, length: int) -> bool:
    """Whether a match of one or two tokens ends at a token."""
    return any((m := grammar.match(syllables, end - n)) and m.end() == end for n in range(length, 0, -1) if end >= n)


_BORN = translate("sinh", {})
_WHOLE = translate("cả", {})
_NUMBERS = frozenset("1234567")
_LAWS = frozenset(translate("luật pháp", {}))


def _default_bound(piece: Piece, bound: Bound | None) -> Bound:
    if piece.kind in ("now", "within") and piece.bound:
        return piece.bound
    return bound or piece.bound or "in"


def _is_fraction(piece: Piece, syllables: Syllables) -> bool:
    """Whether a counted noun follows ("đến 10/12 xã", "trong 2000 hộ")."""
    codes, at = syllables.codes, piece.last
    return any(codes[at : at + n] in _COUNTED for n in (1, 2, 3)) or codes[at : at + 1] == _PERCENT


def _is_held(piece: Piece, syllables: Syllables, first: int, bound: Bound | None, cells: Sequence[range]) -> bool:
    """Whether something beside a weak piece shows that it is a time."""
    if bound:
        # "trước hạn từ 1-2 ngày", "sau Tết"
        return not (bound == "from" and (piece.kind == "tet" or _is_hyphenated(piece, syllables)))
    if any(piece.first in cell for cell in cells):
        return True
    return _has_signal(piece, syllables, first) or piece.kind == "day" and _is_named_day(syllables, piece.first)


def _is_hyphenated(piece: Piece, syllables: Syllables) -> bool:
    return piece.kind == "day" and not _DASHES.isdisjoint(syllables.codes[piece.first : piece.last])


def _is_named_day(syllables: Syllables, at: int) -> bool:
    """ "Ngày Môi trường thế giới 5/6": a capitalised name and no sign between."""
    for i in range(at - 1, max(0, at - 8), -1):
        if not syllables.forms[i].isalpha() and syllables.forms[i] != "&":
            return False
        if syllables.codes[i] == _DAY:
            return i + 1 < at and syllables.forms[i + 1][0].isupper()
    return False


def _is_time_passed(piece: Piece, source: Source) -> bool:
    """Whether a bare "9 tháng" is what has passed of the year when a report is written."""
    anchor, count = source.item.date, piece.period.end[1]
    if anchor is None or source.item.kind != "report":
        return False
    return count >= 3 and anchor.month - 2 <= count <= anchor.month and not _is_length(piece, source.syllables.codes)


def _is_length(piece: Piece, codes: str) -> bool:
    """Whether the words before make it a length of time ("chậm 9 tháng", "quá hạn trên 6 tháng")."""
    return codes[max(0, piece.first - 1) : piece.first] in _MORE_OR_LESS or not _DELAYS.isdisjoint(
        codes[max(0, piece.first - 3) : piece.first]
    )


def date_cells(source: Source) -> list[range]:
    """Token ranges of the table cells whose column holds dates."""
    if source.item.context is None or "|" not in source.item.context:
        return []
    heads = source.item.context.lower().split("|")
    bars = [i for i, form in enumerate(source.syllables.forms) if form == "|"]
    if len(heads) != len(bars) + 1:
        return []
    edges = [-1, *bars, len(source.syllables)]
    cells = zip(heads, edges, edges[1:], strict=False)
    return [range(a + 1, b) for head, a, b in cells if any(word in head for word in _DATE_HEADS)]


def _has_signal(piece: Piece, syllables: Syllables, first: int) -> bool:
    codes = syllables.codes
    signals = _SIGNALS["year" if piece.kind == "bare_year" else "day"]
    return any(codes[max(0, first - n) : first] in signals for n in (2, 1))


_DAY = translate("ngày", {})
_MORE_OR_LESS = frozenset(translate("hơn trên dưới khoảng thêm cứ mỗi từ đến trước sau và", {}))
_DELAYS = frozenset(translate("quá hạn trễ chậm muộn sớm kéo rút vượt", {}))
_DATE_HEADS = tuple(_WORDS["date_heads"]["words"])
_SANG = translate("sang", {})
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
    if between == _OPEN and _is_gloss(before, phrase, syllables):
        return replace(before, pieces=phrase.pieces, last=phrase.last + 1)
    if len(between) == 1 and between in _JOINS and not phrase.bound_words and _same_unit(before, phrase):
        if between in _DASHES and not before.due_noun:
            return _range(before, phrase)
        return _list(before, phrase)
    return None


def _moved(before: Phrase) -> Phrase:
    """ "từ A sang B" moves a date: A stands without its preposition."""
    return replace(before, first=before.first + before.bound_words, bound="in", bound_words=0, moved=True)


_COMMA = translate(",", {})


def _is_gloss(before: Phrase, phrase: Phrase, syllables: Syllables) -> bool:
    """Whether a bracket gives the date of a lunar day: "mồng 6 tháng Giêng (15/02/2024)"."""
    is_lunar = before.pieces[0].period is not None and before.pieces[0].period.unit == "lunar"
    return is_lunar and phrase.pieces[0].kind == "day" and syllables.codes[phrase.last : phrase.last + 1] == _CLOSE


_OPEN, _CLOSE = translate("<open>", {}), translate("<close>", {})


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
