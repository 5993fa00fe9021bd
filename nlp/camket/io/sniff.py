"""Tell what a file is from its first bytes; its name only decides between kinds of text."""

from __future__ import annotations

import re
from pathlib import PurePath

from camket.io.errors import ReadError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"^\s*(?:<!doctype html|<html|<head|<body|<!--|<\?xml[^>]*>\s*<(?:!doctype html|html))", re.IGNORECASE
)
_ZIP_MARKS = ((b"word/", "docx"), (b"xl/", "xlsx"))
_ODF = {b"opendocument.text": "odt", b"opendocument.spreadsheet": "ods"}
_TEXT_NAMES = {".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html",
               ".csv": "csv"}  # fmt: skip
_BROKEN_NAMES = {".docx": "Word", ".docm": "Word", ".doc": "Word", ".xlsx": "Excel", ".xlsm": "Excel", ".xls": "Excel",
                 ".pdf": "PDF", ".odt": "OpenDocument", ".ods": "OpenDocument"}  # fmt: skip


def sniff(data: bytes, name: str) -> str:
    """Format of a file: "docx", "xlsx", "pdf", "html", "txt", "md", "doc", "xls", "odt", "ods", "rtf".

    Raises
    ------
    ReadError
        "encrypted" for a password-protected Office file, "unknown_format" for what is no document.

    Examples
    --------
    >>> sniff(b"%PDF-1.7", "a.docx"), sniff("Kế hoạch".encode(), "a.txt")
    ('pdf', 'txt')
    """
    if data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"%PDF-"):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, name)
    if data.startswith(OLE):
        return _ole(data, name)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    return _text(data, name)


def _zip(data: bytes, name: str) -> str:
    for mark, format in _ODF.items():
        if mark in data[:200]:
            return format
    for mark, format in _ZIP_MARKS:
        if mark in data:
            return format
    suffix = PurePath(name).suffix.lower()
    known = {".docx": "docx", ".docm": "docx", ".xlsx": "xlsx", ".xlsm": "xlsx", ".odt": "odt", ".ods": "ods"}
    if suffix in known:
        return known[suffix]
    raise ReadError("unknown_format", name=name)


def _ole(data: bytes, name: str) -> str:
    if _wide("EncryptedPackage") in data:
        raise ReadError("encrypted")
    if _wide("WordDocument") in data:
        return "doc"
    if _wide("Workbook") in data or _wide("Book") in data:
        return "xls"
    raise ReadError("corrupt" if PurePath(name).suffix.lower() in (".doc", ".xls") else "unknown_format",
                    name=name, format="Word/Excel")  # fmt: skip


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _text(data: bytes, name: str) -> str:
    named = _TEXT_NAMES.get(PurePath(name).suffix.lower())
    if _HTML.match(data[:2000].lstrip(b"\xef\xbb\xbf")):
        return "html"
    broken = _BROKEN_NAMES.get(PurePath(name).suffix.lower())
    if broken:
        raise ReadError("corrupt", format=broken)
    if named:
        return named
    if _looks_binary(data[:8000]):
        raise ReadError("unknown_format", name=name)
    return "txt"


def _looks_binary(head: bytes) -> bool:
    odd = sum(byte < 9 or 13 < byte < 32 for byte in head)
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[1::2].count(0) > len(head) // 8
    return odd > len(head) // 10 and not wide
