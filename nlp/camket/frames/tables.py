"""Rows of each table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from camket.frames import columns as c
from camket.records import CRITERIA, Annotation, Finding, Report

if TYPE_CHECKING:
    import pandas

Level = Literal["item", "commitment", "time", "figure", "party", "claim", "cause", "finding"]
Row = dict[str, Any]


def report_frame(report: Report, level: Level = "item") -> pandas.DataFrame:
    """A report as a table.

    Parameters
    ----------
    report : Report
    level : {"item", "commitment", "time", "figure", "party", "claim", "cause", "finding"}
        What a row is. "commitment" has the items whose act is a commitment. Findings include those on the document as
        a whole, whose ``id`` is missing.

    Returns
    -------
    pandas.DataFrame
        See :func:`annotations_frame`.

    Raises
    ------
    ValueError
        Where there is no such level.

    Examples
    --------
    >>> from camket.records import Document
    >>> report_frame(Report(Document("a.txt", ()), "report", None, ()), "claim").shape
    (0, 11)
    """
    frame = annotations_frame(report.annotations, level)
    if level != "finding" or not report.findings:
        return frame
    import pandas as pd

    rows = [{"doc": report.document.name, **_finding(finding, "")} for finding in report.findings]
    whole = c.typed(pd.DataFrame(rows, columns=list(c.FINDING)), c.FINDING)
    return pd.concat([frame, whole], ignore_index=True)


def annotations_frame(
    annotations: Iterable[Annotation], level: Level = "item", index: Sequence[Any] | None = None
) -> pandas.DataFrame:
    """Annotations as a table.

    Parameters
    ----------
    annotations : iterable of Annotation
        The items in order.
    level : {"item", "commitment", "time", "figure", "party", "claim", "cause", "finding"}
        What a row is.
    index : sequence, optional
        A label of each annotation; rows get that of theirs. By default rows are counted.

    Returns
    -------
    pandas.DataFrame of shape (n_rows, n_columns)
        "item", "commitment": ``doc``, ``id``, ``label``, ``section``, ``text``, ``kind``, ``date``, ``act``,
        ``target``, ``verdict``, ``verdict_in_document``, ``abstain``, the six criteria (``person`` … ``product``),
        ``deadline`` (last day for the earliest one), ``n_figures``, ``n_claims``, ``score`` (0 to 6). The others:
        ``doc``, ``id``, ``label``, ``act`` of the item, ``start``, ``end`` (code points of the item's text), the words
        as ``text``, and the fields of the record; money in đồng.

    Raises
    ------
    ValueError
        Where there is no such level.

    Examples
    --------
    >>> from camket.convert import record_to_item
    >>> from camket.pipeline import analyse
    >>> item = record_to_item({"text": "Trồng 12 ha rừng trước ngày 30/6.", "date": "2021-03-02", "id": "a"})
    >>> annotations_frame(analyse([item]), "time")[["id", "text", "role", "to"]].to_dict("records")
    [{'id': 'a', 'text': 'trước ngày 30/6', 'role': 'deadline', 'to': Timestamp('2021-06-30 00:00:00')}]
    """
    import pandas as pd

    if level not in LEVELS:
        raise ValueError(f"Không có bảng “{level}”. Hãy chọn một trong: {', '.join(LEVELS)}.")
    table = LEVELS[level]
    rows: list[Row] = []
    labels: list[Any] = []
    for place, annotation in enumerate(annotations):
        found = [{**_keys(annotation), **row} for row in table.rows(annotation)]
        rows += found
        labels += [index[place] if index is not None else None] * len(found)
    frame = c.typed(pd.DataFrame(rows, columns=list(table.columns)), table.columns)
    return frame if index is None else frame.set_index(pd.Index(labels))


def restore_types(frame: pandas.DataFrame, level: Level = "item") -> pandas.DataFrame:
    """Give a table read from a file its types again: CSV has none, Parquet forgets those of columns without a value.

    Parameters
    ----------
    frame : pandas.DataFrame
        A table of :func:`annotations_frame`; columns it has beside are left as they are.
    level : str
        The table's level.

    Returns
    -------
    pandas.DataFrame

    Raises
    ------
    ValueError
        Where a value does not fit its column.

    Examples
    --------
    >>> import pandas as pd
    >>> restore_types(pd.DataFrame({"cause": ["land"], "note": ["?"]}), "cause")["cause"].cat.categories.size
    9
    """
    return c.typed(frame, {name: kind for name, kind in LEVELS[level].columns.items() if name in frame})


def _keys(annotation: Annotation) -> Row:
    item = annotation.item
    return {"doc": item.doc, "id": item.id, "label": item.label, "act": annotation.judgement.act}


def _item(annotation: Annotation) -> Iterator[Row]:
    item, judgement, evidence = annotation.item, annotation.judgement, annotation.evidence
    due = [t.last_day for t in evidence.times if t.role == "deadline" and t.last_day]
    states: dict[str, str | None] = dict.fromkeys(CRITERIA)
    states.update({criterion.name: criterion.state for criterion in judgement.criteria})
    yield {
        "section": item.section, "text": item.text, "kind": item.kind, "date": item.date, "target": judgement.target,
        "verdict": judgement.verdict, "verdict_in_document": judgement.verdict_in_document,
        "abstain": judgement.abstain, **states, "deadline": min(due, default=None),
        "n_figures": len(evidence.figures), "n_claims": len(evidence.claims), "score": judgement.score,
    }  # fmt: skip


def _commitment(annotation: Annotation) -> Iterator[Row]:
    if annotation.judgement.act == "commitment":
        yield from _item(annotation)


def _times(annotation: Annotation) -> Iterator[Row]:
    for time in annotation.evidence.times:
        yield {
            **_span(annotation, time), "role": time.role, "from": time.from_, "to": time.to, "bound": time.bound,
            "rrule": time.rrule, "event": time.event, "explanation": time.explanation,
        }  # fmt: skip


def _figures(annotation: Annotation) -> Iterator[Row]:
    text = annotation.item.text
    for figure in annotation.evidence.figures:
        yield {
            **_span(annotation, figure), "role": figure.role, "low": figure.low, "high": figure.high, "of": figure.of,
            "unit": figure.unit, "indicator": text[slice(*figure.indicator)] if figure.indicator else None,
            "direction": figure.direction, "estimated": figure.estimated, "explanation": figure.explanation,
        }  # fmt: skip


def _parties(annotation: Annotation) -> Iterator[Row]:
    for party in annotation.evidence.parties:
        yield {**_span(annotation, party), "role": party.role}


def _claims(annotation: Annotation) -> Iterator[Row]:
    for claim in annotation.evidence.claims:
        yield {
            **_span(annotation, claim), "result": claim.result, "timing": claim.timing, "estimated": claim.estimated,
            "probability": claim.probability,
        }  # fmt: skip


def _causes(annotation: Annotation) -> Iterator[Row]:
    for cause in annotation.evidence.causes:
        yield {"cause": cause}


def _findings(annotation: Annotation) -> Iterator[Row]:
    for finding in annotation.findings:
        yield _finding(finding, annotation.item.text)


def _finding(finding: Finding, text: str) -> Row:
    words = None if finding.start is None else text[finding.start : finding.end]
    return {
        "start": finding.start, "end": finding.end, "text": words, "code": finding.code, "name": finding.name,
        "severity": finding.severity, "criterion": finding.criterion, "message": finding.message, "slot": finding.slot,
        "suggestion": finding.suggestion, "status": finding.status, "reason": finding.reason,
    }  # fmt: skip


def _span(annotation: Annotation, record: Any) -> Row:
    return {"start": record.start, "end": record.end, "text": annotation.item.text[record.start : record.end]}


class Table(NamedTuple):
    """Columns with their types, and the rows of one annotation."""

    columns: dict[str, c.Type]
    rows: Callable[[Annotation], Iterator[Row]]


LEVELS: dict[str, Table] = {
    "item": Table(c.ITEM, _item),
    "commitment": Table(c.ITEM, _commitment),
    "time": Table(c.TIME, _times),
    "figure": Table(c.FIGURE, _figures),
    "party": Table(c.PARTY, _parties),
    "claim": Table(c.CLAIM, _claims),
    "cause": Table(c.CAUSE, _causes),
    "finding": Table(c.FINDING, _findings),
}
