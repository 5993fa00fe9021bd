"""Questions to a register as SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from camket.records import Item, Kind
from camket.register.records import Row
from camket.register.words import fold

_COLUMNS = (
    "items.id, documents.organisation, documents.date, items.place, items.text, items.field, items.due, items.status"
)
FROM = " FROM items JOIN documents ON documents.id = items.document"
# People write the commonest word of names short or in full.
_LONG, _SHORT = "uy ban nhan dan", "ubnd"
_NAME = f"replace(organisation_plain, '{_LONG}', '{_SHORT}')"
# The organisation that is called just that, or else those whose names have these words in a row.
_ORGANISATION = (
    f"items.document IN (SELECT id FROM documents WHERE {_NAME} = ? OR (instr(' ' || {_NAME} || ' ', ?) > 0"
    f" AND NOT EXISTS (SELECT 1 FROM documents WHERE {_NAME} = ?)))"
)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What items have to meet; names and words need no marks.

    ``organisation`` is a name or a part of one in whole words: the organisation called just that goes before those that
    have it in their names. ``period`` is that in which they fall due, or without a due date that of their document.
    """

    kind: str = "commitment"
    organisation: str | None = None
    field: str | None = None
    status: str | None = None
    text: str | None = None
    year: int | None = None
    period: tuple[date, date] | None = None

    def where(self) -> tuple[str, tuple[object, ...]]:
        """The clause and its values.

        Examples
        --------
        >>> Conditions(organisation="xã Đông Hà").where()[1]
        ('commitment', 'xa dong ha', ' xa dong ha ', 'xa dong ha')
        """
        parts = [
            ("items.kind = ?", (self.kind,)),
            ("items.field = ?", (self.field,)),
            ("items.status = ?", (self.status,)),
            ("documents.year = ?", (self.year,)),
            (_ORGANISATION, _named(self.organisation)),
            ("coalesce(items.due, documents.date) BETWEEN ? AND ?", _days(self.period)),
            ("items.id IN (SELECT rowid FROM search WHERE search MATCH ?)", _words(self.text)),
        ]
        chosen = [(clause, values) for clause, values in parts if values != (None,)]
        return " AND ".join(clause for clause, _ in chosen), tuple(v for _, values in chosen for v in values)


def _named(name: str | None) -> tuple[str | None, ...]:
    if name is None:
        return (None,)
    plain = fold(name).replace(_LONG, _SHORT)
    return plain, f" {plain} ", plain


def _days(period: tuple[date, date] | None) -> tuple[str | None, ...]:
    return (None,) if period is None else tuple(day.isoformat() for day in period)


def _words(text: str | None) -> tuple[str | None]:
    if text is None:
        return (None,)
    return (" ".join(f'"{word}"' for word in fold(text).replace('"', " ").split()) or '""',)


def rows(connection: sqlite3.Connection, clause: str, values: Sequence[object]) -> list[Row]:
    """Items by a clause behind the tables."""
    return [Row(*row) for row in connection.execute(f"SELECT {_COLUMNS}{FROM} {clause}", values)]


def documents_of(connection: sqlite3.Connection, organisation: str, kind: Kind) -> list[tuple[int, date]]:
    """Numbers and days of an organisation's documents of one kind; those without a day are left out."""
    found = connection.execute(
        "SELECT id, date FROM documents WHERE organisation_plain = ? AND kind = ? AND date IS NOT NULL"
        " ORDER BY date, id",
        (fold(organisation), kind),
    )
    return [(number, date.fromisoformat(day)) for number, day in found]


def stored_items(connection: sqlite3.Connection, document: int, kind: Kind, day: date) -> list[Item]:
    """Items of a registered document, as they were read."""
    found = connection.execute("SELECT place, text FROM items WHERE document = ? ORDER BY position", (document,))
    return [Item(text, kind, day, id=place) for place, text in found]
