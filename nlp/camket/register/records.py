"""What a register takes in and gives out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, get_args

from camket.records import Kind

Status = Literal[
    "exceeded", "met", "not_met", "in_progress", "overdue", "contradicted", "not_comparable", "silent", "reported",
    "orphan",
]  # fmt: skip
STATUSES: tuple[Status, ...] = get_args(Status)
Ruling = Literal["accepted", "rejected", "corrected"]
RULINGS: tuple[Ruling, ...] = ("accepted", "rejected", "corrected")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a document: its id there, text, field of administration and due date."""

    place: str
    text: str
    field: str = "general"
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """A document to be registered: the commitments, or the reported things, of one organisation at one date."""

    organisation: str
    kind: Kind
    day: date | None
    name: str
    entries: tuple[Entry, ...]

    @property
    def fingerprint(self) -> str:
        """Same for the same content, whatever the file is called."""
        parts = [self.organisation, self.kind, str(self.day), *(f"{e.place}\t{e.text}" for e in self.entries)]
        return sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class FiledLink:
    """A link between items by their ids in the two documents."""

    commitment: str
    report: str
    outcome: str
    probability: float
    reason: str = ""
    calculation: str = ""
    late: bool | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A registered item as a query gives it."""

    id: int
    organisation: str
    day: str | None
    place: str
    text: str
    field: str
    due: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What an inspector decided on a commitment, or on its link to a reported thing; it wins over the machine.

    ``outcome`` is given where the status is corrected.
    """

    commitment: int
    decision: Ruling
    reason: str
    inspector: str
    report: int | None = None
    outcome: str | None = None
