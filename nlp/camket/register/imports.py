"""Take annotated documents into a register, and link reports with the commitments they answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from camket.linking.documents import Side
from camket.linking.match import match_annotations
from camket.linking.reading import read_side
from camket.linking.records import Match
from camket.linking.unit import prepare
from camket.pipes.fields import find_field
from camket.records import Annotation, Kind
from camket.register.queries import documents_of, stored_items
from camket.register.records import Entry, FiledLink, Filing
from camket.register.store import Register


def filing(side: Side, kind: Kind, organisation: str = "") -> Filing:
    """A read document as a register takes it: only what promises or reports."""
    units = prepare(side.annotations)
    kept = [u.annotation for u in units if (u.promises if kind == "commitment" else u.reports)]
    entries = tuple(Entry(a.item.id, a.item.text, find_field(a.item), due_of(a)) for a in kept)
    return Filing(organisation or side.organisation, kind, side.day, side.document.name, entries)


def due_of(annotation: Annotation) -> date | None:
    """Day on which a commitment falls due: its own last deadline, or else the end of its document's period."""
    days = [t.last_day for t in annotation.evidence.times if t.role == "deadline" and t.last_day]
    period = annotation.item.period.time if annotation.item.period else None
    return max(days, default=None) or (period.to if period else None)


def add_pair(register: Register, commitment: Side, report: Side, organisation: str = "") -> int:
    """Register two documents of an organisation and their links; all or nothing, and once however often it is done.

    Returns
    -------
    int
        How many links there are.
    """
    name = organisation or commitment.organisation or report.organisation
    found = match_annotations(commitment.annotations, report.annotations, name)
    with register.transaction():
        mine, theirs = (
            register.add(filing(commitment, "commitment", name)),
            register.add(filing(report, "report", name)),
        )
        links = _filed(found)
        register.link(mine, theirs, links)
    return len(links)


def _filed(found: Match) -> list[FiledLink]:
    return [
        FiledLink(x.commitment, x.report, x.judged.outcome, x.probability, x.judged.reason, x.judged.calculation,
                  x.judged.late)
        for x in found.links
    ]  # fmt: skip


def add_document(register: Register, side: Side, kind: Kind, organisation: str = "") -> tuple[int, int]:
    """Register one document, and link it with the other side's documents of its organisation that the register has.

    A report is linked with the commitments of its year and the year before that were signed before it, a commitment
    with the reports that came after it.

    Returns
    -------
    (int, int)
        How many items it has, and how many links there are now.
    """
    found = filing(side, kind, organisation)
    count = 0
    with register.transaction():
        mine = register.add(found)
        for other, annotations in _counterparts(register, found):
            sides = (side.annotations, annotations) if kind == "commitment" else (annotations, side.annotations)
            links = _filed(match_annotations(sides[0], sides[1], found.organisation))
            pair = (mine, other) if kind == "commitment" else (other, mine)
            register.link(*pair, links)
            count += len(links)
    return len(found.entries), count


def _counterparts(register: Register, found: Filing) -> Iterator[tuple[int, list[Annotation]]]:
    """Documents of the other kind that belong to one, annotated anew from what the register holds of them."""
    if found.day is None:
        return
    other: Kind = "report" if found.kind == "commitment" else "commitment"
    for number, day in documents_of(register.connection, found.organisation, other):
        signed, told = (found.day, day) if found.kind == "commitment" else (day, found.day)
        if signed <= told and told.year - signed.year <= 1:
            yield number, read_side(stored_items(register.connection, number, other, day))
