"""Quarters: "quý III/2021", "quý 3", "Q4", "quý II, III", "quý đầu năm"."""

from __future__ import annotations

from re import Match
from typing import Final

from camket.pipes.times.patterns.atoms import ATOMS, quarter, relative, runs, year
from camket.pipes.times.period import quarters
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar, translate
from camket.text.lexer import Syllables

_Q = "(?:I|II|III|IV|<month>|một|hai|ba|bốn|tư)"
_LIST: Final = Grammar(
    "các? (?:quý|q) <dot>? (?P<first><q>) (?P<more>(?:(?:,|và|<dash>|đến) (?:(?:quý|q)? <roman>|(?:quý|q) <month>|"
    "<month> <closed>)){0,3})"
    " (?P<year>(?:/|<sep>|<dot>)? <year>|,? (?:của)? năm <year>)? (?P<same_year><same_year>)?",
    {**ATOMS, "q": _Q, "roman": "(?:I|II|III|IV)"},
)
_EDGE: Final = Grammar("quý (?P<first>đầu|cuối) (?:tiên|cùng)? (?:của)? năm (?P<year><year>)?", ATOMS)


def _list(match: Match[str], syllables: Syllables) -> list[Piece] | None:
    start = match.start("first")
    if syllables.lowered[match.start()] == "q" and not (syllables.is_glued(start) or syllables.forms[start - 1] == "."):
        return None
    places = [start, *(i for i in range(*match.span("more")) if syllables.codes[i] in _QUARTER_CODES)]
    values = [quarter(syllables.forms[i]) for i in places]
    if max(values) > 4:
        return None
    known, shift = year(match, syllables), relative(match, syllables)
    is_range = len(values) == 2 and values[0] < values[1] and any(c in _RANGE for c in match["more"])
    found = [(values[0], values[1])] if is_range else runs(values)
    if len(found) == 1:
        return [Piece(*match.span(), "quarter", quarters(*found[0], known), relative=shift)]
    pieces, first, done = [], match.start(), 0
    for low, high in found:
        done += high - low + 1
        end = match.end() if done == len(places) else places[done - 1] + 1
        pieces.append(Piece(first, end, "quarter", quarters(low, high, known), relative=shift))
        first = end + 1
    return pieces


def _edge(match: Match[str], syllables: Syllables) -> Piece:
    found = quarter(syllables.lowered[match.start("first")])
    return Piece(*match.span(), "quarter", quarters(found, found, year(match, syllables)))


_RANGE: Final = frozenset(translate("- – — đến", {}))
_QUARTER_CODES: Final = frozenset(translate("I II III IV một hai ba bốn tư", {})) | {"1"}

PATTERNS: Final = (
    Pattern("các quý q", _LIST, _list),
    Pattern("quý", _EDGE, _edge),
)
