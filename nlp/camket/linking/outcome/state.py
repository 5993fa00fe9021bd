"""What the words of a report say of a promise, apart from figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from camket.lexicons import lexicon
from camket.linking.parts import Part, parts_of
from camket.linking.unit import Unit
from camket.linking.words import TABLES
from camket.records import Claim
from camket.text.lexer import Syllables

_STATE = lexicon("linking")["state"]
_DONE = re.compile("|".join(_STATE["done"]))
_FAILED = re.compile("|".join(_STATE["failed"]))
_NONE = re.compile("|".join(_STATE["none"]))
_NO_CASES = frozenset({"%", "VND", None})


@dataclass(frozen=True, slots=True)
class State:
    """The state of a promise in words.

    Attributes
    ----------
    is_told : bool
        Whether something checkable is said.
    is_done, exceeds : bool
        Whether it is said to be done, or more than done.
    says_done, says_failed : bool
        Whether the words judge the promise as a whole ("theo cam kết", "không đạt").
    says_none, counts_cases : bool
        Whether no case is said to have happened, or some are counted.
    of_named_part : bool
        Whether only some of the promise's named places or works are told of.
    """

    is_told: bool
    is_done: bool
    exceeds: bool
    says_done: bool
    says_failed: bool
    says_none: bool
    counts_cases: bool
    of_named_part: bool


def state_of(commitment: Unit, report: Unit, part: Part) -> State:
    """Read the clause of a report that tells of a part of a commitment."""
    claim = _claim(commitment, report, part)
    text = report.text.lower()
    told = claim is not None and claim.result != "unsubstantiated"
    done = told and claim is not None and claim.result in ("completed", "exceeded") and not _is_step(commitment, report, claim)
    said = report.text[claim.start : claim.end].lower() if claim else text
    return State(
        is_told=told,
        is_done=done,
        exceeds=bool(claim and claim.result == "exceeded"),
        says_done=bool(_DONE.search(text)) and not _FAILED.search(said),
        says_failed=bool(_FAILED.search(said)),
        says_none=bool(_NONE.search(text)),
        counts_cases=_counts(report),
        of_named_part=len(commitment.names) > 1 and bool(commitment.names & report.names) and bool(commitment.names - report.names),
    )  # fmt: skip


def _claim(commitment: Unit, report: Unit, part: Part) -> Claim | None:
    """The claim that shares most with the promise; of equals the first."""
    here = {t.name for t in commitment.terms}
    claims = report.annotation.evidence.claims

    def shared(claim: Claim) -> float:
        names = {t.name for t in report.terms if claim.start <= t.start < claim.end}
        return len(names & part.names) + 0.5 * len(names & here)

    return max(claims, key=shared, default=None)


def _is_step(commitment: Unit, report: Unit, claim: Claim) -> bool:
    """Whether what is done is only a step on the way to what was promised."""
    said = report.text[claim.start : claim.end]
    table = TABLES["step"]
    steps = table.scan(Syllables(said).codes)
    return bool(steps) and not table.scan(Syllables(commitment.text).codes)


def _counts(report: Unit) -> bool:
    return any(f.role == "actual" and (f.low or 0) > 0 and f.unit not in _NO_CASES and f.of is None
               for f in report.annotation.evidence.figures)  # fmt: skip
