"""The outputs by name: what each takes and makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from camket.records import Report
from camket.report.words import Words


@dataclass(frozen=True, slots=True)
class Output:
    """How an output is made.

    Attributes
    ----------
    suffix : str
        Ending of its file.
    write : callable
        Makes the content from reports and words.
    streams : bool
        Whether it is made document by document, and so can be printed while others are still being read.
    binary : bool
        Whether it makes no sense on a terminal.
    """

    suffix: str
    write: Callable[[Sequence[Report], Words], str | bytes]
    streams: bool = False
    binary: bool = False


def _text(reports: Sequence[Report], words: Words) -> str:
    from camket.report import terminal

    return "\n".join(terminal.render(report, words) + "\n" for report in reports)


def _json(reports: Sequence[Report], _: Words) -> str:
    from camket.report import tables

    return tables.to_json(list(reports))


def _jsonl(reports: Sequence[Report], _: Words) -> str:
    from camket.report import tables

    return "".join(map(tables.to_jsonl, reports))


def _csv(reports: Sequence[Report], _: Words) -> str:
    from camket.report import tables

    return tables.to_csv(list(reports))


def _parquet(reports: Sequence[Report], _: Words) -> bytes:
    from camket.report import tables

    return tables.to_parquet(list(reports))


def _sarif(reports: Sequence[Report], _: Words) -> str:
    from camket.report import sarif

    return sarif.to_sarif(reports)


def _xlsx(reports: Sequence[Report], words: Words) -> bytes:
    from camket.report import workbook

    return workbook.to_xlsx(reports, words)


def _html(reports: Sequence[Report], words: Words) -> str:
    from camket.report import page

    return page.to_html(reports, words)


OUTPUTS: dict[str, Output] = {
    "text": Output(".txt", _text, streams=True),
    "json": Output(".json", _json),
    "jsonl": Output(".jsonl", _jsonl, streams=True),
    "csv": Output(".csv", _csv),
    "parquet": Output(".parquet", _parquet, binary=True),
    "html": Output(".html", _html),
    "xlsx": Output(".xlsx", _xlsx, binary=True),
    "sarif": Output(".sarif", _sarif),
}
# Made from the author's own file, one for each document.
DOCX = "docx"
