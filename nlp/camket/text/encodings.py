"""Read the bytes of a text file, whatever its age."""

from __future__ import annotations

import codecs

from camket.text.legacy import convert
from camket.text.legacy.detect import CODES, SAMPLE, vietnamese_share

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip


def decode(data: bytes) -> tuple[str, str]:
    """Text of a file and the name of its encoding.

    A byte order mark decides, then strict UTF-8, then the pattern of zero bytes of UTF-16; what is left is one of the
    one-byte encodings, and the one that gives the most Vietnamese syllables wins.

    Parameters
    ----------
    data : bytes
        The whole file.

    Returns
    -------
    text, encoding : str
        The encoding is one of "utf-8", "utf-16", "utf-32", "cp1258", "cp1252", "tcvn3", "vni", "viscii".

    Examples
    --------
    >>> decode("Hoàn thành".encode("utf-16"))
    ('Hoàn thành', 'utf-16')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name.removesuffix("-sig")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), "utf-16"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _one_byte(data)


def _wide(data: bytes) -> str | None:
    head = data[:4000]
    low, high = head[0::2].count(0), head[1::2].count(0)
    if max(low, high) <= len(head) // 8:
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _one_byte(data: bytes) -> tuple[str, str]:
    """The reading with the most Vietnamese syllables; of equals the first, the least exotic."""
    latin = data.decode("latin-1")
    readings = [(data.decode(name, "replace"), name) for name in ("cp1252", "cp1258")]
    readings += [(convert(latin, code), str(code)) for code in CODES]
    return max(readings, key=lambda reading: vietnamese_share(reading[0][:SAMPLE]))
