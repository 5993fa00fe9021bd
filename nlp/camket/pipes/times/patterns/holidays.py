"""Tết and the other days with a name."""

from __future__ import annotations

from re import Match
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.times.patterns.atoms import ATOMS, number_if_any, relative
from camket.pipes.times.patterns.year_names import NAME_OF_YEAR
from camket.pipes.times.period import Period, day
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar, any_of
from camket.text.lexer import Syllables

_DAYS: Final = lexicon("times")["holidays"]
_FIXED: Final = {name: (int(n[3:]), int(n[:2])) for name, n in _DAYS["solar"].items()}
_TERMS: Final = _DAYS["terms"]
_LUNAR: Final = {name: (int(n[3:]), int(n[:2])) for name, n in _DAYS["lunar"].items()}
_YEAR: Final = (
    "(?: (?:năm|xuân)? (?P<year><year>)| (?:năm|xuân)? (?P<name><name_of_year>)(?: (?:năm|<hyphen>)? "
    "(?P<also><year>))?)?"
)

_TET: Final = Grammar(
    "tết (?:nguyên đán|cổ truyền|âm lịch|dương lịch){0,2} (?!trồng|trung|đoan|hàn|thanh|<capitalised>)" + _YEAR,
    {**ATOMS, "name_of_year": NAME_OF_YEAR},
)
_NAMED: Final = Grammar(
    f"(?P<holiday>{any_of([*_FIXED, *_LUNAR, *_TERMS])}) (?:<open>)? (?!<day> /)"
    "(?:năm? (?P<year><year>)|(?P<same_year><same_year>))?",
    ATOMS,
)


def _tet(match: Match[str], syllables: Syllables) -> Piece | None:
    """First day of the lunar year; a bare "Tết" counts only after a bound ("trước Tết")."""
    words = syllables.lowered[match.start() : match.end()]
    period = Period("day", (0, 1, 1), (0, 1, 1)) if "dương" in words else Period("lunar", (0, 1, 1), (0, 1, 1))
    known = number_if_any(match, syllables, "also") or number_if_any(match, syllables, "year")
    if match["name"] and not known:
        return Piece(*match.span(), "tet_named", period)
    return Piece(*match.span(), "tet", period.in_year(known), weak=not known)


def _named(match: Match[str], syllables: Syllables) -> Piece | None:
    name = " ".join(syllables.lowered[slice(*match.span("holiday"))])
    known = number_if_any(match, syllables, "year")
    if name in _FIXED:
        return Piece(
            *match.span(), "holiday", day(*_FIXED[name], known), weak=True, relative=relative(match, syllables)
        )
    if name in _TERMS:
        parts = (0, _TERMS[name], 0)
        return Piece(*match.span(), "holiday", Period("term", parts, parts, known), weak=True)
    month, number_ = _LUNAR[name]
    return Piece(*match.span(), "holiday", Period("lunar", (0, month, number_), (0, month, number_), known), weak=True)


PATTERNS: Final = (
    Pattern("tết", _TET, _tet),
    Pattern(" ".join({name.split()[0] for name in (*_FIXED, *_LUNAR, *_TERMS)}), _NAMED, _named),
)
