"""Reports as JSON, JSON Lines, CSV and Parquet."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from camket.convert import SCHEMA_VERSION, annotation_to_record, to_dict
from camket.records import Annotation, Finding, Report

_CSV = (
    "document", "label", "text", "act", "verdict", "verdict_in_document", "score", "person", "task", "time",
    "accountability", "authority", "product", "deadlines", "figures", "parties", "claims", "causes", "findings",
)  # fmt: skip
# A cell that begins so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def item_record(annotation: Annotation) -> dict[str, Any]:
    """An item with its place in the document and its labels."""
    item = annotation.item
    head = {
        "id": item.id, "doc": item.doc, "kind": item.kind, "date": item.date.isoformat() if item.date else None,
        "context": item.context, "label": item.label, "section": item.section, "headings": list(item.headings),
        "position": {k: v for k, v in to_dict(item.position).items() if v is not None}, "text": item.text,
    }  # fmt: skip
    return {k: v for k, v in head.items() if v not in (None, "", [], {})} | annotation_to_record(annotation)


def to_json(reports: list[Report]) -> str:
    """All reports as one JSON object with the schema's version."""
    documents = [
        {
            "name": r.document.name,
            "kind": r.kind,
            "date": r.date.isoformat() if r.date else None,
            "warnings": list(r.warnings),
            "score": r.score,
            "findings": to_dict(r.findings),
            "items": [item_record(a) for a in r.annotations],
        }
        for r in reports
    ]
    return json.dumps({"schema": SCHEMA_VERSION, "documents": documents}, ensure_ascii=False, indent=2) + "\n"


def to_jsonl(report: Report) -> str:
    """One line an item."""
    return "".join(json.dumps(item_record(a), ensure_ascii=False) + "\n" for a in report.annotations)


def to_csv(reports: list[Report]) -> str:
    """One row an item, for spreadsheets: text that looks like a formula is quoted with an apostrophe."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _CSV, lineterminator="\r\n")
    writer.writeheader()
    for report in reports:
        for annotation in report.annotations:
            writer.writerow({k: safe(v) for k, v in _csv_row(report, annotation).items()})
    return out.getvalue()


def safe(value: Any) -> Any:
    """Quote text that a spreadsheet would take for a formula.

    Examples
    --------
    >>> safe("=1+1"), safe("- Trồng rừng"), safe(3)
    ("'=1+1", "'- Trồng rừng", 3)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _csv_row(report: Report, annotation: Annotation) -> dict[str, Any]:
    item, judgement, evidence = annotation.item, annotation.judgement, annotation.evidence
    cut = [item.text[f.start : f.end] for f in evidence.figures]
    due = [t for t in evidence.times if t.role == "deadline"]
    return {
        "document": report.document.name,
        "label": item.label,
        "text": item.text,
        "act": judgement.act,
        "verdict": judgement.verdict,
        "verdict_in_document": judgement.verdict_in_document,
        "score": judgement.score,
        **{c.name: c.state for c in judgement.criteria},
        "deadlines": "; ".join(t.last_day.isoformat() if t.last_day else t.rrule or t.event or "" for t in due),
        "figures": "; ".join(cut),
        "parties": "; ".join(item.text[p.start : p.end] for p in evidence.parties),
        "claims": "; ".join(f"{c.result}/{c.timing}" for c in evidence.claims),
        "causes": "; ".join(evidence.causes),
        "findings": "; ".join(map(_finding, annotation.findings)),
    }


def _finding(finding: Finding) -> str:
    note = "" if finding.status == "open" else f" [{finding.status}: {finding.reason}]".replace(": ]", "]")
    return f"{finding.code} {finding.message}{note}"


def to_parquet(reports: list[Report]) -> bytes:
    """One row an item: the columns of :func:`camket.frames.report_frame`, with ``document`` first and findings as text.

    Raises
    ------
    ImportError
        Where pyarrow is not installed (``pip install camket[parquet]``).
    """
    import pandas as pd

    frames = []
    for report in filter(lambda r: r.annotations, reports):
        frame = report.to_frame()
        frame.insert(0, "document", report.document.name)
        frame["score"] = [a.judgement.score for a in report.annotations]
        frame["findings"] = ["; ".join(map(_finding, a.findings)) for a in report.annotations]
        frames.append(frame)
    whole = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["document"])
    table: bytes = whole.to_parquet(index=False)
    return table
