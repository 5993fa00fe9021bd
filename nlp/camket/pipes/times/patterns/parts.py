"""Parts of a year counted in months: "6 tháng đầu năm 2021", "9 tháng", "ba tháng còn lại", "nửa cuối năm"."""

from __future__ import annotations

from re import Match
from typing import Final

from camket.pipes.times.patterns.atoms import ATOMS, NUMERAL_STARTS, number, relative, year
from camket.pipes.times.period import Period, months
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

_EDGE: Final = Grammar(
    "(?P<n><counted>) (?:tháng|t) (?P<edge>đầu|cuối|còn lại) (?:của)? (?P<year>(?:/|-|của)? <year>|năm <year>)?"
    " (?P<same_year>năm (?:nay|này|sau|tới|trước|ngoái)|năm)?",
    ATOMS,
)
_PLAIN: Final = Grammar(
    "(?P<n><counted>) (?:tháng|t) (?P<year>(?:/|-|của)? <year>|(?:của)? năm <year>)?"
    " (?P<same_year>năm (?:nay|này|trước|ngoái))? qua?"
    " (?!<unit>|một|lần|/|tuổi|kể|làm việc|tính|lương|liên tục|liên tiếp|liền|trước|sau|so|đầu|cuối|nay|nữa|rưỡi|vừa)",
    ATOMS,
)
_AHEAD: Final = Grammar("(?P<n><counted>) tháng (?:tới|tiếp theo|sắp tới) (?!đây)", ATOMS)
_HALF: Final = Grammar(
    "(?:nửa|nữa) (?P<edge>đầu|cuối) (?:của)? năm (?P<year><year>)? (?P<same_year>nay|này|sau|tới)?", ATOMS
)


def _edge(match: Match[str], syllables: Syllables) -> Piece | None:
    count = number(match, syllables, "n")
    if not 1 <= count <= 11:
        return None
    is_first = syllables.lowered[match.start("edge")] == "đầu"
    first, last = (1, count) if is_first else (13 - count, 12)
    found = months(first, last, year(match, syllables), "part")
    return Piece(*match.span(), "months_of_year", found, relative=_shift(match, syllables, found))


def _shift(match: Match[str], syllables: Syllables, found: Period) -> int | None:
    if found.year:
        return None
    return relative(match, syllables) or 0


def _plain(match: Match[str], syllables: Syllables) -> Piece | None:
    """The first three, six or nine months of the year, unless a neighbour shows that a length is meant."""
    count = number(match, syllables, "n")
    if count not in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11):
        return None
    found = months(1, count, year(match, syllables), "part")
    kind = "months_of_year" if match["year"] else "months_so_far"
    return Piece(*match.span(), kind, found, relative=_shift(match, syllables, found))


def _ahead(match: Match[str], syllables: Syllables) -> Piece:
    """As in "6 tháng tới": whole months from the one that begins next."""
    return Piece(*match.span(), "months_ahead", Period("part", (0, 0, 1), (0, number(match, syllables, "n"), 0)))


def _half(match: Match[str], syllables: Syllables) -> Piece:
    is_first = syllables.lowered[match.start("edge")] == "đầu"
    found = months(*((1, 6) if is_first else (7, 12)), year(match, syllables), "part")
    return Piece(*match.span(), "months_of_year", found, relative=_shift(match, syllables, found))


PATTERNS: Final = (
    Pattern(NUMERAL_STARTS, _EDGE, _edge),
    Pattern(NUMERAL_STARTS, _PLAIN, _plain),
    Pattern(NUMERAL_STARTS, _AHEAD, _ahead),
    Pattern("nửa nữa", _HALF, _half),
)
