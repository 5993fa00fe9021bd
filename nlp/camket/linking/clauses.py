"""The clause of a report that suits a commitment best, and whether another commitment suits it better.

A report that tells of several things in one sentence answers several promises, each with a clause of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from camket.linking.parts import parts_of
from camket.linking.terms import Term
from camket.linking.unit import Unit
from camket.linking.weights import TermWeights

_FEW = 0.5  # weight that keeps a clause of one common word from counting as a whole


def clause_facts(commitments: Sequence[Unit], report: Unit, weights: TermWeights) -> list[dict[str, float]]:
    """Facts of one report's clauses for each commitment, in their order."""
    inner = sorted(report.inner, key=_start)
    clauses = [part.names | _names(inner, part.start, part.end) for part in parts_of(report)]
    terms = [{term.name for term in (*c.terms, *c.inner)} for c in commitments]
    if not clauses or not terms:
        return [_facts(np.zeros((1, 1)), np.zeros(1), 0, alone=True) for _ in commitments]
    shared = np.array([[weights.mass(here & clause) for clause in clauses] for here in terms])
    mass = np.array([weights.mass(clause) for clause in clauses])
    whole = np.array([[weights.mass(here)] for here in terms])
    fit = shared / np.sqrt((mass + _FEW) * (whole + _FEW))
    share = (shared / (mass + 2 * _FEW)).max(axis=1)
    return [_facts(fit, share, i, alone=len(clauses) == 1) for i in range(len(commitments))]


def _start(term: Term) -> int:
    return term.start


def _names(terms: Sequence[Term], start: int, end: int) -> set[str]:
    """Names of those of ``terms``, which are in order, that begin within these offsets."""
    first, last = (bisect_left(terms, offset, key=_start) for offset in (start, end))
    return {term.name for term in terms[first:last]}


def _facts(fit: np.ndarray, share: np.ndarray, row: int, *, alone: bool) -> dict[str, float]:
    """Facts of one commitment, from fits of shape (n_commitments, n_clauses) and shares of shape (n_commitments,)."""
    best = int(fit[row].argmax())
    own, rivals = float(fit[row, best]), np.delete(fit[:, best], row)
    rival = float(rivals.max()) if len(rivals) else 0.0
    first = own > 0 and own >= rival
    return {
        "clause_fit": own, "clause_gap": own - rival, "clause_first": float(first),
        "clause_own": float(first and not alone), "clause_share": float(share[row]),
    }  # fmt: skip
