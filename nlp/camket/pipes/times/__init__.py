"""Temporal expressions: where they stand, what they mean, and which are deadlines."""

from camket.pipes.times.finder import find_times

__all__ = ["find_times"]
