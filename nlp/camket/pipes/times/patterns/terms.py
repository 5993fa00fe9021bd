"""Periods of several years: "giai đoạn 2021-2025", "nhiệm kỳ 2020-2025", "cuối nhiệm kỳ", "trong 5 năm 2021-2025"."""

from __future__ import annotations

from re import Match
from typing import Final

from camket.pipes.times.patterns.atoms import ATOMS, number
from camket.pipes.times.period import Period, years
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

_NAMED: Final = Grammar(
    "(?:giai đoạn|nhiệm kỳ|thời kỳ|<counted> năm|niên khóa|thời gian) (?:<open>)?"
    " (?:từ)? (?:năm)? (?P<first><year>) (?: (?:<sep>|—|đến) (?:năm)? (?P<last><year>|<integer>)) (?P<closed><close>)?",
    ATOMS,
)
_TERM: Final = Grammar(
    "(?:(?:(?:trong)? (?:cả|suốt|toàn)|(?:năm)? cuối|giữa|(?:năm)? đầu|hết|trong|khi? kết thúc) nhiệm kỳ "
    "(?P<which>này|tới|sau)?|nhiệm kỳ (?:vừa)? qua) (?!<year>)",
    ATOMS,
)


def _named(match: Match[str], syllables: Syllables) -> Piece | None:
    first, last = number(match, syllables, "first"), number(match, syllables, "last")
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 60:
        return None
    return Piece(*match.span(), "term", years(first, last))


def _term(match: Match[str], syllables: Syllables) -> Piece:
    """The term of office that the document or its heading names, else the Party's term at its date."""
    is_next = match["which"] is not None and syllables.lowered[match.start("which")] != "này"
    return Piece(*match.span(), "next_term" if is_next else "own_term", Period("years", (0, 1, 1), (5, 12, 31)))


PATTERNS: Final = (
    Pattern("giai nhiệm thời niên <integer> một hai ba bốn năm", _NAMED, _named),
    Pattern("năm cả cuối giữa đầu hết toàn trong suốt khi kết nhiệm", _TERM, _term),
)
