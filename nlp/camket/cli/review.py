"""Decisions of people, applied to the reports of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from camket.cli.common import atomic_bytes, fail, say
from camket.config import Loaded
from camket.records import Report
from camket.report.words import Words
from camket.review import (
    Suppression,
    apply_baseline,
    apply_suppressions,
    complaints,
    from_comments,
    read_baseline,
    read_suppressions,
    write_baseline,
)


class Reviewer:
    """Marks findings that were set aside or accepted before.

    Paths given on the command line go before those of the configuration.
    """

    def __init__(
        self, loaded: Loaded, suppressions: str | None, baseline: str | None, new_baseline: str | None, words: Words
    ) -> None:
        side = Path(suppressions) if suppressions else loaded.path(loaded.config.suppressions)
        before = Path(baseline) if baseline else loaded.path(loaded.config.baseline)
        self.words = words
        self.new_baseline = new_baseline
        self.side: list[Suppression] = read_suppressions(side) if side else []
        self.baseline = read_baseline(before) if before else None
        self._used: set[Suppression] = set()
        for line in complaints(self.side, frozenset(), kind="no_reason"):
            say(line)

    def review(self, report: Report) -> Report:
        """The report with statuses, and warnings on decisions in its comments that have no effect."""
        own = from_comments(report.document)
        report, used = apply_suppressions(report, [*own, *self.side])
        self._used |= used
        warnings = [*complaints(own, used, kind="no_reason"), *complaints(own, used, kind="unused")]
        report = replace(report, warnings=(*report.warnings, *warnings))
        return apply_baseline([report], self.baseline)[0] if self.baseline else report

    def end(self, reports: Sequence[Report]) -> None:
        """Name the decisions of the side file that met nothing, and write the new baseline."""
        for line in complaints(self.side, frozenset(self._used), kind="unused"):
            say(line)
        if self.new_baseline:
            try:
                atomic_bytes(Path(self.new_baseline), write_baseline(reports).encode())
            except OSError as error:
                fail(self.words("cannot_write", path=self.new_baseline, reason=error.strerror))
