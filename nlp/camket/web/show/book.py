"""What the page asks of a register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from camket.register.periods import parse_period
from camket.register.records import Row
from camket.register.store import Register
from camket.web.show.charts import Chart, stacked
from camket.web.show.written import period_code

PAGE = 50
# Days back to which a commitment that is past due is looked for.
_LONG_AGO = 20 * 365
# How a commitment, and how a reported thing, may stand.
STATUSES = {
    "commitment": (
        "exceeded", "met", "in_progress", "not_comparable", "not_met", "overdue", "contradicted", "silent",
    ),
    "report": ("reported", "orphan"),
}  # fmt: skip
QUALITIES = ("clear", "incomplete", "vague")
# Names of the conditions in an address.
_NAMES = {"tim": "text", "don-vi": "organisation", "linh-vuc": "field", "tinh-trang": "status"}


@dataclass(frozen=True, slots=True)
class Query:
    """A search of the register as it stands in an address."""

    parameters: Mapping[str, str]
    conditions: dict[str, Any]
    offset: int = 0
    period: str = ""
    bad_period: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Query:
        """A query from an address; what is empty or unknown is as if it were not there."""
        kind = "report" if given.get("loai") == "report" else "commitment"
        parameters = {k: v for k in ("loai", "ky", *_NAMES) if (v := " ".join(given.get(k, "").split())[:200])}
        conditions: dict[str, Any] = {"kind": kind}
        conditions |= {name: parameters[k] for k, name in _NAMES.items() if k in parameters}
        period, bad = _period(parameters.get("ky", ""))
        if period:
            conditions["period"] = parse_period(period)
        start = given.get("tu", "0")
        return cls(parameters, conditions, int(start) if start.isdecimal() and len(start) < 9 else 0, period, bad)

    def get(self, name: str) -> str:
        """A condition as it was given; "" where it was not."""
        return self.parameters.get(name, "")

    def address(self, **changes: str | int) -> str:
        """The end of an address with some conditions changed."""
        return urlencode({**self.parameters, **changes})


def _period(written: str) -> tuple[str, str]:
    """Code of a period, and what was written where that is none."""
    try:
        return (period_code(written) if written else ""), ""
    except ValueError:
        return "", written


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in the filters."""

    organisations: tuple[str, ...]
    fields: tuple[str, ...]
    years: tuple[int, ...]


def choices(register: Register) -> Choices:
    """Organisations in Vietnamese order, fields and years that occur."""
    ask = register.connection.execute
    names = ask("SELECT DISTINCT organisation FROM documents ORDER BY organisation_key")
    fields = ask("SELECT DISTINCT field FROM items ORDER BY field")
    years = ask("SELECT DISTINCT year FROM documents WHERE year IS NOT NULL ORDER BY year DESC")
    return Choices(*(tuple(row[0] for row in rows) for rows in (names, fields, years)))


@dataclass(frozen=True, slots=True)
class Answer:
    """An item at the other end of a link, and how the link stands."""

    row: Row
    outcome: str


@dataclass(frozen=True, slots=True)
class Past:
    """A decision of the past."""

    day: str
    inspector: str
    decision: str
    outcome: str | None
    reason: str
    report: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the register with all that belongs to it."""

    row: Row
    kind: str
    document: str
    answers: tuple[Answer, ...]
    past: tuple[Past, ...]


def entry(register: Register, number: int) -> Entry | None:
    """One item; None where there is none of that number."""
    rows = register.rows_of([number])
    if not rows:
        return None
    kind, document = register.connection.execute(
        "SELECT items.kind, documents.name FROM items JOIN documents ON documents.id = items.document"
        " WHERE items.id = ?",
        (number,),
    ).fetchone()
    linked = dict(register.answers(number) if kind == "commitment" else register.answers_to(number))
    answers = tuple(Answer(row, linked[row.id]) for row in register.rows_of(linked))
    past = register.connection.execute(
        "SELECT decided, inspector, decision, outcome, reason, report FROM decisions WHERE commitment = ? OR report = ?"
        " ORDER BY id DESC",
        (number, number),
    )
    return Entry(rows[0], kind, document, answers, tuple(Past(*row) for row in past))


def charts(register: Register, quality: Mapping[int, Mapping[str, int]], organisation: str = "") -> dict[str, Chart]:
    """Completion by year and by organisation, and quality of the commitments by year."""
    where, values = ("AND documents.organisation = ?", (organisation,)) if organisation else ("", ())
    by_year = _counts(register, "coalesce(documents.year, '—')", where, values)
    by_unit = _counts(register, "documents.organisation", where, values)
    years: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(QUALITIES, 0))
    query = f"SELECT id, coalesce(year, '—') FROM documents WHERE kind = 'commitment' {where} ORDER BY year"
    for number, year in register.connection.execute(query, values):
        for name, count in quality.get(number, {}).items():
            years[str(year)][name] += count
    most = sorted(by_unit.items(), key=lambda pair: -sum(pair[1].values()))[:12]
    return {
        "completion": stacked(list(by_year.items()), STATUSES["commitment"]),
        "organisations": stacked(most, STATUSES["commitment"]),
        "quality": stacked(list(years.items()), QUALITIES),
    }


def due(register: Register, day: date, days: int) -> tuple[list[Row], list[Row], list[Row]]:
    """What falls due within some days; what was due before and is not told to be reached; what reports call overdue."""
    before = register.due(day - timedelta(_LONG_AGO), _LONG_AGO - 1)
    late = register.find(status="overdue", limit=200)
    return register.due(day, days), [row for row in before if row.status != "overdue"], late


def _counts(register: Register, column: str, where: str, values: tuple[str, ...]) -> dict[str, dict[str, int]]:
    query = (
        f"SELECT {column}, items.status, count(*) FROM items JOIN documents ON documents.id = items.document"
        f" WHERE items.kind = 'commitment' {where} GROUP BY 1, 2 ORDER BY 1"
    )
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for name, status, count in register.connection.execute(query, values):
        found[str(name)][status] = count
    return found
