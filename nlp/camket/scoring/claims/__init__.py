"""Claims: the clauses of an item whose state is reported, each with result, timing and whether it is an estimate."""

from camket.scoring.claims.finder import find_claims

__all__ = ["find_claims"]
