"""Identifiers known by the noun before them: "Đề án 06", "Nghị quyết 18", "đường 22/12", "khóa 12", "lớp 6/3"."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.text.grammar import Grammar, code, translate
from camket.text.lexer import Syllables

_WORDS: Final = lexicon("identifiers")


def _codes(phrases: list[str]) -> frozenset[str]:
    return frozenset(translate(phrase, {}) for phrase in phrases)


_NOUNS: Final = _codes([noun for nouns in _WORDS["named"].values() for noun in nouns])
_LOOSE: Final = _codes(_WORDS["loose"]["words"])
_DAY_NAMES: Final = _codes(_WORDS["day_names"]["words"])
_LAST: Final = frozenset(noun[-1] for noun in (*_NOUNS, *_DAY_NAMES))
_LENGTHS: Final = range(max(map(len, _NOUNS | _DAY_NAMES)), 0, -1)
_MARK: Final = code("số")
_COLON: Final = code(":")
_SLASH: Final = code("/")
_DAY: Final = Grammar("<day> (?:/|-) <day> (?!(?:/|-) <integer>)")
_MORE: Final = Grammar("(?:(?:,|và|-|–) số? <integer> (?!%|/|<decimal>|(?!,|;|<dot>|<colon>|<bar>|<close>|và)<word>))*")
# Behind these a number of a loose noun is a quantity ("kế hoạch 12 tỷ", "quy định 18 ngày").
_QUANTITY_BEHIND: Final = Grammar(
    "(?!,|;|<dot>|<colon>|<bar>|<open>|<close>|-|–|/|“|”|<quote>|…|&|của|về|ngày <day>|và|được|do|tại|đã|trên|theo|"
    "để|gắn|cho|là|đối|nhằm|với|trong|khóa|đảng|trung|có|này|chưa)"
    "(?:%|<decimal>|<word>)"
)
_YEARS: Final = range(1985, 2070)


def named(syllables: Syllables, i: int) -> tuple[int, int] | None:
    """Tokens of the name that the number token ``i`` begins, with "số" but without the noun; None where it is no name.

    Examples
    --------
    >>> s = Syllables("Đề án 06, Nghị quyết số 18 và Điều 5; giao lưu tại đường 22/12; kế hoạch 12 tỷ đồng")
    >>> [s.slice(*found) for i, form in enumerate(s) if form[0].isdigit() and (found := named(s, i))]
    ['06', 'số 18', '5', '22/12']
    """
    # Single codes are read from the list: cut from a string they are made anew.
    codes, symbols, end, is_marked = syllables.codes, syllables.symbols, i, False
    if end and symbols[end - 1] == _COLON:
        end -= 1
    if end and symbols[end - 1] == _MARK:
        end, is_marked = end - 1, True
    if not end or (symbols[end - 1] not in _LAST and not is_marked):
        return None
    nouns = [codes[end - n : end] for n in _LENGTHS if n <= end]
    if end == i and any(noun in _DAY_NAMES for noun in nouns) and (day := _DAY.match(syllables, i)):
        return day.span()
    noun = next((n for n in nouns if n in _NOUNS), None) or _with_mark(codes, i, is_marked)
    if noun is None or not _is_name(syllables, i, noun, is_marked):
        return None
    return (end if is_marked else i), _end(syllables, i)


def _with_mark(codes: str, i: int, is_marked: bool) -> str | None:
    """Nouns that end in "số" themselves ("gói thầu số")."""
    return next((n for k in _LENGTHS if k <= i and (n := codes[i - k : i]) in _NOUNS), None) if is_marked else None


def _is_name(syllables: Syllables, i: int, noun: str, is_marked: bool) -> bool:
    """Whether the number names the thing: no year, no quantity."""
    form, codes = syllables.forms[i], syllables.codes
    if is_marked or _has_year(codes, i):
        return True
    if codes[i + 1 : i + 2] == _SLASH or (len(form) == 4 and form.isdecimal() and int(form) in _YEARS):
        return False
    is_loose = noun in _LOOSE or not form.isdecimal()
    return not (_QUANTITY_BEHIND if is_loose else _PERCENT).match(syllables, i + 1)


_PERCENT: Final = Grammar("%")


def _has_year(codes: str, i: int) -> bool:
    """Whether it is as in "Thông tư 02/2022"."""
    return codes[i + 1 : i + 2] == _SLASH and codes[i + 2 : i + 3] == "3"


def _end(syllables: Syllables, i: int) -> int:
    if _has_year(syllables.codes, i):
        return i + 3
    more = _MORE.match(syllables, i + 1)
    return more.end() if more else i + 1
