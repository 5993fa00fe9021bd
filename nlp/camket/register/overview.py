"""What a register says as a whole: standing, completion, what falls due, what is signed or copied in the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from camket.audit.boilerplate import boilerplate_index
from camket.audit.drift import plain
from camket.linking.summary import cell_of
from camket.register.queries import FROM, Conditions
from camket.register.records import Row
from camket.register.store import Register

_ALL = 10_000_000
_GROUPS = {"organisation": "documents.organisation", "field": "items.field"}
_MET = "sum(items.status IN ('met', 'exceeded'))"
Completion = tuple[str, int, int]  # name, met, all


@dataclass(frozen=True)
class Overview:
    """An organisation and period, or all.

    Attributes
    ----------
    rows : list of Row
        The commitments.
    official : dict
        Counts by completion and time; keys as of :func:`camket.linking.summary.table`.
    by_organisation, by_field : list of (str, int, int)
        Name, met, all.
    due : list of Row
        Not yet met, due within 30 days.
    boilerplate : list of (str, float)
        Share of each organisation's commitments that another one signed in the same words; 0 is left out.
    copied : list of (str, str, tuple of int)
        Organisation, sentence, and the years in which it stands word for word.
    """

    rows: list[Row]
    official: dict[tuple[str, str], int]
    by_organisation: list[Completion]
    by_field: list[Completion]
    due: list[Row]
    boilerplate: list[tuple[str, float]]
    copied: list[tuple[str, str, tuple[int, ...]]]


def overview(
    register: Register,
    organisation: str | None = None,
    period: tuple[date, date] | None = None,
    day: date | None = None,
) -> Overview:
    """Sum up a register.

    Parameters
    ----------
    register : Register
    organisation : str, optional
        Only this one; without marks, too.
    period : (date, date), optional
        Only what falls due in it.
    day : date, optional
        From when the next 30 days are counted; today by default.
    """
    chosen = Conditions(organisation=organisation, period=period)
    every = register.find(organisation=organisation, limit=_ALL)
    return Overview(
        register.find(organisation=organisation, period=period, limit=_ALL), _official(register, chosen),
        completion(register, "organisation", chosen), completion(register, "field", chosen),
        register.due(day or date.today(), organisation=organisation),
        _boilerplate(register, organisation, every), copied(every),
    )  # fmt: skip


def _official(register: Register, chosen: Conditions) -> dict[tuple[str, str], int]:
    clause, values = chosen.where()
    query = f"SELECT items.status, items.late, count(*){FROM} WHERE {clause} GROUP BY 1, 2"
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for status, late, count in register.connection.execute(query, values):
        counts[cell_of(status, None if late is None else bool(late))] += count
    return dict(counts)


def completion(register: Register, by: str = "organisation", chosen: Conditions | None = None) -> list[Completion]:
    """Commitments met and all of them, by "organisation" or "field", the best first."""
    clause, values = (chosen or Conditions()).where()
    query = (
        f"SELECT {_GROUPS[by]}, {_MET}, count(*){FROM} WHERE {clause} GROUP BY 1"
        f" ORDER BY 1.0 * {_MET} / count(*) DESC, 1"
    )
    return [tuple(row) for row in register.connection.execute(query, values)]


def _boilerplate(register: Register, organisation: str | None, own: Iterable[Row]) -> list[tuple[str, float]]:
    texts: dict[str, list[str]] = defaultdict(list)
    for row in own if organisation is None else register.find(limit=_ALL):
        texts[row.organisation].append(row.text)
    shown = {row.organisation for row in own}
    found = [(name, share) for name, share in boilerplate_index(texts).items() if share and name in shown]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def copied(rows: Iterable[Row]) -> list[tuple[str, str, tuple[int, ...]]]:
    """Sentences that an organisation signed word for word in more than one year, the most years first."""
    years: dict[tuple[str, tuple[str, ...]], set[int]] = defaultdict(set)
    texts: dict[tuple[str, tuple[str, ...]], str] = {}
    for row in rows:
        if row.day:
            key = row.organisation, plain(row.text)
            years[key].add(int(row.day[:4]))
            texts[key] = row.text
    found = [(key[0], texts[key], tuple(sorted(when))) for key, when in years.items() if len(when) > 1]
    return sorted(found, key=lambda one: (-len(one[2]), one[0], one[1]))
