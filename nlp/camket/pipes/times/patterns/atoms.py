"""Sub-patterns that several kinds share, and readers of their groups."""

from __future__ import annotations

from re import Match
from typing import Final

from camket.text.lexer import Syllables

NUMERALS: Final = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30, "bốn lăm": 45, "sáu mươi": 60,
    "chín mươi": 90, "giêng": 1, "chạp": 12, "nhất": 1, "nhì": 2,
}  # fmt: skip
# Days from Monday by the word behind "thứ", "chủ".
WEEKDAYS: Final = {
    "hai": 0, "ba": 1, "tư": 2, "bốn": 2, "năm": 3, "sáu": 4, "bảy": 5, "nhật": 6,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip
# First tokens of "<counted>".
NUMERAL_STARTS: Final = "<integer> một hai ba bốn năm sáu bảy tám chín mười"
_QUARTERS: Final = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "đầu": 1, "cuối": 4,
}  # fmt: skip

ATOMS: Final = {
    "dash": "(?:-|–|—)",
    "sep": "(?:/|-|–)",
    "counted": "(?:<integer>|mười một|mười hai|mười lăm|hai mươi|ba mươi|sáu mươi|chín mươi"
    "|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)",
    "month_name": "(?:<month>|giêng|chạp|(?:mười một|mười hai|hai|ba|tư|bốn|sáu|bảy|tám|chín|mười"
    "|năm (?!<year>)) (?!lần|buổi|kỳ|cuộc|đợt|tháng))",
    "same_year": "(?:của)? năm (?:nay|này|sau|tới|trước|ngoái|kế tiếp|liền kề)",
    "of_year": "(?:(?:/|-|–|<dot>)? <year>|,? (?:của)? năm <year>|của <year>)",
    # A bare number goes on a list only where no noun follows it ("quý II, 02 bè").
    "closed": "(?=,|;|<dot>|<open>|<close>|<bar>|<colon>|/|-|–|và|năm|của|hằng|hàng|mỗi|vì|do|thì|phải|sẽ|đã|chưa|"
    "không|với|tại|khi|là|được|để|hoàn thành|tổ chức|triển khai|<end>)",
    # Not "ngân hàng năm 2020".
    "every": "(?:hằng|(?<!ngân|đặt|cửa|khách|mặt|đơn|nhà|bán|giao|nhập|xuất|bạn|gian|thu) hàng|mỗi)",
    "unit": "(?:ngày|tuần|tháng|quý|năm|giờ)",
}


def number(match: Match[str], syllables: Syllables, group: str) -> int:
    """Value of a group that holds digits or a numeral.

    Raises
    ------
    KeyError
        Where the group is empty.

    Examples
    --------
    >>> from camket.text.grammar import Grammar
    >>> s = Syllables("trong mười hai tháng")
    >>> number(Grammar("trong (?P<n>mười hai|<integer>)").match(s), s, "n")
    12
    """
    first, last = match.span(group)
    if first < last and syllables.forms[first][0].isdigit():
        return int(syllables.forms[first])
    return NUMERALS[" ".join(syllables.lowered[first:last])]


def number_if_any(match: Match[str], syllables: Syllables, group: str) -> int | None:
    """Value of a group that may be empty; None where it is."""
    first, last = match.span(group)
    return number(match, syllables, group) if first < last else None


def year(match: Match[str], syllables: Syllables, group: str = "year") -> int | None:
    """The last number in a group that holds a year ("/2021", "năm 2021"); None where the group is empty."""
    first, last = match.span(group)
    return int(syllables.forms[last - 1]) if first < last else None


_RELATIVE: Final = {"nay": 0, "này": 0, "sau": 1, "tới": 1, "kế": 1, "trước": -1, "ngoái": -1, "qua": -1, "liền": -1}


def relative(match: Match[str], syllables: Syllables, group: str = "same_year") -> int | None:
    """Years from the document's year in a group such as "năm sau"; None where it is empty."""
    first, last = match.span(group)
    return next((_RELATIVE[s] for s in syllables.lowered[first:last] if s in _RELATIVE), None)


def quarter(form: str) -> int:
    """Number of a quarter as written: "III", "3", "ba", "cuối"."""
    return int(form) if form.isdigit() else _QUARTERS[form.lower()]


def runs(values: list[int]) -> list[tuple[int, int]]:
    """Neighbouring values joined: what a list names as one time.

    Examples
    --------
    >>> runs([2022, 2023, 2025])
    [(2022, 2023), (2025, 2025)]
    """
    joined: list[tuple[int, int]] = []
    for value in values:
        if joined and value == joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], value)
        else:
            joined.append((value, value))
    return joined
