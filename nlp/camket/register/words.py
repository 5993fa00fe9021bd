"""Vietnamese text for a database: search without marks, and the order of the Vietnamese alphabet."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

# Letters in alphabetical order; tones only decide between words that are alike without them.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: index for index, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def fold(text: str) -> str:
    """Lower-case text without tone and vowel marks, đ as d, one blank between words.

    Examples
    --------
    >>> fold("Trồng rừng ở Đắk  Lắk")
    'trong rung o dak lak'
    """
    letters = normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return " ".join("".join(c for c in letters if not "\u0300" <= c <= "\u036f").split())


@lru_cache(maxsize=50_000)
def sort_key(text: str) -> str:
    """A string that sorts by code points as Vietnamese words sort: letters first, then tones.

    Tones come in the order ngang, huyền, hỏi, ngã, sắc, nặng.

    Examples
    --------
    >>> sorted(["đá", "dạ", "da", "ân", "ăn", "an", "dà"], key=sort_key)
    ['an', 'ăn', 'ân', 'da', 'dà', 'dạ', 'đá']
    """
    letters, tones = [], []
    for character in normalize("NFC", text.lower()):
        letter, tone = _split(character)
        rank = _RANK.get(letter)
        letters.append(chr(0x100 + rank) if rank is not None else letter)
        tones.append(str(tone))
    return "".join(letters) + "\x00" + "".join(tones)


@lru_cache(maxsize=1_000)
def _split(character: str) -> tuple[str, int]:
    parts = normalize("NFD", character)
    tone = next((_TONES[c] for c in parts if c in _TONES), 0)
    return normalize("NFC", "".join(c for c in parts if c not in _TONES)), tone
