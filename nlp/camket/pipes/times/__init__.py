"""Temporal expressions: where they stand, what they mean, and which are deadlines."""

from camket.pipes.times.cues import LABELS as CUE_LABELS
from camket.pipes.times.cues import add_phrases, find_time_cues
from camket.pipes.times.explain import explain, with_explanation
from camket.pipes.times.finder import find_times
from camket.pipes.times.normal import normal_form
from camket.pipes.times.roles import assign_roles

__all__ = [
    "CUE_LABELS", "add_phrases", "assign_roles", "explain", "find_time_cues", "find_times", "normal_form",
    "with_explanation",
]  # fmt: skip
