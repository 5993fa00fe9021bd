"""The lines in which a document introduces itself."""

from __future__ import annotations

from camket.records import Block, Document

HEAD = 30


def head_lines(document: Document) -> list[Block]:
    """First lines of a document: its page header, then its text; table rows of the body are left out."""
    lines = [block for block in document.blocks[: HEAD * 2] if block.kind not in ("table_row", "footer", "footnote")]
    return lines[:HEAD]


def is_caps(text: str) -> bool:
    """Whether the letters of a text are capitals, nearly all of them.

    Examples
    --------
    >>> is_caps("ỦY BAN NHÂN DÂN XÃ"), is_caps("Ủy ban")
    (True, False)
    """
    letters = list(filter(str.isalpha, text))
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)
