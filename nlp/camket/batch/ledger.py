"""The ledger: outcomes on disk as they come, found again by key.

One line an outcome: key, check sum, JSON. A line is written by one call at the end of the file, so that a kill can at
worst leave the last one torn; a torn or damaged line is as if it had never been.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from camket.batch.files import atomic
from camket.batch.work import PASSING, Outcome


class LedgerInUseError(RuntimeError):
    """Another run is writing to the same folder."""


class Ledger:
    """Outcomes of this and earlier runs.

    Parameters
    ----------
    path : Path
        The file; made where there is none.

    Raises
    ------
    LedgerInUseError
        Where another process has it open.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger(Path(folder, "ledger")) as ledger:
    ...         ledger.add([Outcome("k1", "empty")])
    ...     with Ledger(Path(folder, "ledger")) as ledger:
    ...         "k1" in ledger, ledger.get("k1").code
    (True, 'empty')
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        # A file of its own: on Windows nobody else can read what is locked.
        self._guard: BinaryIO = open(path.with_suffix(".lock"), "a+b")  # noqa: SIM115
        try:
            _lock(self._guard)
        except OSError as error:
            self._guard.close()
            raise LedgerInUseError(str(path)) from error
        self._file: BinaryIO = open(path, "a+b", buffering=0)  # noqa: SIM115
        self._places = dict(self._scan())

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: str) -> bool:
        """Whether the outcome of a key is known and would come out the same."""
        return key in self._places

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Put outcomes down; when this returns a kill of the process no longer loses them."""
        for outcome in outcomes:
            line = _line(outcome)
            self._places[outcome.key] = (self._file.seek(0, os.SEEK_END), len(line))
            self._file.write(line)

    def get(self, key: str) -> Outcome:
        """Read an outcome back.

        Raises
        ------
        KeyError
            Where there is none.
        """
        start, size = self._places[key]
        self._file.seek(start)
        return _outcome(self._file.read(size))

    def forget_passing(self) -> None:
        """Drop failures that may not happen again."""
        for key in [k for k, place in self._places.items() if place[1] < _SHORT and self.get(k).code in PASSING]:
            del self._places[key]

    def rewrite(self, keys: Iterable[str]) -> None:
        """Keep the outcomes of these keys alone, in this order; nothing can be read or added afterwards."""
        new = self.path.with_suffix(".new")
        with atomic(new) as out:
            for key in dict.fromkeys(keys):
                start, size = self._places[key]
                self._file.seek(start)
                out.write(self._file.read(size))
        self._file.close()
        os.replace(new, self.path)

    def close(self) -> None:
        """Bring everything to the disk and let others in."""
        if not self._file.closed:
            os.fsync(self._file.fileno())
            self._file.close()
        self._guard.close()

    def _scan(self) -> Iterable[tuple[str, tuple[int, int]]]:
        start = 0
        with open(self.path, "rb") as lines:
            for line in lines:
                if line.endswith(b"\n") and _is_whole(line):
                    yield line[: line.index(b" ")].decode(), (start, len(line))
                start += len(line)
        if start and not line.endswith(b"\n"):
            self._file.write(b"\n")


def recorded(path: Path) -> frozenset[str]:
    """Keys of a ledger that another process may be writing to; none where there is no file."""
    if not path.is_file():
        return frozenset()
    with open(path, "rb") as lines:
        return frozenset(line[: line.index(b" ")].decode() for line in lines if _is_whole(line))


# A failure holds no items, so its line is short.
_SHORT = 2_000


def _line(outcome: Outcome) -> bytes:
    data = outcome.to_dict()
    key = data.pop("key")
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return b"%s %08x %s\n" % (key.encode(), _sum(key.encode(), body), body)


def _outcome(line: bytes) -> Outcome:
    key, _, body = line.split(b" ", 2)
    return Outcome.from_dict({"key": key.decode(), **json.loads(body)})


def _is_whole(line: bytes) -> bool:
    parts = line.rstrip(b"\n").split(b" ", 2)
    return len(parts) == 3 and parts[1] == b"%08x" % _sum(parts[0], parts[2])


def _sum(key: bytes, body: bytes) -> int:
    return zlib.crc32(body, zlib.crc32(key))


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
