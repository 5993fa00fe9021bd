"""What every output is made from: a title, some facts, tables, the same as data and as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from camket.report.words import Words

Kind = Literal["text", "short", "date", "number"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in data, its head, its width in characters, the kind of its cells."""

    key: str
    head: str
    width: int = 18
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; cells are text, numbers, dates or None."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]

    @property
    def shown(self) -> Table:
        """The same without columns in which no row has anything."""
        kept = [i for i in range(len(self.columns)) if any(row[i] is not None for row in self.rows)]
        rows = tuple(tuple(row[i] for i in kept) for row in self.rows)
        return Table(self.name, self.title, tuple(self.columns[i] for i in kept), rows)

    def records(self) -> list[dict[str, Any]]:
        """Rows as dictionaries, days as ISO dates.

        Examples
        --------
        >>> Table("t", "T", (Column("day", "Ngày"),), ((date(2023, 5, 1),),)).records()
        [{'day': '2023-05-01'}]
        """
        keys = [column.key for column in self.columns]
        return [dict(zip(keys, map(_plain, row), strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Dossier:
    """Everything one command has to say.

    Attributes
    ----------
    title : str
    facts : tuple of str
        Lines below the title.
    tables : tuple of Table
        The first one is the main one: CSV and JSON Lines hold it alone.
    text : str
        The same for a terminal.
    data : mapping
        The same for programs.
    """

    title: str
    facts: tuple[str, ...]
    tables: tuple[Table, ...]
    text: str
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def filled(self) -> tuple[Table, ...]:
        """Tables that have rows, the main one always, as people see them."""
        return tuple(table.shown for i, table in enumerate(self.tables) if i == 0 or table.rows)


def columns(words: Words, *wanted: tuple[str, int, Kind]) -> tuple[Column, ...]:
    """Columns with heads in the language of ``words``."""
    return tuple(Column(key, words(f"column_{key}"), width, kind) for key, width, kind in wanted)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def cell(value: Any, words: Words) -> str:
    """A cell as people read it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return words.day(value)
    return words.number(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)
