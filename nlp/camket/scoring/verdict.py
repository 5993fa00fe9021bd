"""Verdicts: what an item's own text amounts to, and what it amounts to in its document."""

from __future__ import annotations

from collections.abc import Sequence

from camket.records import Cue, Inherited, Time, Verdict


def verdict(target: bool, times: tuple[Time, ...]) -> Verdict:
    """Verdict of a commitment by its own text: no target is vague, no deadline is incomplete.

    Examples
    --------
    >>> verdict(True, ())
    'incomplete'
    """
    if not target:
        return "vague"
    return "clear" if _is_due(times) else "incomplete"


def _is_due(times: Sequence[Time]) -> bool:
    # Loops, here and below: compiled, a generator costs more than all that it gives.
    for time in times:  # noqa: SIM110
        if time.role == "deadline":
            return True
    return False


def waits_for(cues: Sequence[Cue], times: Sequence[Time]) -> Cue | None:
    """The words by which an item makes its own time depend on others ("khi được cấp kinh phí"), if it has no deadline.

    Examples
    --------
    >>> waits_for([Cue(5, 15, "conditional_deadline")], ()).label
    'conditional_deadline'
    """
    if _is_due(times):
        return None
    for cue in cues:
        if cue.label == "conditional_deadline" and not [t for t in times if t.start < cue.end and cue.start < t.end]:
            return cue
    return None


def verdict_in_document(target: bool, times: tuple[Time, ...], period: Inherited | None) -> Verdict:
    """Verdict with the period that heading, column or title give: a target of "năm 2024" needs no date of its own.

    ``period`` is None for an item whose own time waits for others (:func:`waits_for`): it is not due with the document.
    """
    own = verdict(target, times)
    return "clear" if own == "incomplete" and period is not None else own
