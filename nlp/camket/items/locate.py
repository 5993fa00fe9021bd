"""From a span of an item back to the words of the file."""

from __future__ import annotations

from dataclasses import dataclass

from camket.records import Document, Item, Position
from camket.text.normalise import to_original


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands in its file.

    Attributes
    ----------
    block : int
        Index of the block in the document.
    position : Position
        The block's place.
    start, end : int
        Half-open offsets into ``original``, in code points.
    original : str
        The block's text as the file has it.
    """

    block: int
    position: Position
    start: int
    end: int
    original: str

    @property
    def text(self) -> str:
        """The words as the file has them."""
        return self.original[self.start : self.end]


def locate(document: Document, item: Item, start: int = 0, end: int | None = None) -> Place | None:
    """Place of a span of an item in the file.

    Parameters
    ----------
    document : Document
        The document that the item was split from.
    item : Item
    start, end : int
        Half-open offsets into the item's text; by default all of it.

    Returns
    -------
    Place or None
        None for an item that comes from no document.

    Examples
    --------
    >>> from camket.records import Block
    >>> from camket.items import split
    >>> from camket.io.builder import Builder
    >>> builder = Builder()
    >>> builder.paragraph("1.  Ho\u0061\u0300n  thành")
    >>> document = builder.document("a.txt", "txt")
    >>> locate(document, split(document)[0], 5, 10).text
    'thành'
    """
    if item.block is None:
        return None
    block = document.blocks[item.block]
    last = len(item.text) if end is None else end
    original = block.original if block.original is not None else block.text
    first = to_original(block.breaks, item.start + start)
    return Place(item.block, block.position, first, to_original(block.breaks, item.start + last), original)
