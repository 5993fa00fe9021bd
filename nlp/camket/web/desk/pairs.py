"""Pairs laid side by side, each seen by its owner alone."""

from __future__ import annotations

import json
import secrets
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from camket.web.desk.schema import connected


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an inspector decided on a link, by the ids of its items."""

    commitment: str
    report: str
    decision: str
    outcome: str
    reason: str
    inspector: str

    def as_dict(self) -> dict[str, str]:
        """Plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair: the ids of its documents on the desk, what was matched, and its numbers in the register once filed."""

    id: str
    commitment: str
    report: str
    added: str
    match: dict[str, Any]
    filed: dict[str, Any]


class Pairs:
    """The pairs of all owners.

    Parameters
    ----------
    path : Path
        The file of a :class:`camket.web.desk.documents.Desk`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, owner: str, commitment: str, report: str, match: str) -> str:
        """Keep a match; its id."""
        number = secrets.token_urlsafe(12)
        with connected(self.path) as connection:
            connection.execute(
                "INSERT INTO pairs VALUES (?, ?, ?, ?, ?, ?, '{}')",
                (number, owner, commitment, report, _now(), zlib.compress(match.encode(), 1)),
            )
        return number

    def same(self, owner: str, commitment: str, report: str) -> str | None:
        """Id of the owner's pair of these documents; None where they were not laid side by side before."""
        query = "SELECT id FROM pairs WHERE owner = ? AND commitment = ? AND report = ?"
        with connected(self.path) as connection:
            found = connection.execute(query, (owner, commitment, report)).fetchone()
        return found[0] if found else None

    def all(self, owner: str) -> list[Pair]:
        """All pairs of an owner, the newest first."""
        with connected(self.path) as connection:
            rows = connection.execute(
                f"SELECT {_PAIR} FROM pairs WHERE owner = ? ORDER BY added DESC, rowid DESC", (owner,)
            ).fetchall()
        return [_pair(row) for row in rows]

    def one(self, owner: str, number: str) -> Pair:
        """A pair of an owner.

        Raises
        ------
        KeyError
            Where the owner has no such pair.
        """
        with connected(self.path) as connection:
            row = connection.execute(
                f"SELECT {_PAIR} FROM pairs WHERE owner = ? AND id = ?", (owner, number)
            ).fetchone()
        if row is None:
            raise KeyError(number)
        return _pair(row)

    def rulings(self, owner: str, number: str) -> list[Ruling]:
        """Decisions on the links of a pair, in order."""
        self.one(owner, number)
        with connected(self.path) as connection:
            rows = connection.execute(
                "SELECT commitment, report, decision, outcome, reason, inspector FROM rulings WHERE pair = ?"
                " ORDER BY decided, commitment, report",
                (number,),
            ).fetchall()
        return [Ruling(*row) for row in rows]

    def rule(self, owner: str, number: str, ruling: Ruling) -> None:
        """Enter a decision in place of an earlier one on the same link."""
        self.one(owner, number)
        with connected(self.path) as connection:
            connection.execute(
                "INSERT OR REPLACE INTO rulings VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (number, ruling.commitment, ruling.report, ruling.decision, ruling.outcome, ruling.reason,
                 ruling.inspector, _now()),
            )  # fmt: skip

    def set_filed(self, owner: str, number: str, filed: Mapping[str, Any]) -> None:
        """Remember under which numbers a pair stands in the register."""
        self.one(owner, number)
        with connected(self.path) as connection:
            connection.execute("UPDATE pairs SET filed = ? WHERE id = ?", (json.dumps(dict(filed)), number))

    def remove(self, owner: str, number: str) -> None:
        """Forget a pair; what was filed stays in the register."""
        with connected(self.path) as connection:
            connection.execute("DELETE FROM pairs WHERE owner = ? AND id = ?", (owner, number))


_PAIR = "id, commitment, report, added, match, filed"


def _pair(row: tuple[Any, ...]) -> Pair:
    number, commitment, report, added, match, filed = row
    return Pair(number, commitment, report, added, json.loads(zlib.decompress(match)), json.loads(filed))


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="microseconds")
