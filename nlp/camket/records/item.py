"""An item and what it takes from its document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from camket.records.evidence import Time
from camket.records.labels import Kind
from camket.records.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Position:
    """Where a block stands in its file; each part is None where the format has no such thing.

    Attributes
    ----------
    paragraph, table, row, page, line : int or None
        Counted from 1.
    sheet : str or None
        Name of the sheet.
    offset : int or None
        First character of the block's original text in a plain text file, counted from 0.
    """

    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    page: int | None = None
    sheet: str | None = None
    line: int | None = None
    offset: int | None = None


NOWHERE = Position()


@quick
@dataclass(frozen=True, slots=True)
class Inherited:
    """A value that an item takes from outside its own text, and where it comes from.

    Attributes
    ----------
    value : str
        The words.
    source : {"heading", "column", "preamble", "signer", "title"}
        Where they stand.
    time : Time or None
        Their value, where they are a period.
    """

    value: str
    source: str
    time: Time | None = None


@quick
@dataclass(frozen=True, slots=True)
class Item:
    """One checkable promise or reported thing: a bullet, a numbered item, a table row or a sentence.

    Attributes
    ----------
    text : str
        The item as given.
    kind : {"commitment", "report"}
        What its document is.
    date : date or None
        Anchor of relative expressions; None leaves them unresolved.
    context : str or None
        Heading or table header above.
    id, doc : str
        Names of the item and its document, "" where not known.
    label : str
        The list label as shown ("1.", "a)").
    headings : tuple of str
        The headings above, outermost first.
    section : str or None
        What kind of section it stands in.
    columns : tuple of (str, int, int)
        Standard names of a table row's columns, with offsets into ``text``.
    owner, period : Inherited or None
        Who answers and for what time, where heading, column, preamble or signer say so.
    position : Position
        Where it stands in the file.
    block : int or None
        Index of the document's block whose text holds ``text`` from ``start`` on.
    start : int
        Offset of ``text`` in that block.
    """

    text: str
    kind: Kind
    date: date | None = None
    context: str | None = None
    id: str = ""
    doc: str = ""
    label: str = ""
    headings: tuple[str, ...] = ()
    section: str | None = None
    columns: tuple[tuple[str, int, int], ...] = ()
    owner: Inherited | None = None
    period: Inherited | None = None
    position: Position = NOWHERE
    block: int | None = None
    start: int = 0
