"""Columns of each table and their types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from camket import records as r

TEXT, DAY, NUMBER, COUNT, PLACE, TRUTH, MAYBE = (
    "string",
    "datetime64[us]",
    "float64",
    "int64",
    "Int64",
    "bool",
    "boolean",
)
# A tuple lists the categories of a column.
Type = str | tuple[str, ...]

KINDS = get_args(r.Kind)
VERDICTS = get_args(r.Verdict)
_STATES = get_args(r.CriterionState)
_KEYS: dict[str, Type] = {"doc": TEXT, "id": TEXT, "label": TEXT, "act": r.ACTS}
_SPAN: dict[str, Type] = {**_KEYS, "start": COUNT, "end": COUNT, "text": TEXT}

ITEM: dict[str, Type] = {
    "doc": TEXT, "id": TEXT, "label": TEXT, "section": TEXT, "text": TEXT, "kind": KINDS, "date": DAY, "act": r.ACTS,
    "target": MAYBE, "verdict": VERDICTS, "verdict_in_document": VERDICTS, "abstain": TRUTH,
    **dict.fromkeys(r.CRITERIA, _STATES), "deadline": DAY, "n_figures": COUNT, "n_claims": COUNT, "score": NUMBER,
}  # fmt: skip
TIME: dict[str, Type] = {
    **_SPAN, "role": get_args(r.TimeRole), "from": DAY, "to": DAY, "bound": get_args(r.Bound), "rrule": TEXT,
    "event": TEXT, "explanation": TEXT,
}  # fmt: skip
FIGURE: dict[str, Type] = {
    **_SPAN, "role": get_args(r.FigureRole), "low": NUMBER, "high": NUMBER, "of": NUMBER, "unit": TEXT,
    "indicator": TEXT, "direction": ("up", "down"), "estimated": TRUTH, "explanation": TEXT,
}  # fmt: skip
PARTY: dict[str, Type] = {**_SPAN, "role": get_args(r.PartyRole)}
CLAIM: dict[str, Type] = {
    **_SPAN, "result": r.RESULTS, "timing": r.TIMINGS, "estimated": TRUTH, "probability": NUMBER,
}  # fmt: skip
CAUSE: dict[str, Type] = {**_KEYS, "cause": r.CAUSES}
FINDING: dict[str, Type] = {
    **_KEYS, "start": PLACE, "end": PLACE, "text": TEXT, "code": TEXT, "name": TEXT,
    "severity": ("info", "warning", "error"), "criterion": r.CRITERIA, "message": TEXT, "slot": TEXT,
    "suggestion": TEXT, "status": ("open", "suppressed", "accepted"), "reason": TEXT,
}  # fmt: skip


def typed(frame: Any, columns: Mapping[str, Type]) -> Any:
    """Give the columns of a data frame their types."""
    import pandas as pd

    types = {name: kind if isinstance(kind, str) else pd.CategoricalDtype(list(kind)) for name, kind in columns.items()}
    return frame.astype(types)
