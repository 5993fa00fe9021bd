"""A document as it reads, cut where highlights begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from camket.records import Annotation, Block, Report
from camket.web.show.decisions import Asked

_JOINT = " | "


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text, the findings on it, the one that is shown first, and those whose words end here."""

    text: str
    asked: tuple[Asked, ...] = ()
    ends: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """A finding on something that is missing: it stands behind its item."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a table's cell: its pieces in order."""

    pieces: tuple[Segment | Chip, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A block: a paragraph with one line, or a table row with one line a cell.

    ``items`` are the indices of the items in it with their verdict or act; ``spans`` how many rows each cell takes, 0
    where it belongs to the cell above.
    """

    block: Block
    number: int
    lines: tuple[Line, ...]
    items: tuple[tuple[int, str], ...] = ()
    spans: tuple[int, ...] = ()

    @property
    def table(self) -> tuple[object, ...] | None:
        """What rows of the same table have in common; None for a paragraph."""
        place = self.block.position
        return (place.sheet, place.table) if self.block.kind == "table_row" else None


def parts(report: Report, shown: Iterable[Asked]) -> list[list[Part]]:
    """Blocks of a document in groups: paragraphs each for itself, rows of a table together."""
    by_item: dict[int, list[Asked]] = defaultdict(list)
    for one in shown:
        if one.item is not None:
            by_item[one.item].append(one)
    by_block: dict[int, list[int]] = defaultdict(list)
    for number, annotation in enumerate(report.annotations):
        if annotation.item.block is not None:
            by_block[annotation.item.block].append(number)
    found = [_part(report, n, by_block[n], by_item) for n in range(len(report.document.blocks))]
    grouped = groupby(found, key=lambda part: part.table or part.number)
    return [_table(list(group)) for _, group in grouped]


def _part(report: Report, number: int, items: Sequence[int], by_item: dict[int, list[Asked]]) -> Part:
    block = report.document.blocks[number]
    marks: list[tuple[int, int, Asked]] = []
    chips: list[tuple[int, Asked]] = []
    for index in items:
        item = report.annotations[index].item
        end = item.start + len(item.text)
        for one in by_item[index]:
            start, stop = one.finding.start, one.finding.end
            if start is None or stop is None:
                chips.append((end, one))
            else:
                marks.append((item.start + start, item.start + stop, one))
    cells = _cells(block)
    lines = tuple(Line(tuple(_pieces(block.text, *cell, marks, chips))) for cell in cells)
    return Part(block, number, lines, tuple((i, _standing(report.annotations[i])) for i in items))


def _standing(annotation: Annotation) -> str:
    return annotation.judgement.standing


def _cells(block: Block) -> list[tuple[int, int]]:
    """Where the cells of a row stand in its text; one stretch for everything else."""
    if block.kind != "table_row" or _JOINT.join(block.cells) != block.text:
        return [(0, len(block.text))]
    found, at = [], 0
    for cell in block.cells:
        found.append((at, at + len(cell)))
        at += len(cell) + len(_JOINT)
    return found


def _pieces(
    text: str, first: int, last: int, marks: Sequence[tuple[int, int, Asked]], chips: Sequence[tuple[int, Asked]]
) -> Iterator[Segment | Chip]:
    """Stretches of ``text[first:last]``, each with the findings that cover it; chips stand where their item ends."""
    inside = [(max(a, first), min(b, last), one) for a, b, one in marks if a < last and b > first]
    behind = [(at, one) for at, one in chips if first < at <= last]
    cuts = {first, last, *(a for a, _, _ in inside), *(b for _, b, _ in inside), *(at for at, _ in behind)}
    for start, stop in pairwise(sorted(cuts)):
        over = sorted((m for m in inside if m[0] <= start and stop <= m[1]), key=lambda m: m[1] - m[0])
        yield Segment(text[start:stop], tuple(m[2] for m in over), tuple(m[2] for m in over if m[1] == stop))
        yield from (Chip(one) for at, one in behind if at == stop)


def _table(group: list[Part]) -> list[Part]:
    """Rows of a table with the height of their cells."""
    if group[0].table is None:
        return group
    return [
        Part(p.block, p.number, p.lines, p.items, tuple(_height(group, row, n) for n in range(len(p.lines))))
        for row, p in enumerate(group)
    ]


def _height(group: Sequence[Part], row: int, cell: int) -> int:
    if row and cell in group[row].block.merged:
        return 0
    below = 1
    while row + below < len(group) and cell in group[row + below].block.merged:
        below += 1
    return below
