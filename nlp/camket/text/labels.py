"""Labels that were typed in front of a paragraph: "II.", "1.1-", "đ)", "(2)", "Ba là,", "-".

The dots of figures and dates ("1.500 tỷ", "30/6") are not labels: a sign must be followed by a blank or a letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["part", "upper_letter", "roman", "number", "decimal", "letter", "bracket", "ordinal", "bullet", "named"]

LETTERS = "a-zđ"
BULLETS = "-–—−+•●○▪■□◦‣∙·*★♦►➢✓✔→"
_ORDINALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_RANKS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_COUNT = "|".join(_ORDINALS) + r"|bẩy|mười (?:một|hai|ba|bốn|lăm)"
_RANK = "|".join(_RANKS) + "|bẩy"
_NAMES = "nội dung|nhiệm vụ|chỉ tiêu|mục tiêu|cam kết|đầu việc|kỳ|kiến nghị|giải pháp"
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_LOWER_ROMAN = _ROMAN.replace("I", "i").replace("V", "v").replace("X", "x")
_CAPITALS = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_NEXT = r"(?=\s|[^\W\d_]|[\"“‘(]|$)"
_PATTERNS: tuple[tuple[Style, str], ...] = (
    ("part", rf"(?i:phần|chương|mục|tiểu mục|điều)\s+(?:(?i:thứ)\s+(?i:{_RANK})|[IVX]+|\d{{1,3}})\s*[.:,\-–]?(?=\s|$)"),
    ("ordinal", rf"(?i:(?:{_COUNT})\s+là|thứ\s+(?:{_RANK}))\s*[,:;\-–]"),
    ("decimal", rf"(?:{_ROMAN}|[A-HĐ]|\d{{1,2}})(?:\.\d{{1,2}})+(?:[.)\-–/]{_NEXT}|(?=\s+[^\W\d_])|(?=\s*$))"),
    ("roman", rf"{_ROMAN}(?:[.)\-–]{_NEXT}|/(?=\s))"),
    ("number", rf"\d{{1,2}}(?:[.)]{_NEXT}|[\-–/](?=\s+[^\s\d])|[\-–](?=[{_CAPITALS}][^\W\d_{_CAPITALS}]))"),
    ("upper_letter", r"[A-HKLĐ](?:[.)](?=\s)|[\-–/](?=\s))"),
    ("letter", rf"[{LETTERS}](?:\){_NEXT}|[./](?=\s))|{_LOWER_ROMAN}\){_NEXT}"),
    ("bracket", rf"\((?:\d{{1,2}}|[{LETTERS}]|{_LOWER_ROMAN})\)(?=\s|[^\W\d_])"),
    ("named", rf"(?i:{_NAMES})\s+(?i:thứ\s+\w+|\d{{1,2}}|[IVX]+)\s*[:.](?=\s)"),
    ("bullet", rf"(?:[{re.escape(BULLETS)}\uf000-\uf0ff]|o(?=\t| {{2,}}))(?=\s|[^\W\d_]|\d)"),
)  # fmt: skip
_LABEL = re.compile(r"\s*(?:" + "|".join(f"(?P<{style}>{pattern})" for style, pattern in _PATTERNS) + r")\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a text: the words, the style and where the text behind it begins."""

    text: str
    style: Style
    end: int


def goes_on(label: Label, before: str) -> bool:
    """Whether a bracketed number only happens to stand first on a wrapped line: the one before it is inside the text.

    Examples
    --------
    >>> label = parse_label("(2) chi")
    >>> goes_on(label, "Phấn đấu: (1) thu đạt 5 tỷ;"), goes_on(label, "(1) thu đạt 5 tỷ;")
    (True, False)
    """
    number = label.text[1:-1]
    return label.style == "bracket" and number.isdigit() and f" ({int(number) - 1}) " in before


def parse_label(text: str) -> Label | None:
    """The typed label that a text begins with.

    Examples
    --------
    >>> [parse_label(t).text for t in ("II- NHIỆM VỤ", "1.1. Thu", "đ) Nợ", "(2) Rà soát", "Ba là, rà soát", "- Thu")]
    ['II-', '1.1.', 'đ)', '(2)', 'Ba là,', '-']
    >>> [parse_label(t) for t in ("1.500 tỷ đồng", "30/6/2021 là hạn", "5-7 xã", "Ba xã đạt chuẩn")]
    [None, None, None, None]
    """
    found = _LABEL.match(text)
    if not found or not found.lastgroup:
        return None
    style: Style = found.lastgroup  # type: ignore[assignment]
    return Label(found[style].strip(), style, found.end())
