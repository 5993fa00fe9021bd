"""Records of linking: links with their outcome, and what is left over."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Outcome = Literal["exceeded", "met", "not_met", "in_progress", "overdue", "contradicted", "not_comparable"]
OUTCOMES: tuple[Outcome, ...] = (
    "exceeded", "met", "not_met", "in_progress", "overdue", "contradicted", "not_comparable",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pace:
    """Shares of the target that is reached and of the period that has gone, 0 to 1 and above.

    Examples
    --------
    >>> Pace(done=0.42, elapsed=0.5).is_behind, Pace(done=0.55, elapsed=0.5).is_behind
    (True, False)
    """

    done: float
    elapsed: float

    @property
    def is_behind(self) -> bool:
        """Whether less is done than an even course asks for."""
        return self.done < self.elapsed


@dataclass(frozen=True, slots=True)
class Judged:
    """How a promise stands, and the calculation or words that say so.

    ``missing`` names what a comparison lacks: "base", "target", "scope", "period", "value". ``late`` is whether the due
    date had passed when it was done, or, if it is not done, at the report's date; None where that is not known.
    """

    outcome: Outcome
    reason: str
    calculation: str = ""
    missing: str = ""
    late: bool | None = None
    pace: Pace | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A reported thing that tells how a commitment stands.

    ``terms`` are the words both have in common, the most telling first.
    """

    commitment: str
    report: str
    judged: Judged
    probability: float
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """All that linking says of a pair of documents.

    ``unsure`` are pairs of ids that were too close to call; ``praised`` are pairs of a commitment and a report that
    praises where a result was to be told.
    """

    links: tuple[Link, ...] = ()
    silent: tuple[str, ...] = ()
    orphan: tuple[str, ...] = ()
    unsure: tuple[tuple[str, str, float], ...] = ()
    praised: tuple[tuple[str, str], ...] = ()

    def record(self) -> dict[str, Any]:
        """The fields of the corpus guidelines' pair."""
        links = [
            {
                "commitment": link.commitment, "report": link.report, "outcome": link.judged.outcome,
                "probability": round(link.probability, 4), "reason": link.judged.reason,
                **({"calculation": link.judged.calculation} if link.judged.calculation else {}),
                **({"late": link.judged.late} if link.judged.late is not None else {}),
                **({"pace": asdict(link.judged.pace)} if link.judged.pace else {}),
                **({"missing": link.judged.missing} if link.judged.missing else {}),
                "terms": list(link.terms),
            }
            for link in self.links
        ]  # fmt: skip
        unsure = [{"commitment": c, "report": r, "probability": round(p, 4)} for c, r, p in self.unsure]
        praised = [{"commitment": c, "report": r} for c, r in self.praised]
        return {
            "links": links, "silent": list(self.silent), "orphan": list(self.orphan), "unsure": unsure,
            "praised": praised,
        }  # fmt: skip
