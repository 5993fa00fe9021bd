"""What promises are about, to see that two of them speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from camket.records import Figure, Time
from camket.rules.base import View

# A shorter phrase ("diện tích", "số hộ") may mean many things.
_TELLING = 3


@dataclass(frozen=True, slots=True)
class Promise:
    """One promised figure: its topic (measured words, unit, owner), value and deadline."""

    index: int
    topic: tuple[str, str | None, str]
    bounds: tuple[float | None, float | None]
    figure: Figure
    deadline: Time | None


def promises(views: Sequence[View]) -> Iterator[Promise]:
    """Promised figures whose measured words tell what they are about, in reading order."""
    for index, view in enumerate(views):
        if view.act != "commitment":
            continue
        owner = view.item.owner.value if view.item.owner else ""
        deadline = view.deadlines[0] if len(view.deadlines) == 1 else None
        for figure in view.targets:
            words = _topic(view, figure)
            if len(words) >= _TELLING:
                topic = (" ".join(words), figure.unit, owner)
                yield Promise(index, topic, (figure.low, figure.high), figure, deadline)


def _topic(view: View, figure: Figure) -> list[str]:
    if figure.indicator is None:
        return []
    start, end = figure.indicator
    end = min([end, *(t.start for t in view.times if start <= t.start < end)])
    return view.item.text[start:end].lower().strip(" -+,.;:").split()
