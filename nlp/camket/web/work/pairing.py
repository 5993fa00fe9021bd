"""Tasks on pairs of documents and on the register."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from camket.linking.documents import Side
    from camket.records import Kind
    from camket.register.store import Register

File = tuple[bytes, str]


def match(commitment: File, report: File) -> str:
    """A commitment and a report side by side, as JSON: items, links, silent and orphan ones."""
    from camket.linking.documents import match_documents

    found = match_documents(_side(commitment, "commitment"), _side(report, "report"))
    links = [
        {
            "commitment": link.commitment, "report": link.report, "outcome": link.judged.outcome,
            "reason": link.judged.reason, "calculation": link.judged.calculation, "missing": link.judged.missing,
            "late": link.judged.late, "probability": link.probability, "terms": list(link.terms),
        }
        for link in found.match.links
    ]  # fmt: skip
    unit = found.commitment.organisation or found.report.organisation
    sides = {"commitment": _told(found.commitment), "report": _told(found.report)}
    rest = {"silent": found.match.silent, "orphan": found.match.orphan, "unsure": found.match.unsure}
    return json.dumps({"unit": unit, **sides, "links": links, **rest}, ensure_ascii=False)


def _side(file: File, kind: Kind) -> Side:
    from camket.linking.documents import read_document

    data, name = file
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "van-ban").with_suffix(Path(name).suffix[:8])
        path.write_bytes(data)
        side = read_document(path, kind)
    return replace(side, document=replace(side.document, name=name))


def _told(side: Side) -> dict[str, Any]:
    items = [
        {"id": a.item.id, "label": a.item.label, "text": a.item.text, "heading": " › ".join(a.item.headings)}
        for a in side.annotations
    ]
    return {"name": side.document.name, "day": side.day.isoformat() if side.day else "", "items": items}


def file_pair(
    path: str, commitment: File, report: File, organisation: str, rulings: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
    """Enter a pair and what was decided on its links into the register."""
    from camket.register.imports import add_pair, filing
    from camket.register.store import Register

    mine, theirs = _side(commitment, "commitment"), _side(report, "report")
    name = organisation or mine.organisation or theirs.organisation
    with Register(path) as register, register.transaction():
        add_pair(register, mine, theirs, name)
        numbers = register.add(filing(mine, "commitment", name)), register.add(filing(theirs, "report", name))
        for ruling in rulings:
            decide(register, *numbers, ruling)
    return {"commitment": numbers[0], "report": numbers[1], "quality": _quality(mine)}


def decide(register: Register, commitment: int, report: int, ruling: Mapping[str, str]) -> None:
    """Enter a decision on a link, whose ends are given by their ids in two registered documents.

    One on an item that the register does not hold (a heading, say) is passed over.
    """
    from camket.register.records import Decision

    ends = [_number(register, *end) for end in ((commitment, ruling["commitment"]), (report, ruling["report"]))]
    if None in ends:
        return
    outcome, reason, name = ruling["outcome"] or None, ruling["reason"], ruling["inspector"]
    register.decide(Decision(ends[0], ruling["decision"], reason, name, ends[1], outcome))  # type: ignore[arg-type]


def _number(register: Register, document: int, place: str) -> int | None:
    query = "SELECT id FROM items WHERE document = ? AND place = ?"
    row = register.connection.execute(query, (document, place)).fetchone()
    return row[0] if row else None


def file_one(path: str, file: File, kind: Kind, organisation: str) -> dict[str, Any]:
    """Enter a single document into the register; its commitments count as not reported until a report comes."""
    from camket.register.imports import filing
    from camket.register.store import Register

    side = _side(file, kind)
    with Register(path) as register:
        number = register.add(filing(side, kind, organisation))
    return {kind: number, "quality": _quality(side)}


def _quality(side: Side) -> dict[str, int]:
    """How many commitments of a document are clear, incomplete, vague."""
    counts = Counter(a.judgement.verdict_in_document for a in side.annotations)
    return {verdict: counts[verdict] for verdict in ("clear", "incomplete", "vague")}  # type: ignore[index]


def export_register(path: str, suffix: str, conditions: Mapping[str, Any]) -> bytes:
    """Items of the register as a file of their own, ".xlsx" or ".csv"."""
    from camket.register.exports import export
    from camket.register.store import Register

    period = conditions.get("period")
    if period:
        conditions = {**conditions, "period": tuple(map(date.fromisoformat, period))}
    with tempfile.TemporaryDirectory() as folder, Register(path) as register:
        target = Path(folder, f"so-theo-doi{suffix}")
        export(register, target, **conditions)
        return target.read_bytes()
