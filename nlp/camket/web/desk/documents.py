"""Documents on the desk, each seen by its owner alone."""

from __future__ import annotations

import json
import secrets
import sqlite3
import zlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from camket.web.desk.records import Decision, Sheet, State
from camket.web.desk.schema import connected, prepare

_SHEET = "id, name, size, added, state, kind, message, counts"
_SAME = "SELECT id FROM documents WHERE owner = ? AND name = ? AND size = ? AND data = ?"
_FAILED = "DELETE FROM documents WHERE owner = ? AND name = ? AND state = 'failed'"
_NEW = "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, 'waiting', '', '', '{}', NULL, ?)"
# What a document takes beyond its own bytes, roughly: its report.
_SHARE = 2


class Desk:
    """The documents of all owners in one file.

    Parameters
    ----------
    path : Path
        The SQLite file; made if it is not there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        prepare(path)

    @property
    def secret(self) -> bytes:
        """Random bytes that belong to this file."""
        with connected(self.path) as connection:
            found = connection.execute("SELECT value FROM facts WHERE name = 'secret'").fetchone()
        return bytes.fromhex(found[0])

    def put(self, owner: str, name: str, data: bytes) -> tuple[str, bool]:
        """Lay a document down that is still to be read: its id, and whether it is new.

        The same bytes under the same name are the same document; one of that name that couldn't be read gives way.
        """
        with connected(self.path) as connection:
            connection.execute("BEGIN IMMEDIATE")
            kept = connection.execute(_SAME, (owner, name, len(data), data)).fetchone()
            number, now = kept[0] if kept else secrets.token_urlsafe(12), _now()
            if not kept:
                connection.execute(_FAILED, (owner, name))
                connection.execute(_NEW, (number, owner, name, len(data), now, now, data))
            connection.execute("COMMIT")
        return number, not kept

    def set_read(self, number: str, kind: str, report: str, counts: Mapping[str, int]) -> None:
        """Keep what was read of a document: its report as JSON, and counts for the list."""
        with connected(self.path) as connection:
            connection.execute(
                "UPDATE documents SET state = 'read', kind = ?, report = ?, counts = ?, message = '' WHERE id = ?",
                (kind, zlib.compress(report.encode(), 1), json.dumps(dict(counts)), number),
            )

    def set_failed(self, number: str, message: str) -> None:
        """Keep only the name of a document that can't be read, and why."""
        with connected(self.path) as connection:
            connection.execute(
                "UPDATE documents SET state = 'failed', message = ?, data = NULL WHERE id = ?", (message, number)
            )

    def sheets(self, owner: str) -> list[Sheet]:
        """All documents of an owner, the newest first."""
        with connected(self.path) as connection:
            rows = connection.execute(
                f"SELECT {_SHEET} FROM documents WHERE owner = ? ORDER BY added DESC, rowid DESC", (owner,)
            ).fetchall()
        return [_sheet(row) for row in rows]

    def sheet(self, owner: str, number: str) -> Sheet:
        """One document of an owner.

        Raises
        ------
        KeyError
            Where the owner has no such document.
        """
        with connected(self.path) as connection:
            connection.execute("UPDATE documents SET opened = ? WHERE id = ? AND owner = ?", (_now(), number, owner))
            return _sheet(self._one(connection, _SHEET, owner, number))

    def report(self, owner: str, number: str) -> str:
        """The report of a document that was read, as JSON."""
        with connected(self.path) as connection:
            (content,) = self._one(connection, "report", owner, number)
        if content is None:
            raise KeyError(number)
        return zlib.decompress(content).decode()

    def data(self, owner: str, number: str) -> tuple[str, bytes]:
        """Name and bytes of a document."""
        with connected(self.path) as connection:
            name, data = self._one(connection, "name, data", owner, number)
        if data is None:
            raise KeyError(number)
        return name, data

    def remove(self, owner: str, number: str) -> None:
        """Take a document off the desk with all that was decided on it."""
        with connected(self.path) as connection:
            connection.execute("DELETE FROM documents WHERE id = ? AND owner = ?", (number, owner))

    def held(self, owner: str) -> tuple[int, int]:
        """How many documents an owner has, and about how many bytes they take."""
        with connected(self.path) as connection:
            count, size = connection.execute(
                "SELECT count(*), coalesce(sum(length(data)), 0) FROM documents WHERE owner = ?", (owner,)
            ).fetchone()
        return count, _SHARE * size

    def waiting(self) -> list[tuple[str, str, bytes]]:
        """Id, name and bytes of documents that were not read before the last server ended."""
        with connected(self.path) as connection:
            return connection.execute("SELECT id, name, data FROM documents WHERE state = 'waiting'").fetchall()

    def sweep(self, days: int) -> None:
        """Remove documents that nobody has opened for so many days."""
        before = (datetime.now().astimezone() - timedelta(days=days)).isoformat(timespec="seconds")
        with connected(self.path) as connection:
            connection.execute("DELETE FROM documents WHERE opened < ?", (before,))

    def decide(self, owner: str, number: str, decision: Decision) -> None:
        """Enter a decision on a finding in place of an earlier one."""
        with connected(self.path) as connection:
            self._one(connection, "id", owner, number)
            connection.execute(
                "INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?)",
                (number, decision.finding, decision.ruling, decision.reason, _now()),
            )

    def withdraw(self, owner: str, number: str, finding: str) -> None:
        """Open a finding again."""
        with connected(self.path) as connection:
            self._one(connection, "id", owner, number)
            connection.execute("DELETE FROM decisions WHERE document = ? AND finding = ?", (number, finding))

    def decisions(self, owner: str, number: str) -> dict[str, Decision]:
        """Decisions on a document, by the key of their finding."""
        with connected(self.path) as connection:
            self._one(connection, "id", owner, number)
            rows = connection.execute("SELECT finding, ruling, reason FROM decisions WHERE document = ?", (number,))
            return {row[0]: Decision(*row) for row in rows}

    def set_quality(self, document: int, counts: Mapping[str, int]) -> None:
        """Keep how many commitments of a registered document are clear, incomplete, vague."""
        with connected(self.path) as connection:
            connection.execute(
                "INSERT OR REPLACE INTO quality VALUES (?, ?, ?, ?)",
                (document, counts["clear"], counts["incomplete"], counts["vague"]),
            )

    def quality(self) -> dict[int, dict[str, int]]:
        """Those counts by the number of the document in the register."""
        with connected(self.path) as connection:
            rows = connection.execute("SELECT * FROM quality").fetchall()
        return {row[0]: {"clear": row[1], "incomplete": row[2], "vague": row[3]} for row in rows}

    @staticmethod
    def _one(connection: sqlite3.Connection, columns: str, owner: str, number: str) -> tuple[Any, ...]:
        row: tuple[Any, ...] | None = connection.execute(
            f"SELECT {columns} FROM documents WHERE id = ? AND owner = ?", (number, owner)
        ).fetchone()
        if row is None:
            raise KeyError(number)
        return row


def _sheet(row: tuple[Any, ...]) -> Sheet:
    number, name, size, added, state, kind, message, counts = row
    known: State = state
    return Sheet(number, name, size, added, known, kind, message, json.loads(counts))


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
