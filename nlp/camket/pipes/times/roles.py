"""Tell deadlines, dates that a report holds for, and other references apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from camket.pipes.role_model import RoleModel, find_weights, read_role_model
from camket.pipes.source import Source
from camket.pipes.times.redate import redate
from camket.pipes.times.role_context import Place, read_places
from camket.pipes.times.role_features import MAKERS, tell_time
from camket.pipes.times.rules import decide, is_over, settled
from camket.records import Act, Time, TimeRole

MODEL: Final = "time_roles"
ROLES: Final[tuple[TimeRole, ...]] = ("deadline", "as_of", "reference")


def assign_roles(times: Sequence[Time], source: Source, act: Act) -> tuple[Time, ...]:
    """Decide for each time of an item whether it is a deadline, the time a result holds for, or a reference.

    Rules answer first; a small linear model over the words around the time, which is told their answer, has the last
    word. Without a trained model in the installation the rules decide alone.

    Parameters
    ----------
    times : sequence of Time
        From :func:`camket.pipes.times.find_times`.
    source : Source
        The same item.
    act : Act
        What the item does as a whole.

    Returns
    -------
    tuple of Time
        The same times with their roles; a year that the text leaves out is looked for ahead of the document's date
        where the time is promised.

    Examples
    --------
    >>> from datetime import date
    >>> from camket.pipes.times import find_times
    >>> from camket.records import Item
    >>> item = Item("Đến 30/6 đã chi 5 tỷ đồng, phấn đấu chi hết trước 15/12.", "report", date(2021, 7, 5))
    >>> source = Source(item)
    >>> [(t.role, t.to.isoformat()) for t in assign_roles(find_times(source), source, "claim")]
    [('as_of', '2021-06-30'), ('deadline', '2021-12-15')]
    """
    if not times:
        return ()
    model = _load_model()
    return tuple([_assign(place, act, model) for place in read_places(times, source)])


def _assign(place: Place, act: Act, model: RoleModel | None) -> Time:
    role = settled(place, act)
    if role is None:
        role = decide(place, act)
        adder = model.adder(act) if model else None
        if model and adder:
            tell_time(adder, place, role)
            role = model.best(adder)  # type: ignore[assignment]
    if role == "deadline" and act in ("commitment", "proposal") and is_over(place):
        role = "as_of" if place.has("done") else "reference"
    time = place.time
    if time.role != role:
        # Written out: dataclasses.replace would take three times as long.
        time = Time(
            time.start, time.end, role, time.from_, time.to, time.bound, time.rrule, time.event, time.cues,
            time.explanation,
        )  # fmt: skip
    return redate(time, place, act)


@cache
def _load_model() -> RoleModel | None:
    path = find_weights(MODEL)
    return read_role_model(path, MAKERS) if path else None
