"""Numbers written in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon

_WORDS: Final = lexicon("figures")["words"]
_UNITS: Final[dict[str, int]] = _WORDS["units"]
_LARGE: Final[dict[str, int]] = _WORDS["large"]
_TENS: Final = frozenset(_WORDS["tens"])
_FILLERS: Final = frozenset(_WORDS["fillers"])
_GROUPED_BY_DOT: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_GROUPED_BY_COMMA: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}|[1-9]\d{0,2}(?:,\d{3})+\.\d+")

NUMBER_WORDS: Final = frozenset(
    [*_UNITS, *_LARGE, *_TENS, *_FILLERS, _WORDS["ten"], _WORDS["hundred"], _WORDS["half"]],
)
FIRST_WORDS: Final = frozenset([w for w in _UNITS if w not in ("không", "mốt", "tư", "lăm", "nhăm")] + [_WORDS["ten"]])


def parse_digits(form: str) -> tuple[int, int] | None:
    """Read a number token as (digits, decimal places), by the Vietnamese rule: dots group, a comma is decimal.

    One dot that does not stand before a group of three is taken for a decimal point, and commas before several groups
    of three for grouping, since such texts occur. None where the token is no number (telephone numbers, versions).

    Examples
    --------
    >>> parse_digits("3.655,6"), parse_digits("05"), parse_digits("1.500"), parse_digits("4.5"), parse_digits("5,680")
    ((36556, 1), (5, 0), (1500, 0), (45, 1), (5680, 3))
    >>> parse_digits("0912.345") is None
    True
    """
    if form.isdecimal():
        return (int(form), 0) if len(form) < 16 and not (form[0] == "0" and len(form) > 3) else None
    whole, comma, decimals = form.partition(",")
    if comma and ("." not in whole or _GROUPED_BY_DOT.fullmatch(whole)) and decimals.isdecimal() and len(form) < 40:
        return int(whole.replace(".", "") + decimals), len(decimals)
    if not comma:
        return _parse_dotted(form)
    if _GROUPED_BY_COMMA.fullmatch(form) and len(form) < 40:
        whole, _, decimals = form.replace(",", "").partition(".")
        return int(whole + decimals), len(decimals)
    return None


def _parse_dotted(form: str) -> tuple[int, int] | None:
    if _GROUPED_BY_DOT.fullmatch(form) and len(form) < 40:
        return int(form.replace(".", "")), 0
    whole, _, decimals = form.partition(".")
    if decimals.isdecimal() and len(whole) <= 3 and len(decimals) <= 3 and not (whole[0] == "0" and len(whole) > 1):
        return int(whole + decimals), len(decimals)
    return None


def parse_words(words: Sequence[str]) -> tuple[float, int]:
    """Read as many words of a number as make sense: (value, how many words were used).

    Examples
    --------
    >>> parse_words(["hai", "mươi", "lăm"]), parse_words(["một", "trăm", "linh", "hai"]), parse_words(["ba", "nghìn"])
    ((25.0, 3), (102.0, 4), (3000.0, 2))
    >>> parse_words(["hai", "ba"])
    (2.0, 1)
    """
    total, part, used, last = 0.0, 0.0, 0, 0
    for word in words:
        if word in _FILLERS:
            step = 0 if last >= 100 else None
        elif word in _LARGE:
            total, part, step = total + (part or 1) * _LARGE[word], 0.0, _LARGE[word]
        else:
            part, step = _add(word, part, last)
        if step is None:
            break
        used, last = used + 1, step or 10
    return total + part, used


def _add(word: str, part: float, last: int) -> tuple[float, int | None]:
    """Add a word to a number below a thousand; the second value is the place filled, None where it doesn't fit."""
    if word in _TENS:
        return (part + part % 10 * 9, 10) if last == 1 else (part, None)
    if word == _WORDS["ten"]:
        return (part + 10, 10) if last in (0, 100) or last >= 1000 else (part, None)
    if word == _WORDS["hundred"]:
        return (part * 100, 100) if last == 1 else (part, None)
    if word == _WORDS["half"]:
        return (part + last / 2, 1) if last >= 100 else (part, None)
    return (part + _UNITS[word], 1) if word in _UNITS and last != 1 else (part, None)
