"""Write a list number the way Word and browsers print it."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def roman(number: int) -> str:
    """Small roman numeral.

    Examples
    --------
    >>> roman(14), roman(2026)
    ('xiv', 'mmxxvi')
    """
    out = ""
    for size, letters in _ROMAN:
        out += letters * (number // size)
        number %= size
    return out


def letters(number: int) -> str:
    """Word's letters: after "z" comes "aa", then "bb".

    Examples
    --------
    >>> letters(4), letters(27), letters(28)
    ('d', 'aa', 'bb')
    """
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def words(number: int) -> str:
    """Vietnamese number word, as the format ``vietnameseCounting`` prints it.

    Examples
    --------
    >>> [words(n) for n in (5, 10, 11, 15, 21)]
    ['năm', 'mười', 'mười một', 'mười lăm', 'hai mươi mốt']
    """
    if number < 10 or number > 99:
        return _WORDS[number] if number < 10 else str(number)
    tens, ones = divmod(number, 10)
    first = "mười" if tens == 1 else f"{_WORDS[tens]} mươi"
    last = {0: "", 5: "lăm", 1: "một" if tens == 1 else "mốt"}.get(ones, _WORDS[ones])
    return f"{first} {last}".strip()


def custom(sample: str, number: int) -> str:
    """A number after a list of samples ("a, b, c, d, đ, ..."), or padded like one ("001, 002, ...").

    Examples
    --------
    >>> custom("a, b, c, d, đ, e, ...", 5), custom("001, 002, 003, ...", 12)
    ('đ', '012')
    """
    known = [part.strip() for part in sample.split(",") if part.strip() not in ("...", "…", "")]
    if known and known[0].isdigit():
        return str(number).zfill(len(known[0]))
    return known[number - 1] if 0 < number <= len(known) else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": lambda n: roman(n).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerLetter": letters,
    "vietnameseCounting": words,
    "cardinalText": words,
    "ordinal": str,
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda n: "",
}
