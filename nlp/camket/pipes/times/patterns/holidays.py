"""Tết and the other days with a name."""

from __future__ import annotations

from re import Match

from camket.lexicons import lexicon
from camket.pipes.times.lunar import BRANCHES, STEMS, year_named
from camket.pipes.times.patterns.atoms import ATOMS, number
from camket.pipes.times.period import Period, day
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar, any_of, code
from camket.text.lexer import Syllables

_DAYS = lexicon("times")["holidays"]
_FIXED = {name: (int(n[3:]), int(n[:2])) for name, n in _DAYS["solar"].items()}
_LUNAR = {name: (int(n[3:]), int(n[:2])) for name, n in _DAYS["lunar"].items()}
_NAME_OF_YEAR = f"(?:{'|'.join(STEMS)}) (?:{'|'.join(BRANCHES)})"
_YEAR = "(?: (?:năm|xuân)? (?P<year><year>)| (?:năm|xuân)? (?P<name><name_of_year>)(?: (?:năm|<hyphen>) (?P<also><year>))?)?"

_TET = Grammar(
    "(?:dịp)? tết (?:nguyên đán|cổ truyền|âm lịch|dương lịch)* (?!trồng|trung|đoan|hàn|thanh)" + _YEAR,
    {**ATOMS, "name_of_year": _NAME_OF_YEAR},
)
_NAMED = Grammar(f"(?P<holiday>{any_of([*_FIXED, *_LUNAR])}) (?:<open>)? (?!năm? <year>|<day> /)(?:năm (?P<year><year>))?", ATOMS)


def _tet(match: Match[str], syllables: Syllables) -> Piece | None:
    """First day of the lunar year; a bare "Tết" counts only after a bound ("trước Tết")."""
    words = syllables.lowered[match.start() : match.end()]
    period = Period("day", (0, 1, 1), (0, 1, 1)) if "dương" in words else Period("lunar", (0, 1, 1), (0, 1, 1))
    known = number(match, syllables, "also") or number(match, syllables, "year")
    if match["name"] and not known:
        return Piece(*match.span(), "tet_named", period)
    is_bare = len(match[0]) <= 2 and not known
    return Piece(*match.span(), "tet", period.in_year(known), weak=is_bare)


def named_year(piece: Piece, syllables: Syllables, near: int) -> int | None:
    """The year of a "Tết Mậu Tuất" piece, nearest to the year ``near``."""
    codes = syllables.codes[piece.first : piece.last]
    pairs = ((_STEM_OF.get(a), _BRANCH_OF.get(b)) for a, b in zip(codes, codes[1:], strict=False))
    return next((y for stem, branch in pairs if (y := year_named(stem, branch, near))), None)


def _named(match: Match[str], syllables: Syllables) -> Piece | None:
    name = " ".join(syllables.lowered[slice(*match.span("holiday"))])
    known = number(match, syllables, "year")
    if name in _FIXED:
        return Piece(*match.span(), "holiday", day(*_FIXED[name], known))
    month, number_ = _LUNAR[name]
    return Piece(*match.span(), "holiday", Period("lunar", (0, month, number_), (0, month, number_), known))


_STEM_OF = {code(name): name for name in STEMS}
_BRANCH_OF = {code(name): name for name in BRANCHES}

PATTERNS = (
    Pattern("dịp tết", _TET, _tet),
    Pattern(" ".join({name.split()[0] for name in (*_FIXED, *_LUNAR)}), _NAMED, _named),
)
