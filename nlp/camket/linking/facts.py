"""Evidence between a commitment and a reported thing beside the words in common: figures, kinds, places."""

from __future__ import annotations

from collections.abc import Sequence

from camket.linking.actions import actions, actions_apart
from camket.linking.clauses import clause_facts
from camket.linking.facets import has_rival, kinds_conflict, numbered_match
from camket.linking.outcome.answers import answer_fit
from camket.linking.outcome.decide import part_of
from camket.linking.outcome.promise import promises_of
from camket.linking.quantities import adds_up, echoes, implies_plan, measures_apart, same_measure, same_size
from camket.linking.subject import named_words, subject_share
from camket.linking.unit import Unit
from camket.linking.weights import TermWeights

_MOST_FIT = 2.0
_KINDS_APART = 0.7  # kinds are told less surely apart than names and numbers
Facts = dict[str, float]


def facts_of(
    commitments: Sequence[Unit], reports: Sequence[Unit], weights: TermWeights
) -> dict[tuple[int, int], Facts]:
    """Facts of every commitment with every reported thing, by their places."""
    named = [[named_words(unit.text) for unit in side] for side in (commitments, reports)]
    clauses = [clause_facts(commitments, report, weights) for report in reports]
    return {
        (i, j): {
            **_facts(c, r), **clauses[j][i],
            "subject": subject_share(c, r, named[0][i] | named[1][j], weights),
        }
        for i, c in enumerate(commitments) for j, r in enumerate(reports)
    }  # fmt: skip


def _facts(commitment: Unit, report: Unit) -> Facts:
    number = numbered_match(commitment.text, report.text)
    apart = number < 0 or has_rival(commitment.text, report.text)
    figures = report.annotation.evidence.figures
    fit = _fit(commitment, report) if figures else 0.0
    promised = any(figure.role == "target" for figure in commitment.annotation.evidence.figures)
    other_work = actions_apart(commitment.text, report.text)
    return {
        "apart": float(apart) or _KINDS_APART * min(1, kinds_conflict(commitment.text, report.text)),
        "number_same": float(number > 0),
        "other_work": float(other_work),
        "other_work_there": float(other_work and bool(commitment.names & report.names)),
        "same_work": float(bool(actions(commitment.text) & actions(report.text))),
        "echo": echoes(commitment, report),
        "plan": float(implies_plan(commitment, report)),
        "adds_up": float(adds_up(commitment, report)),
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
