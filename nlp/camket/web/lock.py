"""One server for a folder: a second start finds the address of the first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

NAME = ".camket-khoa"
ADDRESS = ".camket-dia-chi"


class FolderInUse(RuntimeError):
    """Another server works in the folder; ``address`` is where it can be opened, "" where that is not known."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(address)


@contextmanager
def only_one(folder: Path, address: str) -> Iterator[None]:
    """Hold a folder while the block runs.

    Raises
    ------
    FolderInUse
        Where another process holds it.
    """
    note = folder / ADDRESS
    with open(folder / NAME, "a+b") as guard:
        try:
            _lock(guard)
        except OSError:
            raise FolderInUse(note.read_text("utf-8") if note.is_file() else "") from None
        # The address may hold a key: nobody else on this machine needs to read it.
        note.touch(0o600)
        note.write_text(address, "utf-8")
        try:
            yield
        finally:
            note.unlink(missing_ok=True)
            # Windows does not let an open file go; an empty one does no harm.
            with suppress(OSError):
                (folder / NAME).unlink()


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
