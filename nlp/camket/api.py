"""What most users call: check a file, annotate records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from camket import io, items
from camket.collecting import no_collection
from camket.convert import LABEL_FIELDS, labels_to_record, record_to_item
from camket.pipeline import analyse, run
from camket.records import Document, Report
from camket.rules import DEFAULT, Registry, Settings
from camket.rules import check as find_flaws
from camket.scoring.shared import share

KindChoice = Literal["auto", "commitment", "report"]
_LABELS = frozenset(LABEL_FIELDS)


def check(
    path: str | Path, *, kind: KindChoice = "auto", date: date | None = None, settings: Settings = DEFAULT,
    registry: Registry | None = None,
) -> Report:  # fmt: skip
    r"""Read a document and judge every item in it.

    Parameters
    ----------
    path : str or Path
        A .docx, .xlsx, .pdf (with text), .html, .txt or .md file.
    kind : {"auto", "commitment", "report"}
        What the document is; "auto" decides by its title and wording.
    date : date, optional
        Anchor of times without a year; by default the document's own date of issue.
    settings : Settings
        Which rules run and how; :func:`camket.config.load_config` makes them from a file.
    registry : Registry, optional
        The rules; by default those of camket.

    Returns
    -------
    Report
        The document, its kind and date, and one annotation for each item in reading order.

    Raises
    ------
    camket.io.ReadError
        Where the file can't be read; the message says in Vietnamese what to do.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "cam-ket.txt"
    ...     _ = path.write_text("BẢN CAM KẾT\n\n1. Trồng 5 ha rừng trong năm 2024.\n", encoding="utf-8")
    ...     [a.judgement.verdict for a in check(path).annotations]
    ['clear']
    """
    return check_document(io.read(path), kind=kind, date=date, settings=settings, registry=registry)


def check_document(
    document: Document, *, kind: KindChoice = "auto", date: date | None = None, settings: Settings = DEFAULT,
    registry: Registry | None = None,
) -> Report:  # fmt: skip
    """Judge every item of a document that has been read, then what shows only between items."""
    found = items.detect_kind(document) if kind == "auto" else kind
    day = date or document.metadata.date
    parts = items.split(document, kind=kind, date=day)
    warnings = document.warnings if day else (*document.warnings, "no_date")
    checked = find_flaws(share(tuple(analyse(parts))), settings, registry)
    return Report(document, found, day, checked.annotations, warnings, checked.findings)


def annotate(records: Iterable[Mapping[str, Any]], *, batch_size: int = 500) -> Iterator[dict[str, Any]]:
    """Label records of the corpus guidelines.

    Labels that a record already carries are dropped before the pipeline sees it; all its other fields are kept, in
    their order, and the labels follow them.

    Parameters
    ----------
    records : iterable of dict
        Each with ``text`` (str) and optionally ``kind``, ``date`` (ISO), ``context``.
    batch_size : int
        Items analysed at once; memory grows with it, not with the number of records.

    Yields
    ------
    dict
        The record with ``act``, ``target``, ``verdict``, ``times``, ``figures``, ``parties``, ``claims``, ``causes``
        and ``camket`` (see :mod:`camket.convert`).

    Raises
    ------
    camket.convert.RecordError
        Where a field is missing or malformed.

    Examples
    --------
    >>> record = {"id": "x", "text": "Tăng cường công tác tuyên truyền.", "kind": "commitment", "act": "other"}
    >>> labelled = next(annotate([record]))
    >>> labelled["id"], labelled["act"], labelled["verdict"]
    ('x', 'commitment', 'vague')
    """
    stream = ({k: v for k, v in record.items() if k not in _LABELS} for record in records)
    while batch := list(islice(stream, batch_size)):
        yield from _annotate(batch)


def _annotate(batch: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Add labels to records that are our own."""
    with no_collection():
        for record, one in zip(batch, run(map(record_to_item, batch)), strict=True):
            record.update(labels_to_record(one, one, one.findings))
    return batch
