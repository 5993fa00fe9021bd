"""The register: an SQLite file of documents, commitments, reports, links and decisions over the years."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType

from camket.register import links, queries
from camket.register.queries import Conditions
from camket.register.records import Decision, FiledLink, Filing, Row
from camket.register.schema import migrate
from camket.register.words import fold, sort_key


class Register:
    """A register file, opened for reading and writing; made if it is not there.

    Parameters
    ----------
    path : str or Path
        The file; ":memory:" for one that is lost at the end.

    Examples
    --------
    >>> from camket.register.records import Entry
    >>> filing = Filing("UBND xã Đông Hà", "commitment", date(2024, 1, 5), "a.docx", (Entry("c1", "Trồng 5 ha rừng."),))
    >>> with Register(":memory:") as register:
    ...     first, again = register.add(filing), register.add(filing)
    ...     [row.text for row in register.find(text="trong rung")], first == again
    (['Trồng 5 ha rừng.'], True)
    """

    def __init__(self, path: str | Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.execute("PRAGMA synchronous = NORMAL")
        migrate(self.connection)

    def __enter__(self) -> Register:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is written inside is there as a whole or not at all. Inside another one it joins it."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def add(self, filing: Filing) -> int:
        """Register a document; one that is there already is left as it is.

        Returns
        -------
        int
            The document's number.
        """
        with self.transaction():
            known = self.connection.execute(
                "SELECT id FROM documents WHERE fingerprint = ?", (filing.fingerprint,)
            ).fetchone()
            return known[0] if known else self._insert(filing)

    def _insert(self, filing: Filing) -> int:
        key, day = sort_key(filing.organisation), filing.day
        document = self.connection.execute(
            "INSERT INTO documents (fingerprint, organisation, organisation_key, organisation_plain, kind, date, year,"
            " name, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (filing.fingerprint, filing.organisation, key, fold(filing.organisation), filing.kind,
             day.isoformat() if day else None, day.year if day else None, filing.name, _now()),
        ).lastrowid  # fmt: skip
        status = "silent" if filing.kind == "commitment" else "orphan"
        for position, entry in enumerate(filing.entries):
            due = entry.due.isoformat() if entry.due else None
            number = self.connection.execute(
                "INSERT INTO items (document, place, position, kind, text, field, due, status, organisation_key)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (document, entry.place, position, filing.kind, entry.text, entry.field, due, status, key),
            ).lastrowid
            self.connection.execute("INSERT INTO search (rowid, plain) VALUES (?, ?)", (number, fold(entry.text)))
        return int(document or 0)

    def link(self, commitment: int, report: int, found: Iterable[FiledLink]) -> None:
        """Set the machine's links between two registered documents in place of its earlier ones; decisions stay."""
        with self.transaction():
            links.replace_links(self.connection, commitment, report, found)

    def decide(self, decision: Decision) -> None:
        """Enter an inspector's decision; the last one on a commitment or link counts.

        Raises
        ------
        KeyError
            Where there is no such item.
        """
        for number in filter(None, (decision.commitment, decision.report)):
            if not self.connection.execute("SELECT 1 FROM items WHERE id = ?", (number,)).fetchone():
                raise KeyError(number)
        with self.transaction():
            self.connection.execute(
                "INSERT INTO decisions (commitment, report, decision, outcome, reason, inspector, decided)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (decision.commitment, decision.report, decision.decision, decision.outcome, decision.reason,
                 decision.inspector, _now()),
            )  # fmt: skip
            links.refresh(self.connection, [decision.commitment], [decision.report] if decision.report else [])

    def answers(self, commitment: int) -> list[tuple[int, str]]:
        """Reported items that answer a commitment, each with its outcome; decisions win over the machine."""
        return [row[:2] for row in links.linked_items(self.connection, "commitment", "report", commitment)]

    def answers_to(self, report: int) -> list[tuple[int, str]]:
        """Commitments that a reported item answers, each with its outcome."""
        return [row[:2] for row in links.linked_items(self.connection, "report", "commitment", report)]

    def find(
        self, *, kind: str = "commitment", organisation: str | None = None, field: str | None = None,
        status: str | None = None, text: str | None = None, year: int | None = None,
        period: tuple[date, date] | None = None, limit: int = 100, offset: int = 0,
    ) -> list[Row]:  # fmt: skip
        """Items that meet all conditions, by organisation in Vietnamese order; see :class:`Conditions`."""
        clause, values = Conditions(kind, organisation, field, status, text, year, period).where()
        return queries.rows(
            self.connection,
            f"WHERE {clause} ORDER BY items.organisation_key, items.document, items.position LIMIT ? OFFSET ?",
            (*values, limit, offset),
        )

    def due(self, day: date, days: int = 30, limit: int = 1000, organisation: str | None = None) -> list[Row]:
        """Commitments not yet met that fall due within some days, the nearest first."""
        clause, values = Conditions(organisation=organisation).where()
        return queries.rows(
            self.connection,
            f"WHERE {clause} AND items.due BETWEEN ? AND ? AND items.status NOT IN ('met', 'exceeded')"
            " ORDER BY items.due, items.organisation_key LIMIT ?",
            (*values, day.isoformat(), (day + timedelta(days=days)).isoformat(), limit),
        )

    def rows_of(self, numbers: Iterable[int]) -> list[Row]:
        """Items by their numbers; those that are not there are left out."""
        wanted = list(numbers)
        marks = ", ".join("?" * len(wanted))
        clause = f"WHERE items.id IN ({marks}) ORDER BY items.document, items.position"
        return queries.rows(self.connection, clause, wanted)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
