"""Verdicts: what an item's own text amounts to, and what it amounts to in its document."""

from __future__ import annotations

from camket.records import Inherited, Time, Verdict


def verdict(target: bool, times: tuple[Time, ...]) -> Verdict:
    """Verdict of a commitment by its own text: no target is vague, no deadline is incomplete.

    Examples
    --------
    >>> verdict(True, ())
    'incomplete'
    """
    if not target:
        return "vague"
    return "clear" if any(t.role == "deadline" for t in times) else "incomplete"


def verdict_in_document(target: bool, times: tuple[Time, ...], period: Inherited | None) -> Verdict:
    """Verdict with the period that heading, column or title give: a target of "năm 2024" needs no date of its own."""
    own = verdict(target, times)
    return "clear" if own == "incomplete" and period is not None else own
