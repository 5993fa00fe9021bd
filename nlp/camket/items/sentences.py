"""Where sentences and the parts of an enumeration begin and end."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from camket.text.resources import load_toml

Span = tuple[int, int]
_END = re.compile(r"(?:\.\.\.|[.!?…])[\"”’)\]]*(?=\s+[\"“‘(\[]?(?P<next>\w))")
_WORD_BEFORE = re.compile(r"[\w/]+$")
_ORDER = re.compile(r"(?:(?<=[\s;:,.])|^)\((?P<number>\d{1,2}|i{1,3}|iv|vi{0,3}|ix|x)\)(?=\s|[^\W\d_])")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
# A run of parts between semicolons is a list where it has this many, most of them with a figure.
LEAST_PARTS = 4


def sentences(text: str) -> list[Span]:
    """Offsets of the sentences of a text.

    Examples
    --------
    >>> text = "Thu đạt 3.655,6 tỷ đồng. UBND TP. Đông Hải đã giao. Chi đạt 95%…"
    >>> [text[a:b] for a, b in sentences(text)]
    ['Thu đạt 3.655,6 tỷ đồng.', 'UBND TP. Đông Hải đã giao.', 'Chi đạt 95%…']
    """
    spans, start = [], 0
    for end in _END.finditer(text):
        begins = end["next"].isupper() or end["next"].isdigit()
        if begins and not _is_abbreviation(text, end.start()) and not _inside(text, start, end.end()):
            spans.append((start, end.end()))
            start = end.end()
    spans.append((start, len(text)))
    return [_trim(text, a, b) for a, b in spans if text[a:b].strip()]


def join_continuations(text: str, spans: list[Span]) -> list[Span]:
    """Put sentences that only tell more of the one before them ("Trong đó …", "Kết quả: …") with it.

    Examples
    --------
    >>> text = "Làm 2 km đường. Thời gian: quý II. Trồng 5 ha rừng."
    >>> [text[a:b] for a, b in join_continuations(text, sentences(text))]
    ['Làm 2 km đường. Thời gian: quý II.', 'Trồng 5 ha rừng.']
    """
    joined: list[Span] = []
    for start, end in spans:
        if joined and _continuation().match(text, start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def enumeration(text: str, start: int, end: int) -> tuple[Span, list[Span]] | None:
    """Lead-in and parts of a sentence that lists several things: "…: (1) …; (2) …" or a run of ";".

    Causes of one thing stay together.

    Examples
    --------
    >>> text = "Phấn đấu: (1) thu đạt 5 tỷ đồng; (2) kết nạp 03 đảng viên."
    >>> lead, parts = enumeration(text, 0, len(text))
    >>> text[slice(*lead)], [text[a:b] for a, b in parts]
    ('Phấn đấu:', ['(1) thu đạt 5 tỷ đồng;', '(2) kết nạp 03 đảng viên.'])
    """
    marks = _marks(text, start, end)
    if len(marks) >= 2:
        lead, cuts = (start, marks[0]), [*marks, end]
    else:
        colon = text.find(":", start, end)
        cuts = _semicolons(text, colon + 1 if colon >= 0 else start, end)
        lead = (start, colon + 1 if colon >= 0 else start)
    if len(cuts) < 3 or _is_cause(text[slice(*lead)]):
        return None
    return _trim(text, *lead), [_trim(text, a, b) for a, b in pairwise(cuts)]


def _marks(text: str, start: int, end: int) -> list[int]:
    """Places of (1), (2), (3) … in their order."""
    found: list[int] = []
    for mark in _ORDER.finditer(text, start, end):
        number = mark["number"]
        value = int(number) if number.isdigit() else _ROMAN.index(number) + 1
        if value == len(found) + 1:
            found.append(mark.start())
    return found


def _semicolons(text: str, start: int, end: int) -> list[int]:
    cuts = [start, *(m.end() for m in re.compile(r";\s+").finditer(text, start, end)), end]
    parts = [text[a:b] for a, b in pairwise(cuts)]
    figures = sum(any(c.isdigit() for c in part) for part in parts)
    long_enough = all(len(part.split()) >= 4 for part in parts)
    return cuts if len(parts) >= LEAST_PARTS and long_enough and figures * 4 >= len(parts) * 3 else []


def _is_cause(lead: str) -> bool:
    words = load_toml("items_words.toml")["cause_leads"]
    return bool(re.search(rf"\b(?:{'|'.join(words)})\b", lead, re.IGNORECASE))


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_abbreviation(text: str, at: int) -> bool:
    if text[at] != "." or text.startswith("...", at):
        return False
    word = _WORD_BEFORE.search(text, max(0, at - 12), at)
    if not word:
        return False
    before = word[0]
    # Initials and list numbers at the beginning ("B.", "1.") end no sentence either.
    alone = len(before) == 1 and before.isupper()
    number = before.isdigit() and len(before) <= 2 and not text[: word.start()].strip()
    return alone or number or before.lower() in load_toml("items_words.toml")["abbreviations"]


def _inside(text: str, start: int, end: int) -> bool:
    """Whether a bracket or quotation opened in the sentence is still open."""
    part = text[start:end]
    return part.count("(") > part.count(")") or part.count("“") > part.count("”")


@cache
def _continuation() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(load_toml("items_words.toml")["continuations"]) + ")", re.IGNORECASE)
