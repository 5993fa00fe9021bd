"""Years: "năm 2021", "các năm 2022, 2023", "năm nay", "cuối năm", "năm học 2024-2025", "vụ Hè Thu 2024"."""

from __future__ import annotations

from re import Match
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.times.patterns.atoms import ATOMS, number, number_if_any, relative, runs
from camket.pipes.times.period import Period, school_year, years
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar, any_of, translate
from camket.text.lexer import Syllables

_MORE: Final = "(?P<more>(?: (?:,|và) năm? <year> (?!<sep> <year>)){0,20})"
_LIST: Final = Grammar(
    f"(?:các|những)? (?:<counted>)? (?:năm|niên độ(?: ngân sách)?(?: năm)?) (?P<first><year>) {_MORE}"
    " (?:(?P<link><dash>) năm? (?P<last><year>))?",
    ATOMS,
)
_BARE: Final = Grammar("(?P<first><year>)(?: (?P<link><dash>) (?P<last><year>))?", ATOMS)
_RELATIVE: Final = Grammar(
    "(?P<same_period>cùng kỳ)? (?P<same_year>năm (?:nay|này|sau|tới|trước liền kề|liền trước|"
    "trước (?!<integer>|ngày|<day> /)|"
    "(?<=hơn năm) trước|ngoái|kế tiếp))"
    " (?!thứ|tuổi|<day> /)",
    ATOMS,
)
_EDGE: Final = Grammar(
    "(?:trong suốt|trong|cả|hết|cuối|đầu|giữa|suốt) năm (?!học|<year>|<counted> tháng|<counted> năm|thứ|cuối|đầu|"
    "nay|này|sau|tới|trước|ngoái|kế|liền|mới|nào|một|hai|ba|bốn)",
    ATOMS,
)
_CROPS: Final = lexicon("times")["crops"]["words"]
_SCHOOL: Final = Grammar("(?:các)? năm học (?:mới)? (?P<first><year>) (?: <sep> (?P<last><year>))?", ATOMS)
_SCHOOL_EDGE: Final = Grammar("(?:trong|cả|cuối|đầu|hết|giữa) năm học (?!<year>|mới|trước|sau|tới)", ATOMS)
_SCHOOL_RELATIVE: Final = Grammar("năm học (?P<which>này|mới|tới|sau|trước)", ATOMS)
# With its school year, the school year is what is named.
_SCHOOL_TERM: Final = Grammar("(?<=trong|là|nhất) học kỳ (?P<n>I|II|<month>|một|hai) (?!,? (?:của)? năm học)", ATOMS)
_SAME_PERIOD: Final = Grammar("cùng kỳ (?:của)? (?:các)? năm? (?P<first><year>)", ATOMS)
_CROP: Final = Grammar(
    f"(?:(?<!nhiệm|dịch|phục|chức|sự|thời|công|thường) vụ (?:sản xuất|lúa)? {any_of(_CROPS)}|hè|"
    f"mùa (?:mưa|lũ|bão|khô|mưa bão|mưa lũ|vụ|hè|du lịch|lễ hội)|năm "
    f"ngân sách)"
    " (?:năm)? (?P<first><year>)"
    " (?: <sep> (?P<last><year>))?",
    ATOMS,
)


def _list(match: Match[str], syllables: Syllables) -> list[Piece] | None:
    if match["link"]:
        return _span(match, syllables, "year")
    places = [match.start("first"), *(i for i in range(*match.span("more")) if len(syllables.forms[i]) == 4)]
    found = runs([int(syllables.forms[i]) for i in places])
    if len(found) == 1:
        return [Piece(*match.span(), "year", years(*found[0]))]
    pieces, first, done = [], match.start(), 0
    for low, high in found:
        done += high - low + 1
        end = places[done - 1] + 1
        pieces.append(Piece(first, end, "year", years(low, high)))
        first = end + 1
    return pieces


