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

from camket.web.desk.pairs import Ruling
from camket.web.show.pairs import ruled

if TYPE_CHECKING:
    from camket.linking.documents import Side
    from camket.records import Kind
    from camket.register.store import Register
    from camket.report.tracking import Dossier
    from camket.report.words import Words

File = tuple[bytes, str]


def match(commitment: File, report: File) -> str:
    """A commitment and a report side by side, as JSON: items, links, silent and orphan ones."""
    from camket.convert import to_dict
    from camket.linking.documents import match_documents

    found = match_documents(_side(commitment, "commitment"), _side(report, "report"))
    unit = found.commitment.organisation or found.report.organisation
    sides = {"commitment": _told(found.commitment), "report": _told(found.report)}
    return json.dumps({"unit": unit, **sides, "match": to_dict(found.match)}, ensure_ascii=False)


def _side(file: File, kind: Kind) -> Side:
    from camket.io.reader import read_bytes
    from camket.linking.documents import side_of

    return side_of(read_bytes(*file), kind)


def _told(side: Side) -> dict[str, Any]:
    from camket.register.imports import due_of

    items = [
        {
            "id": a.item.id, "label": a.item.label, "text": a.item.text, "heading": " › ".join(a.item.headings),
            "due": due.isoformat() if (due := due_of(a)) else "",
        }
        for a in side.annotations
    ]  # fmt: skip
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
    """Enter a single document into the register, linked with what it holds of the organisation's other side."""
    from camket.register.imports import add_document, filing
    from camket.register.store import Register

    side = _side(file, kind)
    with Register(path) as register, register.transaction():
        add_document(register, side, kind, organisation)
        number = register.add(filing(side, kind, organisation))
    return {kind: number, "quality": _quality(side)}


def export_pair(
    format: str, commitment: File, report: File, rulings: Sequence[Mapping[str, str]], language: str
) -> bytes:
    """A pair as inspectors have ruled it, as a file: "docx", "xlsx" or "html"."""
    from camket.audit.delays import delays
    from camket.linking.documents import match_documents
    from camket.report.tracking.match import match_dossier

    found = match_documents(_side(commitment, "commitment"), _side(report, "report"))
    found = replace(found, match=ruled(found.match, [Ruling(**r) for r in rulings]))
    words = _words(language)
    return _rendered(match_dossier(found, list(delays(found.report.annotations)), words), format, words)


def export_overview(path: str, format: str, unit: str | None, period: str | None, language: str) -> bytes:
    """The register of an organisation and period (or all) summed up, as a file."""
    from camket.register.overview import overview
    from camket.register.periods import parse_period
    from camket.register.store import Register
    from camket.report.tracking.register import register_dossier

    words = _words(language)
    with Register(path) as register:
        found = overview(register, unit, parse_period(period) if period else None)
    return _rendered(register_dossier(found, words, unit, period), format, words)


def _words(language: str) -> Words:
    from camket.report.words import Words

    return Words("en" if language == "en" else "vi", "register_messages")


def _rendered(dossier: Dossier, format: str, words: Words) -> bytes:
    from camket.report.tracking import render

    content = render(dossier, format, words)
    return content.encode() if isinstance(content, str) else content


def _quality(side: Side) -> dict[str, int]:
    """How many commitments of a document are clear, incomplete, vague."""
    counts = Counter(a.judgement.verdict_in_document for a in side.annotations)
    return {verdict: counts[verdict] for verdict in ("clear", "incomplete", "vague")}


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
