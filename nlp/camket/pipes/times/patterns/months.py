"""Months: "tháng 9", "tháng 9/2025", "tháng 3-4", "các tháng 10, 11, 12", "T9/2025", "11/2025"."""

from __future__ import annotations

from re import Match
from typing import Final

from camket.pipes.times.patterns.atoms import ATOMS, NUMERALS, number, relative, runs, year
from camket.pipes.times.period import Period, month_length, months
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar, translate
from camket.text.lexer import Syllables

_LIST: Final = Grammar(
    "(?:các|những)? (?P<first>(?:tháng|t) <month_name>)"
    "(?P<more>(?: (?:,|và|<dash>|đến) (?:(?:tháng|t) <month>|<month> <closed>) (?!/ <month> <sep>|/ <day>|%)){0,11})"
    "(?P<year><of_year>)? (?P<same_year><same_year>)?",
    ATOMS,
)
_DOTTED: Final = Grammar("tháng (?P<pair><decimal>)", ATOMS)
_SHORT: Final = Grammar("(?P<month><month>) (?:/|-) (?P<year><year>) (?!<sep> <capitalised>)", ATOMS)
_DAYS_OF: Final = Grammar(
    "(?:(?P<n><integer>) ngày|(?P<half>nửa|nữa)) (?P<edge>đầu|cuối) (?:của)? tháng (?P<month><month_name>) "
    "(?P<year><of_year>)?",
    ATOMS,
)
_RELATIVE: Final = Grammar("tháng (?P<which>này|sau|tới|trước (?!ngày|<day> /|khi))", ATOMS)


def _list(match: Match[str], syllables: Syllables) -> list[Piece] | None:
    """One piece for each run of neighbouring months; the words between runs belong to none."""
    first, last = match.span("first")
    if last - first == 2 and syllables.forms[first].lower() == "t" and not syllables.is_glued(last - 1):
        return None
    start = NUMERALS.get(" ".join(syllables.lowered[first + 1 : last])) or int(syllables.forms[last - 1])
    rest = [i for i in range(*match.span("more")) if syllables.forms[i].isdigit()]
    values = [start, *(int(syllables.forms[i]) for i in rest)]
    known, shift = year(match, syllables), relative(match, syllables)
    is_range = len(values) == 2 and any(m in _RANGE for m in match["more"])
    found = [(values[0], values[1])] if is_range else runs(values)
    return _split(match, found, [last, *(i + 1 for i in rest)], known, shift)


def _split(
    match: Match[str], found: list[tuple[int, int]], ends: list[int], known: int | None, shift: int | None
) -> list[Piece]:
    """Lay the runs over the tokens of the list."""
    if len(found) == 1:
        return [Piece(*match.span(), "month", months(*found[0], known), relative=shift)]
    pieces, start, done = [], match.start(), 0
    for low, high in found:
        done += high - low + 1
        end = match.end() if done == len(ends) else ends[done - 1]
        pieces.append(Piece(start, end, "month", months(low, high, known), relative=shift))
        start = end + 1
    return pieces


def _dotted(match: Match[str], syllables: Syllables) -> Piece | None:
    month, _, known = syllables.forms[match.start("pair")].partition(".")
    if not (month.isdigit() and len(known) == 4 and 1 <= int(month) <= 12 and 1900 <= int(known) <= 2099):
        return None
    return Piece(*match.span(), "month", months(int(month), int(month), int(known)))


def _short(match: Match[str], syllables: Syllables) -> Piece:
    month = number(match, syllables, "month")
    return Piece(*match.span(), "month", months(month, month, number(match, syllables, "year")))


def _days_of(match: Match[str], syllables: Syllables) -> Piece | None:
    """Whether it is as in "10 ngày đầu tháng 12", "nửa cuối tháng 3"."""
    month, known = number(match, syllables, "month"), year(match, syllables)
    count = 15 if match["half"] else number(match, syllables, "n")
    last = month_length(known or 2024, month)
    if not 1 <= count < last:
        return None
    first, last = (1, count) if syllables.lowered[match.start("edge")] == "đầu" else (last - count + 1, 0)
    first = 16 if match["half"] and first > 1 else first
    return Piece(*match.span(), "month", Period("month", (0, month, first), (0, month, last), known))


def _relative(match: Match[str], syllables: Syllables) -> Piece:
    shift = {"này": 0, "sau": 1, "tới": 1, "trước": -1}[syllables.lowered[match.start("which")]]
    return Piece(*match.span(), "month_from_now", Period("month", (0, shift, 1), (0, shift, 0)))


_RANGE: Final = frozenset(translate("- – — đến", {}))

PATTERNS: Final = (
    Pattern("các những tháng t", _LIST, _list),
    Pattern("<integer> nửa nữa", _DAYS_OF, _days_of),
    Pattern("tháng", _DOTTED, _dotted),
    Pattern("tháng", _RELATIVE, _relative),
    Pattern("<month>", _SHORT, _short),
)
