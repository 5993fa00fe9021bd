"""Numbers that are no quantities: list labels, names ("thôn 3"), parts of codes, slogans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.lookups import PLAN, SLOGAN, endings, marks
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.units import UNIT_TABLE
from camket.pipes.source import Source
from camket.records import Time
from camket.text.lexer import Syllables

_NAMING: Final = lexicon("figures")["naming"]
_NAMES: Final = endings({group: _NAMING[group] for group in ("words", "place", "always", "strict", "exempt")})
_QUOTES: Final = frozenset("\"“”'‘’")
# "số 5 báo cáo" is a number in a name, "số 41.260 người" a count.
_FEW: Final = 100
_SEPARATORS: Final = frozenset([",", "và", "-", "–", "đến", "hoặc", "/"])
_OPENING: Final = frozenset("“‘")
_CLOSING: Final = frozenset("”’")
_SHORT: Final = 10
_WEAK: Final = marks(lexicon("figures")["slogans"]["weak"])
_SLOGAN_STARTS: Final = frozenset((*SLOGAN.root, *_WEAK.root))
_MOTTO_HEADS: Final = frozenset(lexicon("figures")["slogans"]["heads"])
_LAND: Final = endings({"land": _NAMING["land"]})
_LABEL_SIGNS: Final = frozenset(".)/-–:|")
# A numbered heading has no more words than this.
_HEADING: Final = 7
_HEADS: Final = frozenset(_NAMING["headings"])
_CLOCKS: Final = frozenset([("24", "24"), ("24", "7"), ("12", "24"), ("7", "7")])


def taken(source: Source, times: Sequence[Time]) -> bytearray:
    """One byte a token: 1 where a time or an identifier stands."""
    marks = bytearray(len(source.syllables))
    for first, last in source.identifiers:
        marks[first:last] = b"\1" * (last - first)
    starts = source.syllables.starts
    for time in times:
        first, last = bisect_right(starts, time.start) - 1, bisect_right(starts, time.end - 1)
        marks[max(first, 0) : last] = b"\1" * (last - max(first, 0))
    return marks


def is_part_of_code(syllables: Syllables, i: int) -> bool:
    """Whether the number is glued into something longer ("K95", "4G", "2x40", "Km21+400", "24/7")."""
    forms = syllables.forms
    before = forms[i - 1] if i else ""
    if before and syllables.is_glued(i) and (before.isalpha() or before in "_@#"):
        return not before.islower() or len(before) == 1
    if before in ("+", "-", "–") and i > 1 and syllables.is_glued(i) and syllables.is_glued(i - 1):
        glued = forms[i - 2].isalpha() or (before == "+" and forms[i - 2].isdecimal())
    else:
        glued = False
    after = forms[i + 1] if i + 1 < len(forms) else ""
    if glued or (after in ("x", "X", "×") and i + 2 < len(forms) and forms[i + 2][0].isdecimal()):
        return True
    return _is_clock(forms, i) or (before == "/" and i > 1 and _is_clock(forms, i - 2))


def _is_clock(forms: list[str], i: int) -> bool:
    """Whether "24/7" or "24/24", with or without "giờ", begins here; "24/24 trụ sở" is a ratio."""
    if i + 2 >= len(forms) or forms[i + 1] != "/" or (forms[i], forms[i + 2]) not in _CLOCKS:
        return False
    after = forms[i + 3].lower() if i + 3 < len(forms) else ""
    return forms[i + 2] == "7" or not after.isalpha() or after in ("giờ", "h", "và", "bảo", "đảm", "để")


def is_label(syllables: Syllables, i: int) -> bool:
    """Whether the number is a list label: "1.", "2.3.", "4/", "(2)", "3)", a table row's number."""
    forms = syllables.forms
    after = forms[i + 1] if i + 1 < len(forms) else ""
    if i == 1 and syllables.lowered[0] == "số":
        return True
    if i == 0 or (i == 1 and not forms[0][0].isalnum() and forms[0] != "("):
        if after and after in _LABEL_SIGNS:
            return not (i + 2 < len(forms) and syllables.is_glued(i + 2) and forms[i + 2][0].isdecimal())
        return "." in forms[i] and len(forms[i]) <= 5 and after[:1].isupper()
    if after == ":" and 4 <= i < _HEADING and _is_heading(syllables, i):
        return True
    if after and after in ":-–" and i < 4 and all(form.isalpha() for form in forms[:i]):
        if i + 2 < len(forms) and forms[i + 2][0].isdecimal():
            return False
        return (forms[i].isdecimal() and not syllables.is_glued(i + 1)) or after == ":"
    return after == ")" and _is_bracketed_label(syllables, i)


def _is_heading(syllables: Syllables, i: int) -> bool:
    """Whether a heading of a few words ends in the number: "Nội dung cam kết 4: …"."""
    forms = syllables.forms
    return forms[i].isdecimal() and syllables.lowered[0] in _HEADS and all(form.isalpha() for form in forms[:i])


