"""Links and decisions of a register, and the status that follows from them: decisions win over the machine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from camket.linking.summary import ORDER
from camket.register.records import FiledLink

Standing = tuple[str, bool | None]  # status, and whether the due day had passed


def places(connection: sqlite3.Connection, document: int) -> dict[str, int]:
    """Numbers of a document's items by their ids there."""
    return dict(connection.execute("SELECT place, id FROM items WHERE document = ?", (document,)))


def replace_links(connection: sqlite3.Connection, commitment: int, report: int, links: Iterable[FiledLink]) -> None:
    """Set the machine's links between two documents in place of its earlier ones, and the status of their items."""
    mine, theirs = places(connection, commitment), places(connection, report)
    connection.execute(
        "DELETE FROM links WHERE commitment IN (SELECT id FROM items WHERE document = ?)"
        " AND report IN (SELECT id FROM items WHERE document = ?)",
        (commitment, report),
    )
    connection.executemany(
        "INSERT INTO links (commitment, report, outcome, probability, reason, calculation, late)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (mine[x.commitment], theirs[x.report], x.outcome, x.probability, x.reason, x.calculation, x.late)
            for x in links
        ],
    )
    refresh(connection, [*mine.values()], [*theirs.values()])


def refresh(connection: sqlite3.Connection, commitments: Sequence[int], reports: Sequence[int]) -> None:
    """Set the status of items by their links and what was decided on them."""
    for number in commitments:
        _set(connection, number, _standing(connection, number))
    for number in reports:
        linked = any(linked_items(connection, "report", "commitment", number))
        _set(connection, number, ("reported" if linked else "orphan", None))


def _set(connection: sqlite3.Connection, number: int, standing: Standing) -> None:
    connection.execute(
        "UPDATE items SET status = ?, late = ? WHERE id = ? AND (status, late) IS NOT (?, ?)",
        (*standing, number, *standing),
    )


def _standing(connection: sqlite3.Connection, commitment: int) -> Standing:
    whole = connection.execute(
        "SELECT outcome FROM decisions WHERE commitment = ? AND report IS NULL AND outcome IS NOT NULL"
        " ORDER BY id DESC LIMIT 1",
        (commitment,),
    ).fetchone()
    if whole:
        return whole[0], None
    answers = linked_items(connection, "commitment", "report", commitment)
    if not answers:
        return "silent", None
    _, outcome, late = min(answers, key=lambda answer: ORDER.index(answer[1]))
    return outcome, late


def linked_items(
    connection: sqlite3.Connection, side: str, other: str, number: int
) -> list[tuple[int, str, bool | None]]:
    """Items linked with one, each with outcome and lateness; ``side`` is the kind of the one."""
    links = connection.execute(f"SELECT {other}, outcome, late FROM links WHERE {side} = ?", (number,))
    found: dict[int, Standing] = {item: (outcome, late) for item, outcome, late in links}
    for item, decision, outcome in _decided(connection, side, other, number):
        if decision == "rejected":
            found.pop(item, None)
        elif outcome:
            found[item] = outcome, found[item][1] if found.get(item, ("", None))[0] == outcome else None
        elif item not in found:
            found[item] = "not_comparable", None
    return [(item, *standing) for item, standing in sorted(found.items())]


def _decided(
    connection: sqlite3.Connection, side: str, other: str, number: int
) -> Iterator[tuple[int, str, str | None]]:
    yield from connection.execute(
        f"SELECT {other}, decision, outcome FROM decisions WHERE {side} = ? AND report IS NOT NULL ORDER BY id",
        (number,),
    )
