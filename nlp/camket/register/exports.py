"""A register for others: data frames, spreadsheets, Parquet, labels for training."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from camket.register.records import Row
from camket.register.store import Register

if TYPE_CHECKING:
    import pandas

_ALL = 10_000_000
# A cell that begins so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def frame(register: Register, **conditions: Any) -> pandas.DataFrame:
    """Items as a data frame, one row each; conditions as in :meth:`Register.find`."""
    import pandas

    rows = [asdict(row) for row in register.find(**{"limit": _ALL, **conditions})]
    return pandas.DataFrame(rows, columns=[f.name for f in fields(Row)])


def export(register: Register, path: str | Path, **conditions: Any) -> int:
    """Write items to an .xlsx, .parquet or .csv file.

    Returns
    -------
    int
        How many rows were written.

    Raises
    ------
    ValueError
        Where the name ends in something else.
    """
    table, target = frame(register, **conditions), Path(path)
    if target.suffix == ".parquet":
        table.to_parquet(target, index=False)
    elif target.suffix == ".xlsx":
        table.map(_safe).to_excel(target, index=False, engine="xlsxwriter")
    elif target.suffix == ".csv":
        table.map(_safe).to_csv(target, index=False, encoding="utf-8-sig")
    else:
        raise ValueError(target.suffix)
    return len(table)


def _safe(value: Any) -> Any:
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def labels(register: Register) -> Iterator[dict[str, Any]]:
    """What inspectors decided on links, as labels: the last decision on each, with both texts."""
    query = (
        "SELECT d.decision, coalesce(d.outcome, l.outcome), d.reason, c.text, r.text, documents.organisation"
        " FROM decisions d JOIN items c ON c.id = d.commitment JOIN items r ON r.id = d.report"
        " JOIN documents ON documents.id = c.document"
        " LEFT JOIN links l ON l.commitment = d.commitment AND l.report = d.report WHERE d.id IN"
        " (SELECT max(id) FROM decisions WHERE report IS NOT NULL GROUP BY commitment, report) ORDER BY d.id"
    )
    for decision, outcome, reason, commitment, report, organisation in register.connection.execute(query):
        yield {
            "unit": organisation, "commitment": commitment, "report": report, "linked": decision != "rejected",
            "outcome": None if decision == "rejected" else outcome, "reason": reason,
        }  # fmt: skip