def _is_bracketed_label(syllables: Syllables, i: int) -> bool:
    """Whether it is as in "(2)", "; 3)"."""
    forms = syllables.forms
    if not forms[i].isdecimal() or len(forms[i]) > 2:
        return False
    if forms[i - 1] == "(":
        return not any((m := PLAN.match(syllables.symbols, k)) and m[0] == i - 1 for k in range(max(0, i - 4), i - 1))
    return forms[i - 1] in ";.:," and "(" not in forms[max(0, i - 12) : i]


def naming(symbols: list[str], i: int) -> str:
    """The kind of naming word that ends before a token, "" where none does."""
    found = _NAMES.find(symbols, i)
    return found[1] if found else ""


def is_name(syllables: Syllables, q: Quantity) -> bool:
    """Whether the word before makes the number a name; a unit that fits makes it a quantity all the same."""
    kind = naming(syllables.symbols, q.first)
    if kind and _is_plan(syllables, q.first):
        return False
    if q.name == "%":
        return q.value == 5 and _LAND.find(syllables.symbols, q.first) is not None
    if not kind or kind == "exempt" or q.kind in ("rank", "group"):
        return False
    if kind == "strict" or (kind == "always" and q.unit is None):
        return True
    if kind == "place" and syllables.lowered[q.first - 1] == "số" and q.value < _FEW and not q.scaled:
        return q.unit is None or q.unit.group != "measure"
    if q.unit is not None and (q.unit.group == "measure" or q.scaled):
        return False
    if q.bound in ("floor", "ceiling", "about") or (q.of is not None and q.unit is not None):
        return False
    return kind == "always" or q.unit is None or (kind == "place" and q.unit.group == "place")


def short_quotations(syllables: Syllables) -> bytearray:
    """One byte a token: 1 inside a quotation of a few words ("5 không, 3 sạch", "1 tỷ cây xanh", "Chợ 4.0")."""
    inside = bytearray(len(syllables))
    if "“" not in syllables.text and '"' not in syllables.text and "‘" not in syllables.text:
        return inside
    opened = -1
    for i, form in enumerate(syllables.forms):
        if form in _OPENING or (form == '"' and opened < 0):
            opened = i
        elif opened >= 0 and (form in _CLOSING or form == '"'):
            if i - opened <= _SHORT:
                inside[opened:i] = b"\1" * (i - opened)
            opened = -1
    return inside


def continues_names(syllables: Syllables, q: Quantity, named: int) -> bool:
    """Whether the number goes on a list of names ("hẻm 41, 57, 89 đường Lê Lợi"); ``named`` ends the name before."""
    if q.first != named + 1 or syllables.lowered[named] not in _SEPARATORS or q.of is not None:
        return False
    if not syllables.forms[named - 1][0].isdecimal():
        return False
    return q.unit is None or (q.unit.group != "measure" and q.last < len(syllables) and _capital(syllables, q.last))


def _capital(syllables: Syllables, i: int) -> bool:
    return syllables.forms[i][0].isupper()


def _is_plan(syllables: Syllables, i: int) -> bool:
    """Whether the naming word stands for a plan: "(NQ 50 - 55)", "61 người/KH 120"."""
    for start in range(max(0, i - 3), i):
        found = PLAN.match(syllables.symbols, start)
        if found and found[0] == i:
            return start > 0 and syllables.forms[start - 1] in ("(", "/", ":", ";")
    return False


def is_slogan(syllables: Syllables, number: int) -> bool:
    """Whether what follows the number makes it a slogan, an age or a fixed name ("6 rõ", "ba đột phá")."""
    symbols, behind = syllables.symbols, number + 1
    if behind >= len(symbols) or symbols[behind] not in _SLOGAN_STARTS:
        return False
    slogan = SLOGAN.match(symbols, behind)
    if slogan is None:
        weak = _WEAK.match(symbols, behind)
        return weak is not None and _is_motto(syllables, number, weak[0])
    unit = UNIT_TABLE.match(symbols, behind)
    return unit is None or unit[0] <= slogan[0]


def _is_motto(syllables: Syllables, number: int, end: int) -> bool:
    """Whether "3 không" stands in quotation marks, behind "phương châm" or the like, or beside another of the kind."""
    forms = syllables.forms
    if number and (forms[number - 1] in _QUOTES or not _MOTTO_HEADS.isdisjoint(syllables.lowered[number - 2 : number])):
        return True
    if number > 1 and forms[number - 1] in (",", "-", "–") and _WEAK.match(syllables.symbols, number - 2) is not None:
        return True
    skip = end + (forms[end : end + 1] in ([","], ["-"], ["–"]))
    number_behind = skip < len(forms) and forms[skip][0].isdecimal()
    return number_behind and _WEAK.match(syllables.symbols, skip + 1) is not None
