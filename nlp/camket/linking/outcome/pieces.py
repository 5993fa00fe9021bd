"""Several reports on one undivided promise: each tells a piece, together they may reach the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from camket.linking.outcome.answers import best_answers
from camket.linking.outcome.compare import Comparison, compare
from camket.linking.outcome.decide import Setting, judge, part_of
from camket.linking.outcome.promise import promises_of
from camket.linking.outcome.reading import Reading
from camket.linking.quantities import is_measure, unit_name
from camket.linking.records import Judged
from camket.linking.unit import Unit
from camket.pipes.figures.explain import number

_SHORT = frozenset({"not_met", "in_progress", "overdue"})


def judge_together(commitment: Unit, reports: Sequence[Unit], setting: Setting) -> list[Judged]:
    """How a commitment stands by each of its reports; counts that only fall short one by one are added up.

    Parameters
    ----------
    commitment : Unit
    reports : sequence of Unit
        All that answer it, in their order.
    setting : Setting
    """
    judged = [judge(commitment, report, setting) for report in reports]
    if len(reports) < 2 or not all(one.outcome in _SHORT and one.reason == "figures" for one in judged):
        return judged
    whole = _whole([_answer(commitment, report) for report in reports])
    if whole is None or not whole.reached:
        return judged
    return [replace(one, outcome=whole.result, calculation=whole.calculation, pace=None) for one in judged]


def _answer(commitment: Unit, report: Unit) -> Comparison | None:
    """The only figure that a report answers, if it is a count or amount."""
    found = best_answers(commitment, report, promises_of(commitment, part_of(commitment, report)))
    return found[0] if len(found) == 1 and found[0].reading.how in ("value", "sum") else None


def _whole(pieces: Sequence[Comparison | None]) -> Comparison | None:
    """The pieces of one target against it."""
    known = [piece for piece in pieces if piece is not None]
    first = known[0].promise if known else None
    alike = all(piece.promise.figure == first.figure for piece in known) if first else False
    if len(known) < len(pieces) or not alike or first is None or first.is_share or first.is_rate:
        return None
    # Readings of a measure are in the promise's unit already; counted things have to be the same.
    counted = not is_measure(first.figure)
    if counted and any(unit_name(p.reading.figure) != unit_name(known[0].reading.figure) for p in known):
        return None
    values = [piece.reading.value for piece in known]
    shown = f"{' + '.join(map(number, values))} = {number(sum(values))}"
    return compare(first, Reading(sum(values), "sum", known[0].reading.figure, final=False, fit=1.0, calculation=shown))
