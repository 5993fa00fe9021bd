"""Match two files: a commitment and a report of the same organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from camket import io, items
from camket.linking.match import match_annotations
from camket.linking.reading import read_side
from camket.linking.records import Match
from camket.records import Annotation, Document, Kind


@dataclass(frozen=True)
class Side:
    """A document as one side of a match: its day and its annotated items."""

    document: Document
    day: date | None
    annotations: tuple[Annotation, ...]

    @property
    def organisation(self) -> str:
        """Who issued it; empty where the document does not say."""
        return self.document.metadata.issuer or ""


@dataclass(frozen=True)
class DocumentMatch:
    """Two documents and what links them."""

    commitment: Side
    report: Side
    match: Match

    def record(self) -> dict[str, Any]:
        """A pair as the corpus guidelines have it, with links."""
        sides = {name: _side_record(side) for name, side in (("commitment", self.commitment), ("report", self.report))}
        return {
            "pair": f"{self.commitment.document.name} · {self.report.document.name}",
            "unit": self.commitment.organisation or self.report.organisation, **sides, **self.match.record(),
        }  # fmt: skip


def _side_record(side: Side) -> dict[str, Any]:
    units = [{"id": a.item.id, "text": a.item.text} for a in side.annotations]
    return {"name": side.document.name, "date": side.day.isoformat() if side.day else None, "units": units}


def read_document(path: str | Path, kind: Kind, day: date | None = None) -> Side:
    """Read a file as one side of a match.

    Raises
    ------
    camket.io.ReadError
        Where the file can't be read.
    """
    return side_of(io.read(path), kind, day)


def side_of(document: Document, kind: Kind, day: date | None = None) -> Side:
    """A document that has been read as one side of a match; its own date counts where no ``day`` is given."""
    when = day or document.metadata.date
    parts = [item for item in items.split(document, date=when) if item.kind == kind]
    # A document that does not look like what it was given as is read as that throughout.
    return Side(document, when, tuple(read_side(parts or items.split(document, kind=kind, date=when))))


def match_documents(commitment: Side, report: Side) -> DocumentMatch:
    """Link the items of two documents."""
    unit = commitment.organisation or report.organisation
    return DocumentMatch(commitment, report, match_annotations(commitment.annotations, report.annotations, unit))
