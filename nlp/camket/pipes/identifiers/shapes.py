"""Identifiers that are known by their characters: document numbers, roads, telephone and plate numbers, standards."""

from __future__ import annotations

import re
from typing import Final

from camket.lexicons import lexicon
from camket.text.lexer import Syllables

_ABBREVIATION: Final = r"[A-ZĐÐ][a-zđ]?[A-ZĐÐ][A-Za-zĐđÐð]*"
_PART: Final = rf"(?:{_ABBREVIATION}|[A-ZĐÐ][a-zđ]{{0,2}}(?=[\s.,;)/]|$)|[A-ZĐÐ]\d?)"
_JOIN: Final = r"\s?[-–/.]\s?"
# "22/2019/NQ-HĐND", "15-NQ/TW", "318/QĐ-UBND", "42/2014/QĐ-TTg", "3302/UBND-NC", "07-BC/ĐU".
_DOCUMENT: Final = (
    rf"\d{{1,5}}[a-z]?(?:\s?/\s?(?:19|20)\d\d\s?[-–/]\s?{_ABBREVIATION}(?:{_JOIN}{_PART})*"
    rf"|\s?[-–/]\s?{_ABBREVIATION}(?:(?:{_JOIN})(?=[A-ZĐÐ]){_PART})+)"
)
_PHONE: Final = r"0\d{2,3}\)?[ .-]?\d{3,4}[ .-]?\d{3,4}(?!\d)|1[89]00[ .]?\d{4}(?!\d)|0\d{9,10}(?!\d)"
_PLATE: Final = r"\d\d[A-ZĐ]\d?[- ]\d{3}\.?\d{2}(?!\d)"
_CLOCK: Final = r"24\s?/\s?7(?![\d/])|7\s?/\s?7 ngày|24\s?/\s?24\s?(?:giờ|h)\b"
_GENERATION: Final = r"[2-6]G(?!\w)"
_PHONE_STARTS: Final = ("18", "19")
_BEHIND: Final = frozenset("-–/")
_FROM_DIGIT: Final = re.compile(rf"(?:{_DOCUMENT}|{_PHONE}|{_PLATE}|{_CLOCK}|{_GENERATION})")

_ROAD: Final = r"(?<!&)(?:QL|TL|ĐT|ÐT|DT|ĐH|ÐH|HL|CT)[.\s]?\s?\d+[A-ZĐÐa-h]?(?!\w)(?![.,/]\d)"
_STANDARD: Final = r"(?:ISO|TCVN|QCVN|IEC|TCN|OHSAS|HACCP)(?:/IEC|/TS)?\s?[-:]?\s?\d+(?:[-:]\d+)*"
_DISEASE: Final = r"[Cc][Oo][VvIi][VvIi][Dd]\s?[-–]?\s?\d+|[Ss][Aa][Rr][Ss]-[Cc][Oo][Vv]-?\s?\d"
_STATION: Final = r"[Kk][Mm]\s?\d+\s?\+\s?\d+(?:[.,]\d+)?"
# "F0", "A1", "HDPE D200"; not "T9/2025", "Q4" or a word that lost its blank ("NĂM2021").
_CODE: Final = r"(?!(?:T|Q|TH|KH|ƯTH|QUÝ|NĂM|THÁNG|NGÀY)\d)[A-ZĐÐ]{1,6}\d+(?:[-.]\d+)*[A-Z]?(?!\w)"
_FROM_LETTER: Final = re.compile(rf"(?:{_STATION}|{_ROAD}|{_STANDARD}|{_DISEASE}|{_CODE})")
_BETWEEN: Final = frozenset("-–.:/")
_SPACED_HEADS: Final = frozenset(lexicon("identifiers")["heads"]["words"])

_FOOTNOTE: Final = re.compile(r"\d{1,3}(?=\s?[.,;:)]|\s*$|\s[A-ZĐ])(?![.,]\d)")
_NO_FOOTNOTE: Final = frozenset(lexicon("identifiers")["no_footnote"]["words"])
_ADDRESS: Final = re.compile(r"\S+@\S+\.\w+|https?://\S+|www\.\S+")


def shape(syllables: Syllables, i: int) -> tuple[int, int] | None:
    """Character span of the identifier that the number token ``i`` belongs to; None where there is none.

    Examples
    --------
    >>> s = Syllables("QL1A; Km12+300; COVID - 19")
    >>> [s.text[slice(*found)] for i, form in enumerate(s) if form[0].isdigit() and (found := shape(s, i))]
    ['QL1A', 'Km12+300', 'COVID - 19']
    """
    text, start = syllables.text, syllables.starts[i]
    if i and syllables.ends[i - 1] == start and syllables.forms[i - 1].isalpha():
        return _glued(syllables, i)
    head = _spaced_head(syllables, i)
    match = _FROM_LETTER.match(text, head) if head >= 0 else None
    if match is None and _may_begin(syllables, i):
        match = _FROM_DIGIT.match(text, start)
    return match.span() if match else None


def _may_begin(syllables: Syllables, i: int) -> bool:
    """Whether a number, by itself and what stands behind it, may begin an identifier: most are not looked at closer."""
    form = syllables.forms[i]
    if (form[0] == "0" and len(form) > 2) or form.startswith(_PHONE_STARTS):
        return True
    following = syllables.forms[i + 1] if i + 1 < len(syllables) else ""
    return following in _BEHIND or (following.isalpha() and syllables.is_glued(i + 1))


def addresses(text: str) -> list[tuple[int, int]]:
    """Character spans of e-mail and web addresses."""
    if "@" not in text and "www." not in text and "://" not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def _glued(syllables: Syllables, i: int) -> tuple[int, int] | None:
    """A code such as "QL1A", or footnote digits behind a lower-case word."""
    text, word = syllables.text, syllables.forms[i - 1]
    match = _FROM_LETTER.match(text, syllables.starts[i - 1])
    if match:
        return match.span()
    if len(word) > 1 and word.islower() and word not in _NO_FOOTNOTE:
        match = _FOOTNOTE.match(text, syllables.starts[i])
    return match.span() if match else None


def _spaced_head(syllables: Syllables, i: int) -> int:
    """Where "COVID", "QL", "ISO" … before the number begins, over one sign between them; -1 where there is none."""
    if i > 0 and syllables.lowered[i - 1] in _SPACED_HEADS:
        return syllables.starts[i - 1]
    if i > 1 and syllables.forms[i - 1] in _BETWEEN and syllables.lowered[i - 2] in _SPACED_HEADS:
        return syllables.starts[i - 2]
    return -1
