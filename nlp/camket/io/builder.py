"""Collect what a reader finds, repaired, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from time import monotonic
from typing import Any

from camket.io.errors import ReadError
from camket.io.limits import LIMITS, Limits
from camket.records import Block, Document
from camket.text.labels import parse_label
from camket.text.normalise import Normalised, normalise

SEPARATOR = " | "
# A line of a head is no longer than this.
LONGEST_LINE = 100
_SENTENCE_END = (".", ":", ";", "!", "?", "./.")


class Builder:
    """The blocks of one document under construction.

    Parameters
    ----------
    limits : Limits
        Caps on characters, cells and time.

    Examples
    --------
    >>> builder = Builder()
    >>> builder.paragraph("Ðảng  ủy xã")
    >>> builder.row(["1", "Thu ngân sách", "12 tỷ"])
    >>> [block.text for block in builder.document("a.txt", "txt").blocks]
    ['Đảng ủy xã', '1 | Thu ngân sách | 12 tỷ']
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self.blocks: list[Block] = []
        self.repairs: Counter[str] = Counter()
        self.skipped: Counter[tuple[str, str]] = Counter()
        self.warnings: list[str] = []
        self._characters = 0
        self._cells = 0
        self._deadline = monotonic() + limits.seconds

    def paragraph(
        self, text: str, kind: str = "paragraph", *, whole: bool = False, lines: bool = False, **fields: Any
    ) -> None:
        """Add a paragraph; its line breaks part it where a list label or a finished sentence says so.

        ``whole`` keeps it in one piece: its line breaks are only where a line was full. ``lines`` makes each of its
        lines a paragraph, if all are short: it is part of the head of a document or of its signatures.
        """
        apart = lines and all(len(line.strip()) <= LONGEST_LINE for line in text.split("\n"))
        for number, piece in enumerate([text] if whole else text.split("\n") if apart else _parts(text)):
            normal = self._repair(piece)
            if number:
                fields = {**fields, "label": "", "level": None}
            if normal.text or fields.get("label"):
                self.blocks.append(Block(normal.text, kind, **fields, **_way_back(normal)))  # type: ignore[arg-type]

    def row(self, cells: Sequence[str], **fields: Any) -> None:
        """Add a table row, one string a column; a row without any text is dropped."""
        self._cells += len(cells)
        if self._cells > self.limits.cells:
            raise ReadError("too_many_cells", limit=self.limits.cells)
        parts = [self._repair(cell) for cell in cells]
        if any(part.text for part in parts):
            joined = _join(parts)
            texts = tuple(part.text for part in parts)
            self.blocks.append(Block(joined.text, "table_row", cells=texts, **fields, **_way_back(joined)))

    def skip(self, what: str, reason: str) -> None:
        """Note that something was left out, and why."""
        self.skipped[what, reason] += 1

    def document(self, name: str, format: str) -> Document:
        """What was collected."""
        skipped = tuple((f"{what} ({n})" if n > 1 else what, reason) for (what, reason), n in self.skipped.items())
        repairs = tuple(sorted(self.repairs.items()))
        return Document(name, tuple(self.blocks), format=format, repairs=repairs, skipped=skipped,
                        warnings=tuple(dict.fromkeys(self.warnings)))  # fmt: skip

    def _repair(self, text: str) -> Normalised:
        self._characters += len(text)
        if self._characters > self.limits.characters:
            raise ReadError("too_long", limit=self.limits.characters)
        if monotonic() > self._deadline:
            raise ReadError("too_slow", limit=int(self.limits.seconds))
        normal = normalise(text)
        self.repairs.update(normal.repairs)
        return normal


def _parts(text: str) -> list[str]:
    lines = text.split("\n")
    parts = [lines[0]]
    for line in lines[1:]:
        if parse_label(line) or parts[-1].rstrip().endswith(_SENTENCE_END) or not parts[-1].strip():
            parts.append(line)
        else:
            parts[-1] += "\n" + line
    return parts


def _way_back(normal: Normalised) -> dict[str, Any]:
    return {"original": normal.original, "breaks": normal.breaks} if normal.breaks else {}


def _join(parts: list[Normalised]) -> Normalised:
    """Join cells; the originals are joined the same way, so that offsets can be carried over."""
    breaks: list[tuple[int, int]] = []
    ours = theirs = 0
    for part in parts:
        distance = breaks[-1][1] - breaks[-1][0] if breaks else 0
        if theirs - ours != distance and not (part.breaks and part.breaks[0][0] == 0):
            breaks.append((ours, theirs))
        breaks.extend((ours + a, theirs + b) for a, b in part.breaks)
        ours += len(part.text) + len(SEPARATOR)
        theirs += len(part.original) + len(SEPARATOR)
    return Normalised(SEPARATOR.join(p.text for p in parts), SEPARATOR.join(p.original for p in parts), tuple(breaks))
