"""What the commands on matches, audits and registers share: words, formats, where results go."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.common import Exit, atomic_bytes, fail, parse_date, say
from camket.report.words import Words

if TYPE_CHECKING:
    from camket.linking.documents import Side
    from camket.records import Document, Item, Kind
    from camket.register.store import Register
    from camket.report.tracking import Dossier


class Format(StrEnum):
    """Output formats."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    html = "html"
    xlsx = "xlsx"
    docx = "docx"


FormatOption = Annotated[
    Format | None, typer.Option("--format", help="Dạng kết quả; mặc định: theo đuôi tệp --out, không có thì text.")
]
OutOption = Annotated[str | None, typer.Option("--out", metavar="FILE", help="Tệp kết quả; mặc định in ra màn hình.")]
Unit = Annotated[str | None, typer.Option("--unit", help="Đơn vị: cả tên hoặc một phần, không cần dấu.")]


def words_of(lang: str) -> Words:
    """Messages of registers in a language."""
    return Words("en" if lang == "en" else "vi", "register_messages")


def format_of(format: Format | None, out: str | None) -> Format:
    """The format that was asked for, or that the name of the file tells; else text."""
    ending = Path(out).suffix.lower().lstrip(".") if out else ""
    return format or (Format(ending) if ending in list(Format) else Format.text)


def emit(dossier: Dossier, format: Format | None, out: str | None, words: Words) -> None:
    """Print a dossier, or write it to a file whole or not at all."""
    from camket.report.tracking import render
    from camket.report.tracking.formats import BINARY

    format = format_of(format, out)
    if out is None and format in BINARY:
        fail(words("needs_out", format=format.value))
    content = render(dossier, format.value, words)
    if out is None:
        sys.stdout.write(str(content))
        return
    if isinstance(content, str):
        # Excel takes a CSV file for UTF-8 only with this mark.
        content = content.encode("utf-8-sig" if format is Format.csv else "utf-8")
    save(out, content, words)


def save(out: str, content: bytes, words: Words) -> None:
    """Write a file whole or not at all."""
    try:
        atomic_bytes(Path(out), content)
    except OSError as error:
        fail(Words(words.language)("cannot_write", path=out, reason=error.strerror))


def read_side(path: str, kind: Kind, words: Words, day: str | None = None) -> Side:
    """Read a document as one side of a match; one that can't be read, or holds nothing of that kind, ends the run."""
    return _read(path, kind, words, day)[0]


def read_pair(
    first: str, second: str, words: Words, signed: str | None = None, reported: str | None = None
) -> tuple[Side, Side]:
    """Read a commitment and a report; two files that stand in each other's place end the run."""
    from camket.items import detect_kind

    documents = _document(first, words), _document(second, words)
    kinds = tuple(map(detect_kind, documents))
    if kinds[0] != "commitment" and kinds[1] == "commitment":
        message = words("swapped", first=first, second=second)
        # Where the titles do not say what they are it is a guess, and the user knows better.
        (fail if all(d.metadata.type for d in documents) else say)(message)
    return _side(documents[0], first, "commitment", words, signed), _side(
        documents[1], second, "report", words, reported
    )


def read_items(path: str, words: Words) -> Side:
    """Read a report with whatever items it has; one without any ends the run."""
    return _read(path, "report", words, whole=True)[0]


def read_any(path: str, words: Words) -> tuple[Side, Kind]:
    """Read a document as what it looks like."""
    return _read(path, None, words)


def _read(
    path: str, kind: Kind | None, words: Words, day: str | None = None, *, whole: bool = False
) -> tuple[Side, Kind]:
    from camket import items

    document = _document(path, words)
    kind = kind or _main_kind(items.split(document))
    return _side(document, path, kind, words, day, whole=whole), kind


def _document(path: str, words: Words) -> Document:
    from camket import io

    if not Path(path).is_file():
        fail(Words(words.language)("no_file", path=path), Exit.UNREADABLE)
    try:
        return io.read(path)
    except io.ReadError as error:
        fail(str(error), Exit.UNREADABLE)


def _side(
    document: Document, path: str, kind: Kind, words: Words, day: str | None = None, *, whole: bool = False
) -> Side:
    from camket.linking.documents import side_of
    from camket.register.imports import filing

    side = side_of(document, kind, parse_date(day, Words(words.language)))
    if not (side.annotations if whole else filing(side, kind).entries):
        fail(words("no_commitments" if kind == "commitment" else "no_results", path=path), Exit.UNREADABLE)
    return side


def _main_kind(parts: Iterable[Item]) -> Kind:
    """What most items of a document are: plans at the end of a report leave it a report."""
    counts = Counter(item.kind for item in parts)
    return "report" if counts["report"] >= counts["commitment"] else "commitment"


@contextmanager
def opened(path: str, words: Words, *, new: bool = False) -> Iterator[Register]:
    """A register; only ``new`` may make one."""
    import sqlite3

    from camket.register.store import Register

    if not new and not Path(path).is_file():
        fail(words("no_database", path=path), Exit.UNREADABLE)
    try:
        register = Register(path)
    except sqlite3.DatabaseError:
        fail(words("no_database", path=path), Exit.UNREADABLE)
    with register:
        yield register
