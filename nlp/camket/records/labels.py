"""The label sets of the corpus' guidelines and the six criteria."""

from __future__ import annotations

from typing import Literal

Kind = Literal["commitment", "report"]
Act = Literal["commitment", "claim", "cause", "proposal", "other"]
Verdict = Literal["vague", "incomplete", "clear"]
TimeRole = Literal["deadline", "as_of", "reference"]
Bound = Literal["before", "by", "in", "from"]
FigureRole = Literal["target", "actual", "baseline", "other"]
Direction = Literal["up", "down"]
PartyRole = Literal["lead", "coordinate"]
Result = Literal[
    "exceeded", "completed", "mostly", "in_progress", "not_started", "not_met", "stopped", "unsubstantiated"
]
Timing = Literal["early", "on_time", "late", "unstated"]
Cause = Literal[
    "resources", "approval", "third_party", "coordination", "initiative", "procedure", "land", "external", "assignment"
]
CriterionName = Literal["person", "task", "time", "accountability", "authority", "product"]
CriterionState = Literal["present", "inherited", "unclear", "missing"]

ACTS: tuple[Act, ...] = ("commitment", "claim", "cause", "proposal", "other")
RESULTS: tuple[Result, ...] = (
    "exceeded", "completed", "mostly", "in_progress", "not_started", "not_met", "stopped", "unsubstantiated",
)  # fmt: skip
TIMINGS: tuple[Timing, ...] = ("early", "on_time", "late", "unstated")
CAUSES: tuple[Cause, ...] = (
    "resources", "approval", "third_party", "coordination", "initiative", "procedure", "land", "external", "assignment",
)  # fmt: skip
CRITERIA: tuple[CriterionName, ...] = ("person", "task", "time", "accountability", "authority", "product")
POINTS: dict[CriterionState, float] = {"present": 1.0, "inherited": 1.0, "unclear": 0.5, "missing": 0.0}
