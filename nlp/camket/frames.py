"""Reports as data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from camket.records import Annotation, Report

if TYPE_CHECKING:
    import pandas


def report_frame(report: Report) -> pandas.DataFrame:
    """One row an item.

    Returns
    -------
    pandas.DataFrame
        Shape (n_items, 20), columns: ``doc``, ``id``, ``label``, ``section``, ``text``, ``kind``, ``date``
        (datetime64), ``act``, ``target``, ``verdict``, ``verdict_in_document`` (categories), ``abstain``, one column
        for each of the six criteria (``person`` … ``product``), ``deadline`` (datetime64, last day of the earliest
        deadline), and the counts ``n_figures``, ``n_claims``.
    """
    import pandas as pd

    frame = pd.DataFrame([_row(a) for a in report.annotations])
    for column in ("date", "deadline"):
        frame[column] = pd.to_datetime(frame.get(column))
    for column in ("kind", "act", "verdict", "verdict_in_document"):
        frame[column] = frame[column].astype("category")
    return frame


def _row(annotation: Annotation) -> dict[str, Any]:
    item, judgement, evidence = annotation.item, annotation.judgement, annotation.evidence
    due = [t.to for t in evidence.times if t.role == "deadline" and t.to]
    states: dict[str, str | None] = dict.fromkeys(("person", "task", "time", "accountability", "authority", "product"))
    states.update({c.name: c.state for c in judgement.criteria})
    return {
        "doc": item.doc, "id": item.id, "label": item.label, "section": item.section, "text": item.text,
        "kind": item.kind, "date": item.date, "act": judgement.act, "target": judgement.target,
        "verdict": judgement.verdict, "verdict_in_document": judgement.verdict_in_document,
        "abstain": judgement.abstain, **states, "deadline": min(due, default=None),
        "n_figures": len(evidence.figures), "n_claims": len(evidence.claims),
    }  # fmt: skip
