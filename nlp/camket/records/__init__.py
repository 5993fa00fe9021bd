"""The records that every step of camket reads and writes.

Frozen dataclasses, free of spaCy objects, picklable. ``start`` and ``end`` are half-open offsets in Unicode code
points into the text the user gave. Dates are :class:`datetime.date`; money is in đồng. The JSON form of these records
is made in :mod:`camket.convert` and nowhere else.

The label sets follow the corpus' guidelines; the six criteria ("6 rõ") follow Kết luận 226-KL/TW (11/12/2025).
"""

from camket.records.document import Block, Comment, Document, Metadata, Report
from camket.records.evidence import Claim, Cue, Evidence, Figure, Party, Time
from camket.records.item import Inherited, Item, Position
from camket.records.judgement import Annotation, Criterion, Finding, Judgement
from camket.records.labels import (
    ACTS,
    CAUSES,
    CRITERIA,
    POINTS,
    RESULTS,
    TIMINGS,
    Act,
    Bound,
    Cause,
    CriterionName,
    CriterionState,
    Direction,
    FigureRole,
    Kind,
    PartyRole,
    Result,
    TimeRole,
    Timing,
    Verdict,
)

__all__ = [
    "ACTS", "Act", "Annotation", "Block", "Bound", "CAUSES", "CRITERIA", "Cause", "Claim", "Comment", "Criterion",
    "CriterionName", "CriterionState", "Cue", "Direction", "Document", "Evidence", "Figure", "FigureRole",
    "Finding", "Inherited", "Item", "Judgement", "Kind", "Metadata", "POINTS", "Party", "PartyRole", "Position",
    "RESULTS", "Report", "Result", "TIMINGS", "Time", "TimeRole", "Timing", "Verdict",
]  # fmt: skip
