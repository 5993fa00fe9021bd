"""The register: an SQLite file of documents, commitments, reports, links and decisions over the years."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType

from camket.linking.summary import ORDER
from camket.register.records import Decision, FiledLink, Filing, Row
from camket.register.schema import migrate
from camket.register.words import fold, sort_key

_COLUMNS = (
    "items.id, documents.organisation, documents.date, items.place, items.text, items.field, items.due, items.status"
)
_FROM = " FROM items JOIN documents ON documents.id = items.document"


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
        known = self.connection.execute(
            "SELECT id FROM documents WHERE fingerprint = ?", (filing.fingerprint,)
        ).fetchone()
        if known:
            return known[0]
        with self.transaction():
            key, day = sort_key(filing.organisation), filing.day.isoformat() if filing.day else None
            document = self.connection.execute(
                "INSERT INTO documents (fingerprint, organisation, organisation_key, organisation_plain, kind, date, year, name, added)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (filing.fingerprint, filing.organisation, key, fold(filing.organisation), filing.kind, day,
                 filing.day.year if filing.day else None, filing.name, _now()),
            ).lastrowid  # fmt: skip
            self._add_items(int(document or 0), filing, key)
        return int(document or 0)

    def _add_items(self, document: int, filing: Filing, key: str) -> None:
        status = "silent" if filing.kind == "commitment" else "orphan"
        for position, entry in enumerate(filing.entries):
            number = self.connection.execute(
                "INSERT INTO items (document, place, position, kind, text, field, due, status, organisation_key)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (document, entry.place, position, filing.kind, entry.text, entry.field,
                 entry.due.isoformat() if entry.due else None, status, key),
            ).lastrowid  # fmt: skip
            self.connection.execute("INSERT INTO search (rowid, plain) VALUES (?, ?)", (number, fold(entry.text)))

    def link(self, commitment: int, report: int, links: Iterable[FiledLink]) -> None:
        """Set the machine's links between two registered documents in place of its earlier ones; decisions stay."""
        with self.transaction():
            mine, theirs = self._places(commitment), self._places(report)
            self.connection.execute(
                "DELETE FROM links WHERE commitment IN (SELECT id FROM items WHERE document = ?)"
                " AND report IN (SELECT id FROM items WHERE document = ?)",
                (commitment, report),
            )
            self.connection.executemany(
                "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (mine[x.commitment], theirs[x.report], x.outcome, x.probability, x.reason, x.calculation)
                    for x in links
                ],
            )
            self._refresh([*mine.values()], [*theirs.values()])

    def _places(self, document: int) -> dict[str, int]:
        return dict(self.connection.execute("SELECT place, id FROM items WHERE document = ?", (document,)))

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
            self._refresh([decision.commitment], [decision.report] if decision.report else [])

    def _refresh(self, commitments: Sequence[int], reports: Sequence[int]) -> None:
        """Set the status of items by their links and what was decided on them."""
        for number in commitments:
            self._set(number, self._standing(number))
        for number in reports:
            linked = any(outcome for _, outcome in self.answers_to(number))
            self._set(number, "reported" if linked else "orphan")

    def _set(self, number: int, status: str) -> None:
        self.connection.execute("UPDATE items SET status = ? WHERE id = ? AND status <> ?", (status, number, status))

    def _standing(self, commitment: int) -> str:
        whole = self.connection.execute(
            "SELECT outcome FROM decisions WHERE commitment = ? AND report IS NULL AND outcome IS NOT NULL ORDER BY id DESC LIMIT 1",
            (commitment,),
        ).fetchone()
        if whole:
            return whole[0]
        outcomes = [outcome for _, outcome in self.answers(commitment)]
        return min(outcomes, key=ORDER.index) if outcomes else "silent"

    def answers(self, commitment: int) -> list[tuple[int, str]]:
        """Reported items that answer a commitment, each with its outcome; decisions win over the machine."""
        return self._linked("commitment", "report", commitment)

    def answers_to(self, report: int) -> list[tuple[int, str]]:
        """Commitments that a reported item answers, each with its outcome."""
        return self._linked("report", "commitment", report)

    def _linked(self, side: str, other: str, number: int) -> list[tuple[int, str]]:
        found = dict(self.connection.execute(f"SELECT {other}, outcome FROM links WHERE {side} = ?", (number,)))
        decided = self.connection.execute(
            f"SELECT {other}, decision, outcome FROM decisions WHERE {side} = ? AND report IS NOT NULL ORDER BY id",
            (number,),
        )
        for item, decision, outcome in decided:
            if decision == "rejected":
                found.pop(item, None)
            elif outcome or item in found:
                found[item] = outcome or found[item]
            else:
                found[item] = "not_comparable"
        return sorted(found.items())

    def find(
        self, *, kind: str = "commitment", organisation: str | None = None, field: str | None = None,
        status: str | None = None, text: str | None = None, year: int | None = None,
        period: tuple[date, date] | None = None, limit: int = 100, offset: int = 0,
    ) -> list[Row]:  # fmt: skip
        """Items that meet all conditions, by organisation in Vietnamese order; names and words need no marks.

        ``period`` is that in which they fall due, or without a due date that of their document.
        """
        where, values = ["items.kind = ?"], [kind]
        for column, value in (("items.field", field), ("items.status", status), ("documents.year", year)):
            if value is not None:
                where.append(f"{column} = ?")
                values.append(value)  # type: ignore[arg-type]
        if organisation is not None:
            where.append("items.document IN (SELECT id FROM documents WHERE organisation_plain = ?)")
            values.append(fold(organisation))
        if period is not None:
            where.append("coalesce(items.due, documents.date) BETWEEN ? AND ?")
            values += [day.isoformat() for day in period]
        if text is not None:
            where.append("items.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
            values.append(" ".join(f'"{word}"' for word in fold(text).replace('"', " ").split()) or '""')
        return self._rows(
            f"WHERE {' AND '.join(where)} ORDER BY items.organisation_key, items.document, items.position LIMIT ? OFFSET ?",
            (*values, limit, offset),
        )

    def due(self, day: date, days: int = 30, limit: int = 1000) -> list[Row]:
        """Commitments not yet met that fall due within some days, the nearest first."""
        return self._rows(
            "WHERE items.kind = 'commitment' AND items.due BETWEEN ? AND ? AND items.status NOT IN ('met', 'exceeded')"
            " ORDER BY items.due, items.organisation_key LIMIT ?",
            (day.isoformat(), (day + timedelta(days=days)).isoformat(), limit),
        )

    def rows_of(self, numbers: Iterable[int]) -> list[Row]:
        """Items by their numbers; those that are not there are left out."""
        wanted = list(numbers)
        marks = ", ".join("?" * len(wanted))
        return self._rows(f"WHERE items.id IN ({marks}) ORDER BY items.document, items.position", wanted)

    def _rows(self, clause: str, values: Sequence[object]) -> list[Row]:
        return [Row(*row) for row in self.connection.execute(f"SELECT {_COLUMNS}{_FROM} {clause}", values)]


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
