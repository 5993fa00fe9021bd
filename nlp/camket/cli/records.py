"""Records in JSON Lines, with the line of every mistake."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from camket.cli.common import Exit, fail
from camket.convert import RecordError, record_to_item
from camket.report.words import Words


@contextmanager
def open_input(path: str, words: Words) -> Iterator[IO[bytes]]:
    """Open a file, or standard input for "-"."""
    if path == "-":
        yield sys.stdin.buffer
        return
    if not Path(path).is_file():
        fail(words("no_file", path=path), Exit.UNREADABLE)
    with open(path, "rb") as stream:
        yield stream


def read_records(path: str, words: Words) -> Iterator[dict[str, Any]]:
    """Records of a JSON Lines file; the first malformed one ends the program with its line and field."""
    with open_input(path, words) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                yield _record(line, words)
            except RecordError as error:
                fail(words("bad_line", path=path, line=number, field=error.field, reason=error))


def _record(line: bytes, words: Words) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise RecordError("không phải UTF-8", "-") from error
    except json.JSONDecodeError as error:
        raise RecordError(words("bad_json", reason=error.msg), "-") from error
    if not isinstance(record, dict):
        raise RecordError(words("not_object"), "-")
    record_to_item(record)
    return record
