"""Days: "30/6/2021", "30-6", "30.6.2021", "ngày 05 tháng 10 năm 2021", "mùng 5/9", "12, 13/5"."""

from __future__ import annotations

from re import Match
from typing import Final

from camket.pipes.times.patterns.atoms import ATOMS, number, number_if_any, relative, year
from camket.pipes.times.patterns.year_names import NAME_OF_YEAR
from camket.pipes.times.period import Period, day
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar, translate
from camket.text.lexer import Syllables

_FULL: Final = Grammar("ngày? (?P<day><day>) <sep> (?P<month><month>) <sep> (?P<year><year>)", ATOMS)
_DOTTED: Final = Grammar("ngày? (?P<date><dotted_date>)", ATOMS)
_WORDS: Final = Grammar(
    "(?:ngày|mùng|mồng){1,2} (?P<day><day>|<counted>) ,? tháng (?P<month>(?!giêng|chạp)<month_name>) (?!âm lịch|"
    "năm? <name_of_year>) ,?"
    " (?P<year><of_year>|<sep> <year>)? (?P<same_year><same_year>)?",
    {**ATOMS, "name_of_year": NAME_OF_YEAR},
)
_WORDS_BARE: Final = Grammar("(?P<day><day>) tháng (?P<month><month>) (?P<year><of_year>)? (?!<sep>)", ATOMS)
_LUNAR: Final = Grammar(
    "(?:ngày|mùng|mồng){0,2} (?P<day><day>|<counted>) tháng (?:(?P<month>giêng|chạp)|(?P<named><month_name>) (?=âm "
    "lịch|<open> âm|năm? <name_of_year>))"
    " (?:âm lịch)? (?:(?:năm)? (?P<name><name_of_year>)|(?P<year>năm <year>))?",
    {**ATOMS, "name_of_year": NAME_OF_YEAR},
)
_FULL_MOON: Final = Grammar("rằm tháng (?P<month><month_name>) (?:âm lịch)? (?P<year>năm <year>)?", ATOMS)
_SHORT: Final = Grammar(
    "(?P<sure>(?:ngày|mùng|mồng){1,2})? (?P<day><day>) <sep> (?P<month><month>) (?!/ <number>|<hyphen> <year>)"
    "(?P<year>,? năm <year>)? (?P<same_year><same_year>)?",
    ATOMS,
)
_SHORT_DOTTED: Final = Grammar("(?P<sure>ngày)? (?P<pair><dotted_pair>) (?P<year>năm <year>)?", ATOMS)
_DAYS: Final = Grammar(
    "(?P<sure>ngày)? (?<!lần) (?P<day><day>) (?P<link><dash>|,|và|đến|tới) (?:ngày)? (?P<last><day>) (?P<mark>/|tháng) "
    "(?P<month><month>)"
    "(?: <sep> (?P<short_year><year>)|(?P<year>năm <year>))? (?!<sep> <integer>)",
    ATOMS,
)
_BARE: Final = Grammar(
    "(?:ngày|mùng|mồng) (?P<day><day>) (?!<sep>|,? tháng|làm|công|đêm|tuổi|đầu|cuối|giường|<open>)", ATOMS
)


def _piece(match: Match[str], period: Period | None, weak: bool = False, shift: int | None = None) -> Piece | None:
    return Piece(*match.span(), "day", period, weak=weak, relative=shift) if period else None


def _full(match: Match[str], syllables: Syllables) -> Piece | None:
    return _piece(match, day(*(number(match, syllables, g) for g in ("month", "day", "year"))))


def _dotted(match: Match[str], syllables: Syllables) -> Piece | None:
    parts = syllables.forms[match.start("date")].split(".")
    return _piece(match, day(int(parts[1]), int(parts[0]), int(parts[2])))


def _words(match: Match[str], syllables: Syllables) -> Piece | None:
    found = day(number(match, syllables, "month"), number(match, syllables, "day"), year(match, syllables))
    return _piece(match, found, shift=relative(match, syllables))


def _words_bare(match: Match[str], syllables: Syllables) -> Piece | None:
    found = day(number(match, syllables, "month"), number(match, syllables, "day"), year(match, syllables))
    return _piece(match, found, weak=True)


def _lunar(match: Match[str], syllables: Syllables) -> Piece:
    """As in "mồng 6 tháng Giêng": a day of the lunar calendar."""
    month = number_if_any(match, syllables, "month") or number(match, syllables, "named")
    parts = (0, month, number(match, syllables, "day"))
    kind = "tet_named" if match["name"] else "tet"
    return Piece(*match.span(), kind, Period("lunar", parts, parts, year(match, syllables)))


def _full_moon(match: Match[str], syllables: Syllables) -> Piece:
    parts = (0, number(match, syllables, "month"), 15)
    return Piece(*match.span(), "tet", Period("lunar", parts, parts, year(match, syllables)), weak=True)


def _short(match: Match[str], syllables: Syllables) -> Piece | None:
    found = day(number(match, syllables, "month"), number(match, syllables, "day"), year(match, syllables))
    shift = relative(match, syllables)
    is_sure = match["sure"] or (found and found.year) or shift is not None
    return _piece(match, found, not is_sure, shift)


def _short_dotted(match: Match[str], syllables: Syllables) -> Piece | None:
    parts = syllables.forms[match.start("pair")].split(".")
    return _piece(match, day(int(parts[1]), int(parts[0]), year(match, syllables)), not match["sure"])


def _days(match: Match[str], syllables: Syllables) -> Piece | None:
    """Two days of one month: "10-15/5" is a stretch, "12, 13/5" is a list of neighbours."""
    first, last, month = (number(match, syllables, g) for g in ("day", "last", "month"))
    is_range = match["link"] in _LINKS
    known = year(match, syllables) or number_if_any(match, syllables, "short_year")
    start, end = day(month, first, known), day(month, last, known)
    if not (start and end) or first >= last or (not is_range and last != first + 1):
        return None
    return _piece(match, Period("day", start.start, end.end, known), weak=not match["sure"] and not known)


def _bare(match: Match[str], syllables: Syllables) -> Piece:
    """A day of an unnamed month; the month is found from the document's date."""
    found = number(match, syllables, "day")
    return Piece(*match.span(), "day_of_month", Period("day", (0, 0, found), (0, 0, found)), weak=True)


_LINKS: Final = frozenset(translate("- – — đến tới", {}))

PATTERNS: Final = (
    Pattern("ngày <day>", _DAYS, _days),
    Pattern("ngày <day>", _FULL, _full),
    Pattern("ngày <dotted_date>", _DOTTED, _dotted),
    Pattern("ngày mùng mồng", _WORDS, _words),
    Pattern("rằm", _FULL_MOON, _full_moon),
    Pattern("<day>", _WORDS_BARE, _words_bare),
    Pattern("ngày mùng mồng <day>", _LUNAR, _lunar),
    Pattern("ngày mùng mồng <day>", _SHORT, _short),
    Pattern("ngày <dotted_pair>", _SHORT_DOTTED, _short_dotted),
    Pattern("ngày mùng mồng", _BARE, _bare),
)
