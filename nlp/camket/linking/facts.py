"""Evidence between a commitment and a reported thing beside the words in common: figures, kinds, places."""

from __future__ import annotations

from collections.abc import Sequence

from camket.linking.facets import has_rival, kinds_conflict, numbered_match
from camket.linking.outcome.answers import answer_fit
from camket.linking.outcome.decide import part_of
from camket.linking.outcome.promise import promises_of
from camket.linking.quantities import echoes, measures_apart, same_measure, same_size
from camket.linking.unit import Unit

_MOST_FIT = 2.0
_KINDS_APART = 0.7  # kinds are told less surely apart than names and numbers
Facts = dict[str, float]


def facts_of(commitments: Sequence[Unit], reports: Sequence[Unit]) -> dict[tuple[int, int], Facts]:
    """Facts of every commitment with every reported thing, by their places."""
    return {(i, j): _facts(c, r) for i, c in enumerate(commitments) for j, r in enumerate(reports)}


def _facts(commitment: Unit, report: Unit) -> Facts:
    number = numbered_match(commitment.text, report.text)
    apart = number < 0 or has_rival(commitment.text, report.text)
    figures = report.annotation.evidence.figures
    fit = _fit(commitment, report) if figures else 0.0
    promised = any(figure.role == "target" for figure in commitment.annotation.evidence.figures)
    return {
        "apart": float(apart) or _KINDS_APART * min(1, kinds_conflict(commitment.text, report.text)),
        "number_same": float(number > 0),
        "echo": echoes(commitment, report),
        "measure": same_measure(commitment, report),
        "size": same_size(commitment, report),
        "other_measure": float(measures_apart(commitment, report)),
        "no_figures": float(not figures),
        "figure_fit": fit,
        "no_fit": float(bool(figures) and promised and not fit),
    }


def _fit(commitment: Unit, report: Unit) -> float:
    """How well the words around the best reported figure suit a promised one; 0 where none suits."""
    promises = promises_of(commitment, part_of(commitment, report))
    return min(_MOST_FIT, answer_fit(commitment, report, promises)) if promises else 0.0
