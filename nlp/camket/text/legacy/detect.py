"""Weigh a whole text: Unicode, or the legacy code of another age."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

from camket.text.legacy.convert import Code, convert

CODES: tuple[Code, ...] = ("tcvn3", "vni", "viscii")
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}\"'“”‘’/\\|+*=<>%&_-]+")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
# Fewer odd words than this prove nothing; a code must read this many more of them than the text as it stands.
LEAST_WORDS = 8
MARGIN = 0.25
SAMPLE = 20_000


def detect(text: str) -> Code | None:
    """The legacy code of a whole document, or None where it reads best as it stands.

    Examples
    --------
    >>> detect("Uû ban nh©n d©n x· b¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô n¨m 2012 cña ®Þa ph­¬ng")
    'tcvn3'
    >>> detect("Ủy ban nhân dân xã báo cáo; bản quyền ® ©") is None
    True
    """
    sample = text[:SAMPLE]
    plain = vietnamese_share(sample)
    best, share = max(((c, vietnamese_share(convert(sample, c))) for c in CODES), key=lambda pair: pair[1])
    enough = sum(not word.isascii() for word in _WORD.findall(sample)) >= LEAST_WORDS
    return best if enough and share - plain >= MARGIN else None


def vietnamese_share(text: str) -> float:
    """Share of the words with other than ASCII letters that are well-formed Vietnamese syllables."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(is_syllable(word) for word in words) / len(words) if words else 0.0


@cache
def is_syllable(word: str) -> bool:
    """Whether a word has the form of a Vietnamese syllable.

    Examples
    --------
    >>> [is_syllable(w) for w in ("Nguyễn", "quyết", "giặt", "trưêng", "cơng")]
    [True, True, True, False, False]
    """
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in letters if c in _TONES]
    plain = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    return len(tones) <= 1 and bool(_syllable().fullmatch(plain))


@cache
def _syllable() -> re.Pattern[str]:
    parts = tomllib.loads((files("camket.text.legacy") / "rhymes.toml").read_text("utf-8"))
    onsets, rhymes = ("|".join(sorted(parts[k], key=len, reverse=True)) for k in ("onsets", "rhymes"))
    return re.compile(f"(?:{onsets})(?:{rhymes})")
