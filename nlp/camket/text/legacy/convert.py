"""Turn legacy codes into Unicode, character for character, with the way back."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal

Code = Literal["tcvn3", "vni", "viscii"]
_VNI_PAIR = "[aeiouyAEIOUYôöÔÖ][{signs}]"
# The fonts draw these small-letter codes as capitals: ".VnTimeH" is the upper case of ".VnTime".
_CAPITAL_FONT = re.compile(r"^\.?Vn\w+H$", re.IGNORECASE)
_FONTS: tuple[tuple[re.Pattern[str], Code], ...] = (
    (re.compile(r"^\.Vn|^Vn(Time|Arial|Helv|Cent|3D|Aristote|Avant|Book|Bodoni)", re.IGNORECASE), "tcvn3"),
    (re.compile(r"^VNI[- ]", re.IGNORECASE), "vni"),
    (re.compile(r"^(VI |HoangYen|PhuongThao|Heo May)", re.IGNORECASE), "viscii"),
)


def font_code(font: str | None) -> tuple[Code | None, bool]:
    """The legacy code of a font, and whether the font draws capitals only.

    Examples
    --------
    >>> font_code(".VnTimeH"), font_code("VNI-Times"), font_code("Times New Roman")
    (('tcvn3', True), ('vni', False), (None, False))
    """
    for pattern, code in _FONTS:
        if font and pattern.search(font):
            return code, code == "tcvn3" and bool(_CAPITAL_FONT.match(font))
    return None, False


def convert(text: str, code: Code, *, capitals: bool = False) -> str:
    """Read a string of legacy codes, shown as Latin-1 or Windows-1252, as Vietnamese.

    Parameters
    ----------
    text : str
        What the file holds.
    code : {"tcvn3", "vni", "viscii"}
        The code it is in.
    capitals : bool
        Whether its font draws capitals only.

    Examples
    --------
    >>> convert("Uû ban nh©n d©n x·", "tcvn3")
    'Uỷ ban nhân dân xã'
    >>> convert("Uûy ban nhaân daân xaõ", "vni")
    'Ủy ban nhân dân xã'
    """
    if any("\u1ea0" <= c <= "\u1ef9" for c in text):
        return text  # Unicode that was typed into a run of an old font
    read = _vni(text) if code == "vni" else text.translate(_one_byte(code))
    read = unicodedata.normalize("NFC", read)
    return read.upper() if capitals else read


def _vni(text: str) -> str:
    pair, letters, signs = _vni_tables()
    text = pair.sub(lambda m: letters.get(m[0][0], m[0][0]) + signs[m[0][1]], text)
    return text.translate({ord(letter): plain for letter, plain in letters.items()})


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("camket.text.legacy") / "tables.toml").read_text("utf-8"))


@cache
def _one_byte(code: Code) -> dict[int, str]:
    found: dict[int, str] = {}
    for key, letter in _tables()[code].items():
        byte = int(key, 16)
        # Fonts of the symbol kind store code b5 as U+F0B5.
        found[byte] = found[0xF000 + byte] = letter
        windows = bytes([byte]).decode("cp1252", "ignore")
        if windows:
            found[ord(windows)] = letter
    return found


@cache
def _vni_tables() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    signs = _tables()["vni_signs"]
    return re.compile(_VNI_PAIR.format(signs="".join(signs))), _tables()["vni"], signs
