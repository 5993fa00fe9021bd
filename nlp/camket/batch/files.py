"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def atomic(path: Path, *, mark: bool = False) -> Iterator[IO[bytes]]:
    """A binary file that appears under its name, on the disk, when the block ends well.

    Parameters
    ----------
    path : Path
        Its final name.
    mark : bool
        Whether it begins with the mark by which Excel knows UTF-8.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".camket-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb", buffering=1 << 20) as stream:
            stream.write(b"\xef\xbb\xbf" if mark else b"")
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove what a killed run has left half written."""
    for path in folder.glob(".camket-*.tmp"):
        path.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
