"""What shows that digits are a time, and what shows that they are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.source import Source
from camket.pipes.times.piece import Piece
from camket.records import Bound
from camket.text.grammar import Grammar, any_of, translate
from camket.text.lexer import Syllables

_WORDS: Final = lexicon("times")


def _codes(words: Sequence[str]) -> frozenset[str]:
    return frozenset(translate(word, {}) for word in words)


_COUNTED: Final = _codes(_WORDS["counted"]["words"])
_SIGNALS: Final = {kind: _codes(words) for kind, words in _WORDS["signals"].items()}
_ORDINALS: Final = _codes(_WORDS["ordinals"]["words"])
_DATE_HEADS: Final = tuple(_WORDS["date_heads"]["words"])
_DUE: Final = _codes(["hạn", "mốc", "ngày", "trước", "mùa"])
# Words before bare digits that only a day can follow.
_DAY_EDGES: Final = _codes(["hôm", "sáng", "chiều", "tối", "đêm", "lễ", "kỷ"])
_MORE_OR_LESS: Final = _codes(_WORDS["lengths"]["before"])
_DELAYS: Final = _codes(_WORDS["lengths"]["delays"])
_DASHES: Final = _codes(["-", "–", "—"])
_SIGNS: Final = _codes([",", ";", "<dot>", "<close>", "<bar>", "<colon>", "<open>", "và", "–", "-"])
# Words that can follow a day, but not a count of things.
_NO_NOUN: Final = _codes(_WORDS["signals"]["no_noun"])
_PERCENT: Final = translate("%", {})
_DAY: Final = translate("ngày", {})
_BAR: Final = translate("<bar>", {})
_OPEN: Final = translate("<open>", {})
_CLOSE: Final = translate("<close>", {})
_COLON: Final = translate("<colon>", {})

_ORGANISE: Final = translate("tổ chức", {})
_BORN: Final = translate("sinh", {})
_WHOLE: Final = translate("cả", {})
_LAW: Final = translate("luật", {})
_NO_LAW: Final = _codes(["kỷ", "pháp", "quy", "đúng", "trái"])
_DECREE: Final = translate("pháp lệnh", {})
# Between "Luật" and its year there is only the law's name.
_NO_NAME: Final = _codes(
    [",", ";", "<dot>", "<colon>", "<open>", "<close>", "<bar>", "so", "trong", "đến", "từ", "đã"]
) | frozenset("1234567")
_PLANS: Final = Grammar(any_of(_WORDS["plans"]["words"]))
_NAME_LENGTH: Final = 8


def is_part_of_name(piece: Piece, syllables: Syllables) -> bool:
    """Whether a year belongs to what stands before: "Luật Đất đai năm 2013", "kế hoạch cả năm", "sinh năm 1969"."""
    codes = syllables.codes
    if piece.kind in ("edge_of_year", "own_term"):
        gaps = range(4) if codes[piece.first] == _WHOLE else (0,)
        is_share = codes[piece.first] == _WHOLE and codes[piece.first - 1 : piece.first] == _PERCENT
        return is_share or any(_ends_plan(syllables, piece.first - gap) for gap in gaps)
    if piece.kind != "year" or piece.last - piece.first > 2:
        return False
    if codes[max(0, piece.first - 1) : piece.first] == _BORN:
        return piece.first == 1 or codes[piece.first - 2] in _SIGNS
    return _follows_law(codes, piece.first)


def _follows_law(codes: str, at: int) -> bool:
    """Whether "Luật", "Pháp lệnh" stands before; not "kỷ luật", "pháp luật"."""
    for i in range(at - 1, max(-1, at - 1 - _NAME_LENGTH), -1):
        if codes[i] in _NO_NAME:
            return False
        if codes[i] == _LAW:
            return codes[max(0, i - 1) : i] not in _NO_LAW
        if codes[i : i + 2] == _DECREE:
            return True
    return False


def _ends_plan(syllables: Syllables, end: int) -> bool:
    """Whether words such as "kế hoạch", "dự toán", "kỳ họp" end at a token."""
    return any((m := _PLANS.match(syllables, end - n)) and m.end() == end for n in (2, 1) if end >= n)


def is_fraction(piece: Piece, syllables: Syllables) -> bool:
    """Whether weak digits count something ("đến 10/12 xã", "trong 2000 hộ") or number it ("đợt 1 tháng 10")."""
    codes, at = syllables.codes, piece.last
    if piece.kind == "day" and codes[max(0, piece.first - 1) : piece.first] in _ORDINALS:
        return True
    if piece.kind == "day" and codes[at : at + 2] == _ORGANISE and _is_named_day(syllables, piece.first):
        return False
    return any(codes[at : at + n] in _COUNTED for n in (1, 2, 3)) or codes[at : at + 1] == _PERCENT


def is_held(
    piece: Piece, syllables: Syllables, first: int, bound: Bound | None, is_due: bool, cells: Sequence[range]
) -> bool:
    """Whether something beside a weak piece shows that it is a time.

    Parameters
    ----------
    piece : Piece
        The weak piece.
    syllables : Syllables
        The text's tokens.
    first : int
        Where the piece begins with its bound and edges.
    bound : str or None
        The bound that words give.
    is_due : bool
        Whether "hạn" stands before it.
    cells : sequence of range
        Table cells that hold dates.
    """
    if bound:
        # Not "trước hạn từ 1-2 ngày", "sau Tết".
        return not (bound == "from" and (piece.kind == "tet" or _is_hyphenated(piece, syllables)))
    if any(piece.first in cell for cell in cells) or (is_due and not _is_hyphenated(piece, syllables)):
        return True
    if piece.kind not in ("day", "holiday"):
        if _fills_cell(piece, syllables.codes) or _is_year_of_value(piece, syllables):
            return True
        return _has_signal(piece, syllables, first, "year")
    is_alone = syllables.codes[piece.last : piece.last + 1] in _SIGNS or piece.last == len(syllables)
    if _is_named_day(syllables, piece.first) or not _DAY_EDGES.isdisjoint(syllables.codes[first : piece.first]):
        return True
    if _has_signal(piece, syllables, first, "day") or _looks_like_a_day(piece, syllables):
        return True
    return is_alone and (_has_signal(piece, syllables, first, "day_alone") or _is_due_in_brackets(piece, syllables))


def _looks_like_a_day(piece: Piece, syllables: Syllables) -> bool:
    """Whether "15/7" or "05/9" is no count: more than its whole or padded at its head, and no noun follows."""
    if piece.kind != "day" or _is_hyphenated(piece, syllables):
        return False
    numbers = [form for form in syllables.forms[piece.first : piece.last] if form.isdecimal()]
    follows = syllables.codes[piece.last : piece.last + 1]
    if len(numbers) != 2 or not (not follows or follows in _SIGNS or follows in _NO_NOUN):
        return False
    return int(numbers[0]) > int(numbers[1]) or (numbers[0][0] == "0" != numbers[1][0])


def _fills_cell(piece: Piece, codes: str) -> bool:
    """Whether a year is all that stands in a table cell."""
    alone = codes[max(0, piece.first - 1) : piece.first] == _BAR == codes[piece.last : piece.last + 1]
    return alone and piece.kind == "bare_year" and piece.period is not None and 2000 < (piece.period.year or 0) < 2060


def _is_year_of_value(piece: Piece, syllables: Syllables) -> bool:
    """Whether a bracket gives the year of a figure ("45% (2024)") or an earlier figure ("(2022: 23 vụ)")."""
    codes, at = syllables.codes, piece.first
    if piece.kind != "bare_year" or codes[max(0, at - 1) : at] != _OPEN:
        return False
    behind = codes[piece.last : piece.last + 1]
    if behind == _COLON:
        return syllables.forms[piece.last + 1 : piece.last + 2] != [] and syllables.forms[piece.last + 1][0].isdigit()
    return behind == _CLOSE and any(
        form[0].isdigit() or form == "%" for form in syllables.forms[max(0, at - 4) : at - 1]
    )


def _is_hyphenated(piece: Piece, syllables: Syllables) -> bool:
    return piece.kind == "day" and not _DASHES.isdisjoint(syllables.codes[piece.first : piece.last])


def _has_signal(piece: Piece, syllables: Syllables, first: int, kind: str) -> bool:
    codes = syllables.codes
    return any(codes[max(0, first - n) : first] in _SIGNALS[kind] for n in (2, 1))


def _is_due_in_brackets(piece: Piece, syllables: Syllables) -> bool:
    """Whether it is as in "thời hạn của tỉnh (31/8)"."""
    codes, at = syllables.codes, piece.first
    is_alone = codes[max(0, at - 1) : at] == _OPEN and codes[piece.last : piece.last + 1] == _CLOSE
    return is_alone and not _DUE.isdisjoint(codes[max(0, at - 8) : at - 1])


def _is_named_day(syllables: Syllables, at: int) -> bool:
    """As in "Ngày Môi trường thế giới 5/6": a capitalised name and no sign between."""
    for i in range(at - 1, max(0, at - 8), -1):
        if not syllables.forms[i].isalpha() and syllables.forms[i] not in "&-–":
            return False
        if syllables.codes[i] == _DAY:
            return i + 1 < at and syllables.forms[i + 1][0].isupper()
    return False


def is_length(piece: Piece, source: Source, bound: Bound | None) -> bool:
    """Whether a bare "9 tháng" is a length of time, not what has passed of the year when a report is written."""
    anchor, count = source.item.date, piece.period.end[1] if piece.period else 0
    if anchor is None or source.item.kind != "report" or bound in ("before", "by"):
        return True
    if not (count >= 3 and anchor.month - 2 <= count <= anchor.month):
        return True
    codes, at = source.syllables.codes, piece.first
    return codes[max(0, at - 1) : at] in _MORE_OR_LESS or not _DELAYS.isdisjoint(codes[max(0, at - 3) : at])


def is_past_length(piece: Piece, source: Source) -> bool:
    """Whether "trong 5 ngày" without an event tells in a report how long something took."""
    return source.item.kind == "report" and source.clause_at(piece.first).mood != "planned"


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
