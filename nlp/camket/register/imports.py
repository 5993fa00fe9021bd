"""Take annotated documents into a register, and link reports with the commitments they answer."""

from __future__ import annotations

from datetime import date

from camket.linking.documents import Side
from camket.linking.match import match_annotations
from camket.linking.unit import prepare
from camket.pipes.fields import find_field
from camket.records import Annotation, Kind
from camket.register.records import Entry, FiledLink, Filing
from camket.register.store import Register


def filing(side: Side, kind: Kind, organisation: str = "") -> Filing:
    """A read document as a register takes it: only what promises or reports."""
    units = prepare(side.annotations)
    kept = [u.annotation for u in units if (u.promises if kind == "commitment" else u.reports)]
    entries = tuple(Entry(a.item.id, a.item.text, find_field(a.item), _due(a)) for a in kept)
    return Filing(organisation or side.organisation, kind, side.day, side.document.name, entries)


def _due(annotation: Annotation) -> date | None:
    days = [t.to for t in annotation.evidence.times if t.role == "deadline" and t.to]
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
        links = [
            FiledLink(x.commitment, x.report, x.judged.outcome, x.probability, x.judged.reason, x.judged.calculation)
            for x in found.links
        ]
        register.link(mine, theirs, links)
    return len(links)
