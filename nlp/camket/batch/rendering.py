"""Lines of the result files, made in the workers; the document's name is put in front when the files are written."""

from __future__ import annotations

import csv
import io
import json

from camket.records import Report
from camket.report import tables


def json_lines(report: Report) -> tuple[str, ...]:
    """One JSON object an item, without ``doc``."""
    records = map(tables.item_record, report.annotations)
    return tuple(json.dumps({k: v for k, v in r.items() if k != "doc"}, ensure_ascii=False) for r in records)


def csv_rows(report: Report) -> tuple[str, ...]:
    """One row an item, without its first cell, the document's name."""
    _, *rows = csv.reader(io.StringIO(tables.to_csv([report]), newline=""))
    return tuple(csv_line(row[1:]) for row in rows)


def csv_line(cells: list[str]) -> str:
    """Cells as one line of CSV, without its end.

    Examples
    --------
    >>> csv_line(["a", 'b "c", d'])
    'a,"b ""c"", d"'
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def name_line(name: str, line: str) -> str:
    r"""Put the document's name into the JSON object of an item.

    Examples
    --------
    >>> name_line('x "1".docx', '{"id": "0001"}')
    '{"doc": "x \\"1\\".docx", "id": "0001"}'
    """
    return f'{{"doc": {json.dumps(name, ensure_ascii=False)}, {line[1:]}'
