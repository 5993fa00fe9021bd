"""Table rows that hold signatures: "| TRƯỞNG PHÒNG Nguyễn Văn Hòa"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from camket.io.metadata.dates import PLACE_LINE
from camket.io.metadata.offices import is_name, is_office, office_and_name
from camket.records import Block

_RECIPIENTS = re.compile(r"^\W*n[oơ]i (?:nhận|gửi)\b", re.IGNORECASE)


def signature_rows(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Indices of the table rows that hold signatures: the last ones of a table, not in the first third of a document.

    Examples
    --------
    >>> rows = [("Nội dung", "Thời hạn"), ("Trồng 5 ha rừng", "30/6"), ("", "TRƯỞNG PHÒNG Nguyễn Văn Hòa")]
    >>> signature_rows([Block(" | ".join(cells), "table_row", cells=cells) for cells in rows])
    (2,)
    """
    found: list[int] = []
    for index in range(len(blocks) - 1, len(blocks) // 3 - 1, -1):
        last = index + 1 == len(blocks) or _table(blocks[index + 1]) != _table(blocks[index])
        if blocks[index].kind == "table_row" and (last or index + 1 in found) and _is_foot(blocks[index].cells):
            found.append(index)
    runs = _runs(sorted(found))
    return tuple(i for run in runs if any(_names_office(blocks[i].cells) for i in run) for i in run)


def signature_columns(blocks: Sequence[Block]) -> Iterator[list[str]]:
    """Lines of each column of the rows of signatures, office and name told apart."""
    for run in _runs(signature_rows(blocks)):
        width = max(len(blocks[index].cells) for index in run)
        cells = ([blocks[i].cells[column] for i in run if column < len(blocks[i].cells)] for column in range(width))
        yield from ([line for cell in column for line in office_and_name(cell)] for column in cells)


def _table(block: Block) -> tuple[str, int | None, str | None]:
    return block.kind, block.position.table, block.position.sheet


def _runs(indices: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in indices:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _is_foot(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return 0 < len(filled) <= 3 and all(_belongs(cell) for cell in filled)


def _belongs(cell: str) -> bool:
    """Whether a cell may stand in a row of signatures."""
    if _RECIPIENTS.match(cell) or PLACE_LINE.match(cell):
        return True
    lines = office_and_name(cell)
    return all(is_office(line) or is_name(line) for line in lines) and len(lines) <= 2


def _names_office(cells: Sequence[str]) -> bool:
    return any(is_office(line) for cell in cells for line in office_and_name(cell))
