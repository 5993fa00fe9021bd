"""Why things are late, as the text claims: class, objective or subjective, new deadline, owner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from camket.records import Annotation, Cause

_SUBJECTIVE = re.compile(
    r"chủ quan|thiếu chủ động|chưa quyết liệt|chưa chủ động|nể nang|năng lực (?:còn )?hạn chế|trông chờ|ỷ lại"
)
_OBJECTIVE = re.compile(r"khách quan|thiên tai|dịch bệnh|mưa lũ|thời tiết|giá vật liệu|biến động")
# Where the text does not say, the class does.
_BY_CLASS: dict[str, Literal["objective", "subjective"]] = {
    "initiative": "subjective", "coordination": "subjective", "external": "objective", "third_party": "objective",
    "approval": "objective",
}  # fmt: skip


Kind = Literal["objective", "subjective", "mixed", "unclear"]
_SAYING: tuple[tuple[Kind, re.Pattern[str]], ...] = (("subjective", _SUBJECTIVE), ("objective", _OBJECTIVE))


@dataclass(frozen=True, slots=True)
class Delay:
    """Causes that one item gives.

    ``stated`` tells whether the text itself calls them objective or subjective; else the kind follows from the class.
    """

    item: str
    causes: tuple[Cause, ...]
    kind: Kind
    stated: bool
    new_deadline: date | None
    has_owner: bool


def delays(annotations: Iterable[Annotation]) -> Iterator[Delay]:
    """Delays of a report with their causes.

    Examples
    --------
    >>> from camket.pipeline import analyse
    >>> from camket.records import Item
    >>> item = Item("Nguyên nhân chủ quan là cán bộ thiếu chủ động.", "report", date(2023, 12, 1), id="1")
    >>> [(d.kind, d.stated) for d in delays(analyse([item]))]
    [('subjective', True)]
    """
    for annotation in annotations:
        if annotation.evidence.causes:
            yield _delay(annotation)


def _delay(annotation: Annotation) -> Delay:
    text, evidence = annotation.item.text.lower(), annotation.evidence
    said = {name for name, words in _SAYING if words.search(text)}
    kinds = said or {_BY_CLASS[c] for c in evidence.causes if c in _BY_CLASS}
    kind: Kind = "mixed" if len(kinds) > 1 else next(iter(kinds), "unclear")
    day = annotation.item.date
    due = [t.last_day for t in evidence.times if t.role == "deadline" and t.last_day]
    later = [last for last in due if day is None or last > day]
    return Delay(
        annotation.item.id, evidence.causes, kind, bool(said), max(later, default=None), bool(evidence.parties)
    )
