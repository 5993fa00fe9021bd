"""What commands share: exit codes, messages on stderr, files written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import IO, Annotated, NoReturn

import typer

from camket.report.words import Words


class Exit(IntEnum):
    """Exit codes of every command."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3


class Lang(StrEnum):
    """Languages of the messages."""

    vi = "vi"
    en = "en"


LangOption = Annotated[Lang, typer.Option("--lang", help="Ngôn ngữ của thông báo: vi hoặc en.")]


def fail(message: str, code: int = Exit.USAGE) -> NoReturn:
    """Print one sentence on stderr and leave."""
    say(message)
    raise typer.Exit(code)


def say(message: str) -> None:
    """Print a line on stderr."""
    typer.echo(message, err=True)


def parse_date(value: str | None, words: Words) -> date | None:
    """An ISO date from the command line."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        fail(words("bad_date", value=value))


@contextmanager
def atomic_output(path: str, words: Words) -> Iterator[IO[str]]:
    """A text file that appears under its name only when the block ends well; "-" is standard output."""
    if path == "-":
        yield sys.stdout
        return
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
    except OSError as error:
        fail(words("cannot_write", path=path, reason=error.strerror))
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def atomic_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    OSError
        Where it can't be written; what stood under the name is still there.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
