"""Which findings are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from camket.records import CRITERIA, Annotation, Report
from camket.web.show.decisions import Asked

STATES = ("open", "agreed", "dismissed")
VERDICTS = ("vague", "incomplete", "clear")


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of findings: what is missing (a verdict or a criterion), and how they stand; "" is all."""

    about: str = ""
    state: str = ""

    @classmethod
    def of(cls, about: str, state: str) -> Filter:
        """A filter from an address; what is unknown is as if it were not there."""
        known = (*VERDICTS, *CRITERIA)
        return cls(about if about in known else "", state if state in STATES else "")

    @property
    def query(self) -> str:
        """The filter as it stands in an address; "" where it takes all."""
        return urlencode({k: v for k, v in (("loc", self.about), ("tt", self.state)) if v})

    def takes(self, one: Asked, annotation: Annotation | None) -> bool:
        """Whether a finding is shown."""
        return self._suits(one, annotation) and (not self.state or (one.ruling or "open") == self.state)

    def _suits(self, one: Asked, annotation: Annotation | None) -> bool:
        if self.about in VERDICTS:
            return annotation is not None and annotation.judgement.verdict_in_document == self.about
        return not self.about or one.finding.criterion == self.about


def chosen(found: Iterable[Asked], report: Report, filter: Filter) -> list[Asked]:
    """Findings that a filter takes."""
    return [one for one in found if filter.takes(one, _annotation(one, report))]


def counts(found: Sequence[Asked], report: Report) -> dict[str, int]:
    """How many findings each choice would show."""
    about = {name: len(chosen(found, report, Filter(name))) for name in ("", *VERDICTS, *CRITERIA)}
    return {**about, **{name: len(chosen(found, report, Filter(state=name))) for name in STATES}}


def _annotation(one: Asked, report: Report) -> Annotation | None:
    return None if one.item is None else report.annotations[one.item]