def _span(match: Match[str], syllables: Syllables, kind: str, weak: bool = False) -> list[Piece] | None:
    first, last = number(match, syllables, "first"), number_if_any(match, syllables, "last")
    if last is not None and not first < last <= first + 60:
        return None
    return [Piece(*match.span(), kind, years(first, last), weak=weak)]


def _bare(match: Match[str], syllables: Syllables) -> list[Piece] | None:
    is_range = match["link"] and abs(number(match, syllables, "first") - 2015) < 50
    return _span(match, syllables, "bare_year", weak=not is_range)


def _relative(match: Match[str], syllables: Syllables) -> Piece | None:
    """As in "5 năm nay", "nhiều năm trước" are no year."""
    is_counted = match.start() > 0 and syllables.codes[match.start() - 1] in _MANY
    if is_counted and syllables.lowered[match.end() - 1] != "ngoái":
        return None
    kind = "same_period" if match["same_period"] else "year"
    return Piece(*match.span(), kind, Period("year", (0, 1, 1), (0, 12, 31)), relative=relative(match, syllables))


def _edge(match: Match[str], syllables: Syllables) -> Piece:
    """The year of the document in "trong năm" and its like; the word before belongs to the span."""
    return Piece(*match.span(), "edge_of_year", Period("year", (0, 1, 1), (0, 12, 31)), relative=0)


def _school(match: Match[str], syllables: Syllables) -> Piece:
    return Piece(*match.span(), "school_year", school_year(number(match, syllables, "first")))


_SCHOOL_YEARS: Final = {"này": "now", "mới": "next", "tới": "next", "sau": "next", "trước": "last"}


def _school_relative(match: Match[str], syllables: Syllables) -> Piece:
    which = syllables.lowered[match.start("which")]
    return Piece(*match.span(), f"school_year_{_SCHOOL_YEARS[which]}", Period("season", (0, 9, 1), (1, 5, 31)))


def _school_edge(match: Match[str], syllables: Syllables) -> Piece:
    return Piece(*match.span(), "school_year_now", Period("season", (0, 9, 1), (1, 5, 31)))


_SCHOOL_TERMS: Final = frozenset(["i", "1", "một", "ii", "2", "hai"])


def _school_term(match: Match[str], syllables: Syllables) -> Piece | None:
    """The first half of a school year ends with January, the second with May."""
    which = syllables.lowered[match.start("n")]
    if which not in _SCHOOL_TERMS:
        return None
    first = which in ("i", "1", "một")
    start, end = ((0, 9, 1), (1, 1, 31)) if first else ((1, 2, 1), (1, 5, 31))
    return Piece(*match.span(), "school_year_now", Period("season", start, end))


def _same_period(match: Match[str], syllables: Syllables) -> Piece:
    """The same months of an earlier year; which months they are depends on the document's date."""
    return Piece(*match.span(), "same_period", years(number(match, syllables, "first")))


def _crop(match: Match[str], syllables: Syllables) -> list[Piece] | None:
    return _span(match, syllables, "crop")


_MANY: Final = frozenset(translate("hai ba bốn năm mười trăm nhiều mấy vài những các mỗi", {})) | frozenset("124")

PATTERNS: Final = (
    Pattern("năm các những niên <integer> hai ba bốn", _LIST, _list),
    Pattern("năm các", _SCHOOL, _school),
    Pattern("trong cả cuối đầu hết giữa", _SCHOOL_EDGE, _school_edge),
    Pattern("năm", _SCHOOL_RELATIVE, _school_relative),
    Pattern("học", _SCHOOL_TERM, _school_term),
    Pattern("năm cùng", _RELATIVE, _relative),
    Pattern("cùng", _SAME_PERIOD, _same_period),
    Pattern("trong cả hết cuối đầu giữa suốt", _EDGE, _edge),
    Pattern("vụ mùa năm hè", _CROP, _crop),
    Pattern("<year>", _BARE, _bare),
)
