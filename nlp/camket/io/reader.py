"""Read a file of any supported kind."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from camket.io.docx import read_docx
from camket.io.errors import ReadError
from camket.io.limits import LIMITS, Limits
from camket.io.metadata import find_metadata
from camket.io.metadata.dates import find_as_of
from camket.io.metadata.lines import head_lines
from camket.io.office import read_office
from camket.io.pdf import read_pdf
from camket.io.plain import read_text
from camket.io.sheets import read_sheets
from camket.io.sniff import sniff
from camket.io.tables import mark_headers
from camket.io.web import read_html
from camket.records import Document
from camket.text.resources import load_toml


def read(path: str | os.PathLike[str], *, ocr: bool = True, limits: Limits = LIMITS) -> Document:
    r"""Read a document.

    Parameters
    ----------
    path : path
        A .docx, .xlsx, .xls, .ods, .pdf, .html, .txt, .md, .doc, .odt or .rtf file.
    ocr : bool
        Whether pages without text are read by Tesseract where it is installed.
    limits : Limits
        Caps on sizes, pages, cells and time.

    Returns
    -------
    Document
        Blocks in reading order, metadata, what was repaired and what was skipped.

    Raises
    ------
    ReadError
        With one sentence in Vietnamese that says why and what to do, and a stable ``code``.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "bao-cao.txt")
    ...     _ = file.write_text("BÁO CÁO\nKết quả năm 2025\n1. Thu ngân sách đạt 95% dự toán.", "utf-8")
    ...     document = read(file)
    >>> document.format, document.blocks[-1].text
    ('txt', '1. Thu ngân sách đạt 95% dự toán.')
    """
    path = Path(path)
    data = _load(path, limits)
    return read_bytes(data, path.name, ocr=ocr, limits=limits)


def read_bytes(data: bytes, name: str, *, ocr: bool = True, limits: Limits = LIMITS) -> Document:
    """Read a document that is in memory.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name; the ending helps where the content leaves doubt.
    ocr : bool, default=True
        Whether scanned pages go through Tesseract, where it is installed.
    limits : Limits
        Caps of size and time.

    Returns
    -------
    Document

    Raises
    ------
    ReadError
        Where it can't be read; the message says in Vietnamese what to do.

    Examples
    --------
    >>> read_bytes("1. Trồng 5 ha rừng.".encode(), "a.txt").format
    'txt'
    """
    if not data:
        raise ReadError("empty", name=name)
    if len(data) > limits.file_size:
        raise ReadError("too_large", size=len(data) // 1_000_000, limit=limits.file_size // 1_000_000)
    document = _dispatch(data, name, ocr, limits)
    if not document.blocks:
        raise ReadError("no_text", name=name)
    document = replace(document, blocks=mark_headers(document.blocks))
    return _dated(replace(document, metadata=find_metadata(document)))


def _dated(document: Document) -> Document:
    """A document without a date of issue takes the day up to which its figures are counted, and says so."""
    day = None if document.metadata.date else find_as_of(block.text for block in head_lines(document))
    if day is None:
        return document
    warning = load_toml("io_errors.toml")["date_as_of"].format(day=f"{day:%d/%m/%Y}")
    metadata = replace(document.metadata, date=day)
    return replace(document, metadata=metadata, warnings=(*document.warnings, warning))


def _load(path: Path, limits: Limits) -> bytes:
    try:
        if not path.exists():
            raise ReadError("not_found", name=path.name)
        if not path.is_file():
            raise ReadError("not_a_file", name=path.name)
        size = path.stat().st_size
        if size > limits.file_size:
            raise ReadError("too_large", size=size // 1_000_000, limit=limits.file_size // 1_000_000)
        return path.read_bytes()
    except PermissionError as error:
        raise ReadError("no_permission", name=path.name) from error


def _dispatch(data: bytes, name: str, ocr: bool, limits: Limits) -> Document:
    format = sniff(data, name)
    if format == "docx":
        return read_docx(data, name, limits)
    if format == "pdf":
        return read_pdf(data, name, limits, ocr=ocr)
    if format in ("xlsx", "xls", "ods", "csv"):
        return read_sheets(data, name, format, limits)
    if format == "html":
        return read_html(data, name, limits)
    if format in ("doc", "odt", "rtf"):
        return read_office(data, name, format, limits)
    return read_text(data, name, limits, markdown=format == "md")
