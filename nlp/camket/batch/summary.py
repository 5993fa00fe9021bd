"""Counts of a run by organisation and by field."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from camket.batch.work import Outcome

VERDICTS = ("clear", "incomplete", "vague")
ACTS = ("commitment", "claim", "cause", "proposal", "other")
COLUMNS = ("documents", "items", "commitment", *VERDICTS, "claim")


@dataclass(slots=True)
class Summary:
    """What a run has found.

    Attributes
    ----------
    organisations, fields : dict
        Counts (the names of :data:`COLUMNS`) by organisation as first written, "" where a document names none, and by
        field; in order of first appearance.
    total : Counter
        The same over all documents.
    failures : Counter
        Documents that could not be read, by code.
    fails : Counter
        Documents by the levels at which they fail; see :func:`camket.review.failing`.
    """

    organisations: dict[str, Counter[str]] = field(default_factory=dict)
    fields: dict[str, Counter[str]] = field(default_factory=dict)
    total: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    fails: Counter[str] = field(default_factory=Counter)
    _spellings: dict[str, str] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        """Count one document."""
        if outcome.code:
            self.failures[outcome.code] += 1
            return
        whole: Counter[str] = Counter(documents=1)
        parts: dict[str, Counter[str]] = {}
        for name, number in outcome.counts.items():
            area, what = name.split("/")
            # Every item has one act, so that acts count the items.
            counted = {what: number, "items": number} if what in ACTS else {what: number}
            parts.setdefault(area, Counter(documents=1)).update(counted)
            whole.update(counted)
        for area, counts in parts.items():
            self.fields.setdefault(area, Counter()).update(counts)
        self.organisations.setdefault(self._spelling(outcome.issuer), Counter()).update(whole)
        self.total.update(whole)
        self.fails.update(outcome.fails)

    def _spelling(self, name: str) -> str:
        """The first spelling of a name that differs in case and blanks alone."""
        plain = " ".join(unicodedata.normalize("NFC", name).split())
        return self._spellings.setdefault(plain.casefold(), plain)


def numbers(counts: Counter[str]) -> list[int]:
    """The values of :data:`COLUMNS`."""
    return [counts[column] for column in COLUMNS]
