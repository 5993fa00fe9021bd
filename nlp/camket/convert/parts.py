"""Dictionaries of the parts of a record, one function a class.

Written out, as each is made several times an item: a dictionary that names its keys is made two to four times as fast
as one that is put together from names and values (:mod:`camket.convert.plain`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from camket import records as r

Row = dict[str, Any]
# Keys of the parts that the guidelines define; the other fields of these classes are ours and not in their record.
CORE: dict[str, tuple[str, ...]] = {
    "times": ("start", "end", "role", "from", "to", "bound", "rrule", "event"),
    "figures": ("start", "end", "low", "high", "of", "unit", "role"),
    "parties": ("start", "end", "role"),
    "claims": ("start", "end", "result", "timing", "estimated"),
}


def time_row(t: r.Time) -> Row:
    """What the guidelines define of a time."""
    return {
        "start": t.start, "end": t.end, "role": t.role, "from": _iso(t.from_), "to": _iso(t.to), "bound": t.bound,
        "rrule": t.rrule, "event": t.event,
    }  # fmt: skip


def figure_row(f: r.Figure) -> Row:
    """What the guidelines define of a figure."""
    return {
        "start": f.start, "end": f.end, "low": f.low, "high": f.high, "of": f.of, "unit": f.unit, "role": f.role,
    }  # fmt: skip


def party_row(p: r.Party) -> Row:
    """What the guidelines define of a party."""
    return {"start": p.start, "end": p.end, "role": p.role}


def claim_row(c: r.Claim) -> Row:
    """What the guidelines define of a claim."""
    return {"start": c.start, "end": c.end, "result": c.result, "timing": c.timing, "estimated": c.estimated}


def cue_row(c: r.Cue) -> Row:
    """All of a cue."""
    return {"start": c.start, "end": c.end, "label": c.label}


def criterion_row(c: r.Criterion) -> Row:
    """All of a criterion."""
    return {"name": c.name, "state": c.state, "source": c.source, "start": c.start, "end": c.end}


def finding_row(f: r.Finding) -> Row:
    """All of a finding."""
    return {
        "code": f.code, "name": f.name, "severity": f.severity, "criterion": f.criterion, "message": f.message,
        "start": f.start, "end": f.end, "slot": f.slot, "suggestion": f.suggestion, "status": f.status,
        "reason": f.reason,
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


_ROWS: dict[type, Callable[[Any], Row]] = {
    r.Time: time_row, r.Figure: figure_row, r.Party: party_row, r.Claim: claim_row,
}  # fmt: skip


def core_dicts(records: Sequence[Any]) -> list[Row]:
    """The fields of evidence records of one kind that the guidelines define, and no others."""
    return list(map(_ROWS[type(records[0])], records)) if records else []
