"""Give times their final role, once the item's act is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from camket.pipes.role_model import load_role_model
from camket.pipes.source import Source
from camket.pipes.times.finder import Found, find_frames, make_time
from camket.pipes.times.frames import Frame
from camket.pipes.times.role_features import MODEL, features
from camket.pipes.times.role_rules import decide
from camket.records import Act, Time, TimeRole

ROLES: tuple[TimeRole, ...] = ("deadline", "as_of", "reference")


def assign_roles(times: Sequence[Time], source: Source, act: Act) -> tuple[Time, ...]:
    """Decide what each time is for, and find again the years that depend on it.

    Rules answer first; a small linear model over the words around the time, which knows their answer, has the last
    word. Without a trained model in the installation the rules decide alone.

    Parameters
    ----------
    times : sequence of Time
        From :func:`camket.pipes.times.find_times`.
    source : Source
        The same item.
    act : Act
        What the item does: "năm 2021" is a deadline in a commitment and the period reported on in a claim.

    Returns
    -------
    tuple of Time
        The same times with their roles; values of times without a year may move by a year.

    Examples
    --------
    >>> from datetime import date
    >>> from camket.pipes.times import find_times
    >>> from camket.records import Item
    >>> source = Source(Item("Đạt 12 tỷ đồng, so với năm 2020 tăng 5%.", "report", date(2021, 12, 10)))
    >>> [t.role for t in assign_roles(find_times(source), source, "claim")]
    ['reference']
    """
    found = find_frames(source)
    by_span = {source.syllables.span(f.first, f.last): f for f in found.frames}
    final = []
    for rank, time in enumerate(times):
        frame = by_span[(time.start, time.end)]
        final.append(_assign(frame, time, source, act, found, (rank, len(times))))
    return tuple(final)


def _assign(frame: Frame, time: Time, source: Source, act: Act, found: Found, rank: tuple[int, int]) -> Time:
    moved = make_time(frame, source, replace(found.setting, ahead=is_ahead(frame, source, act))) or time
    rule = decide(frame, moved, source, act)
    model = load_role_model(MODEL)
    role = model.choose(act, features(frame, moved, source, act, rule, rank)) if model else None
    return replace(moved, role=role or rule)  # type: ignore[arg-type]


def is_ahead(frame: Frame, source: Source, act: Act) -> bool:
    """Whether a time without a year is the next such day: in what is promised or asked for, not in what is reported."""
    if act in ("commitment", "proposal"):
        return True
    if act == "claim":
        return source.clause_at(frame.first).mood == "planned" and source.item.kind == "report" and frame.bound != "from"
    return source.item.kind == "commitment"
