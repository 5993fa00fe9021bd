"""Digits that are neither a time nor a figure: document numbers, roads, telephone numbers, names."""

from camket.pipes.identifiers.finder import find_identifiers

__all__ = ["find_identifiers"]
