"""The result files of a run, written from the ledger in input order."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from camket.batch.files import atomic
from camket.batch.rendering import csv_line, name_line
from camket.batch.summary import COLUMNS, Summary, numbers
from camket.batch.work import Outcome
from camket.io import ReadError
from camket.records import Document, Report
from camket.report import tables
from camket.report.words import Words

ITEMS, TABLE, DOCUMENTS, SUMMARY = "items.jsonl", "items.csv", "documents.csv", "summary.csv"
FILES = (ITEMS, TABLE, DOCUMENTS, SUMMARY)
_OWN = frozenset(("no_items", "internal", "other_version"))
_DOCUMENT = ("document", "status", "message", "kind", "date", "organisation", *COLUMNS[1:], "warnings")


def write_outputs(folder: Path, outcomes: Iterable[tuple[str, Outcome]], words: Words) -> Summary:
    """Write all result files.

    Parameters
    ----------
    folder : Path
        Where they go.
    outcomes : iterable of (str, Outcome)
        Each document's name and outcome, in the order they are to stand in.
    words : Words
        Messages of a run, in the language of the reader.

    Returns
    -------
    Summary
        Of all documents.
    """
    summary = Summary()
    with ExitStack() as stack:
        # The summary appears last: where it is, the run has ended.
        totals = stack.enter_context(atomic(folder / SUMMARY, mark=True))
        items = stack.enter_context(atomic(folder / ITEMS))
        table = stack.enter_context(atomic(folder / TABLE, mark=True))
        documents = stack.enter_context(atomic(folder / DOCUMENTS, mark=True))
        table.write(tables.to_csv([Report(Document("", ()), "commitment", None, ())]).lstrip("\ufeff").encode())
        _row(documents, _DOCUMENT)
        for name, outcome in outcomes:
            summary.add(outcome)
            items.writelines(f"{name_line(name, line)}\n".encode() for line in outcome.lines)
            first = csv_line([tables.safe(name)])
            table.writelines(f"{first},{row}\r\n".encode() for row in outcome.rows)
            _row(documents, _document(name, outcome, words))
        _totals(totals, summary)
    return summary


def message(name: str, outcome: Outcome, words: Words) -> str:
    """One sentence that says why a document was not read and what to do; "" where it was.

    Examples
    --------
    >>> message("a/b.txt", Outcome("k", "empty"), Words("vi", "batch"))
    'Tệp b.txt rỗng: hãy lấy lại tệp từ nơi gửi.'
    """
    if not outcome.code:
        return ""
    short = name.rsplit("/", 1)[-1]
    if outcome.code in _OWN:
        return words(outcome.code, name=short, **outcome.details)
    return str(ReadError(outcome.code, **{**outcome.details, "name": short}))


def _document(name: str, outcome: Outcome, words: Words) -> list[object]:
    counts = Summary()
    counts.add(outcome)
    return [name, outcome.code or "ok", message(name, outcome, words), outcome.kind, outcome.date, outcome.issuer,
            *numbers(counts.total)[1:], " ".join(outcome.warnings)]  # fmt: skip


def _totals(stream: IO[bytes], summary: Summary) -> None:
    _row(stream, ("by", "name", *COLUMNS))
    for by, table in (("organisation", summary.organisations), ("field", summary.fields)):
        for name, counts in table.items():
            _row(stream, (by, name, *numbers(counts)))
    _row(stream, ("total", "", *numbers(summary.total)))


def _row(stream: IO[bytes], cells: Iterable[object]) -> None:
    stream.write(csv_line([tables.safe(cell) for cell in cells]).encode() + b"\r\n")
