"""Clauses and their mood: done, planned or neither."""

from camket.pipes.clauses.finder import Clause, find_clauses

__all__ = ["Clause", "find_clauses"]
