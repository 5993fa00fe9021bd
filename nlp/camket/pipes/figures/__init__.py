"""Quantities: numbers in digits and words with unit, bounds and role."""

from camket.pipes.figures.assign import assign_roles
from camket.pipes.figures.explain import explain
from camket.pipes.figures.finder import find_figures

__all__ = ["assign_roles", "explain", "find_figures"]
