"""Where labels are kept: one JSON line each, appended and flushed to the disk before the next question is asked."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from camket.corpus import CorpusError
from camket.labelling.record import plain

NAME = "camket-labels.jsonl"


class Store:
    """A file of labels. A later label of the same item replaces an earlier one; no line is ever changed.

    Parameters
    ----------
    path : Path
        The file, or a folder in which it is called :data:`NAME`; it is made with the first label.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     store = Store(Path(folder))
    ...     store.append({"id": "a", "act": "claim"})
    ...     store.append({"id": "a", "act": "other"})
    ...     store.load()
    {'a': {'id': 'a', 'act': 'other'}}
    """

    def __init__(self, path: Path) -> None:
        self.path = path / NAME if path.is_dir() else path

    def append(self, label: Mapping[str, Any]) -> None:
        """Add a label; when this returns it is on the disk.

        Raises
        ------
        OSError
            Where the file can't be written.
        """
        line = json.dumps(label, ensure_ascii=False).encode() + b"\n"
        handle = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            # One write: a label is there whole or not at all. What a power cut has torn stays a line of its own.
            os.write(handle, (b"\n" if self._is_torn(handle) else b"") + line)
            os.fsync(handle)
        finally:
            os.close(handle)

    @staticmethod
    def _is_torn(handle: int) -> bool:
        size = os.lseek(handle, 0, os.SEEK_END)
        if not size:
            return False
        os.lseek(handle, size - 1, os.SEEK_SET)
        return os.read(handle, 1) != b"\n"

    def load(self) -> dict[str, dict[str, Any]]:
        """Labels by id, each the latest; empty where there is no file yet.

        Raises
        ------
        CorpusError
            Where the file can't be read or a line other than a torn one is no label.
        """
        if not self.path.exists():
            return {}
        try:
            lines = self.path.read_bytes().split(b"\n")
        except OSError as error:
            raise CorpusError(f"Không đọc được tệp nhãn “{self.path}”. Hãy kiểm tra quyền đọc.") from error
        found: dict[str, dict[str, Any]] = {}
        for number, line in enumerate(lines, 1):
            if line.strip() and (label := self._label(line, number, last=number == len(lines))):
                found.pop(label["id"], None)
                found[label["id"]] = label
        return found

    def _label(self, line: bytes, number: int, *, last: bool) -> dict[str, Any] | None:
        try:
            label = json.loads(line)
            if isinstance(label, dict) and isinstance(label.get("id"), str) and "act" in label:
                return label
        except ValueError:
            if last:
                return None
        raise CorpusError(f"{self.path}, dòng {number}: không phải là một nhãn. Hãy sửa hoặc xóa dòng này.")

    def records(self) -> list[dict[str, Any]]:
        """The labels as records of the corpus."""
        return [plain(label) for label in self.load().values()]
