"""Split a document into items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Date
from itertools import takewhile
from typing import Literal

from camket.items.body import body, preamble
from camket.items.inherit import Sources, find_periods
from camket.items.kind import PROMISING, base_kind, detect_kind
from camket.items.outline import Placed, outline
from camket.items.pieces import Piece, pieces
from camket.items.roles import section_role
from camket.items.rows import Head
from camket.records import Document, Inherited, Item, Kind

_NEEDS_PERIOD = re.compile(r"\b(?:nhiệm kỳ|giai đoạn|kỳ kế hoạch)\b", re.IGNORECASE)
# So many rows below a head show what its columns hold.
LOOK_AHEAD = 30
_FORWARD = frozenset({"directions"})


def split(
    document: Document, *, kind: Literal["auto", "commitment", "report"] = "auto", date: Date | None = None
) -> tuple[Item, ...]:
    """Items of a document, in reading order.

    Parameters
    ----------
    document : Document
        As read by :func:`camket.io.read`.
    kind : {"auto", "commitment", "report"}
        What the document is; "auto" tells from its type, sections and columns.
    date : date, optional
        Anchor of relative expressions; the document's own date if not given.

    Returns
    -------
    tuple of Item
        Bullets, numbered items, table rows and sentences of running text; no headings, addressees or signatures.
        ``document.blocks[item.block].text`` holds ``item.text`` from ``item.start`` on.

    Examples
    --------
    >>> from camket.records import Block
    >>> lines = ("BÁO CÁO", "I. KẾT QUẢ NĂM 2025", "1. Thu ngân sách đạt 95% dự toán.", "2. Chi đạt 90%. Nợ giảm 5%.")
    >>> for item in split(Document("a", tuple(Block(line, "paragraph") for line in lines))):
    ...     print(item.label, item.text, item.section, item.period.value)
    1. Thu ngân sách đạt 95% dự toán. results NĂM 2025
    2. Chi đạt 90%. Nợ giảm 5%. results NĂM 2025
    """
    placed = list(outline(body(document)))
    whole = detect_kind(document) if kind == "auto" else kind
    typed: Kind | None = whole if whole != "mixed" else None
    splitter = _Splitter(document, placed, Sources(document, preamble(document)), typed, date or document.metadata.date)
    return tuple(replace(item, id=f"{number:04d}") for number, item in enumerate(splitter.items(), 1))


class _Splitter:
    def __init__(
        self, document: Document, placed: list[Placed], sources: Sources, kind: Kind | None, day: Date | None
    ) -> None:
        self.document = document
        self.placed = placed
        self.sources = sources
        self.kind = kind
        self.typed = bool(document.metadata.type)
        self.base = base_kind(document, placed)
        self.day = day

    def items(self) -> Iterator[Item]:
        head = Head()
        table: tuple[int | None, str | None] = (None, None)
        for index, placed in enumerate(self.placed):
            block = placed.entry.block
            if block.kind == "table_row":
                here = _table(placed)
                head, table = (head, table) if here == table else (Head(), here)
                if block.is_table_header:
                    head.read(block, self._below(index))
                else:
                    yield self._row(placed, head)
            else:
                yield from self._paragraph(placed)

    def _below(self, index: int) -> list[tuple[str, ...]]:
        """Cells of the next rows of a table."""
        table = _table(self.placed[index])
        rows = takewhile(lambda p: _table(p) == table, self.placed[index : index + LOOK_AHEAD])
        return [p.entry.block.cells for p in rows if not p.entry.block.is_table_header]

    def _row(self, placed: Placed, head: Head) -> Item:
        block = placed.entry.block
        columns = head.columns(block)
        given = head.inherited(block)
        item = self._item(placed, Piece(0, len(block.text.rstrip()), head.label(block), head.context))
        owner = Inherited(given["lead"], "column") if "lead" in given else item.owner
        period = Inherited(given["time"], "column") if "time" in given else item.period
        return replace(item, columns=columns, owner=owner, period=period)

    def _paragraph(self, placed: Placed) -> Iterator[Item]:
        for piece in pieces(placed):
            if placed.entry.block.text[piece.start : piece.end].strip(" .;,-"):
                yield self._item(placed, piece)

    def _item(self, placed: Placed, piece: Piece) -> Item:
        block = placed.entry.block
        section = (section_role(piece.context) if piece.context and not block.cells else None) or placed.section
        text = block.text[piece.start : piece.end]
        kind = self._kind(section)
        promises = kind == "commitment" or section in PROMISING
        owner = self.sources.owner_under(placed.path) if promises else None
        period = self.sources.period_under(placed.path, forward=section in _FORWARD)
        return Item(text, kind, self.day, piece.context or _context(text, placed), doc=self.document.name,
                    label=piece.label, headings=placed.headings, section=section, owner=owner, period=period,
                    position=block.position, block=placed.entry.index, start=piece.start)  # fmt: skip

    def _kind(self, section: str | None) -> Kind:
        """Kind of an item; in a page of no known type the section decides."""
        if self.kind:
            return self.kind
        return "commitment" if not self.typed and section in PROMISING else self.base


def _table(placed: Placed) -> tuple[int | None, str | None]:
    position = placed.entry.block.position
    return position.table, position.sheet


def _context(text: str, placed: Placed) -> str | None:
    """The heading that a text needs to be understood: it is a fragment, or names a term whose years stand above."""
    if not placed.path:
        return None
    if _NEEDS_PERIOD.search(text) and not find_periods(text):
        return next((h.text for h in reversed(placed.path) if find_periods(h.text)), None)
    fragment = len(text.split()) < 6 or (text[0].islower() and placed.path[-1].lead)
    return placed.path[-1].text if fragment else None
