"""Causes: why a thing fell short, by class."""

from camket.pipes.causes.finder import find_cause_cues, find_causes, find_hits

__all__ = ["find_cause_cues", "find_causes", "find_hits"]
