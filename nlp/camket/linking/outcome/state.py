"""What the words of a report say of a promise, apart from figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from camket.lexicons import lexicon
from camket.linking.facets import has_rival
from camket.linking.outcome.cells import row_of
from camket.linking.outcome.told import syllables, told_figures
from camket.linking.quantities import MOST
from camket.linking.unit import Unit
from camket.records import Claim, Figure

_STATE = lexicon("linking")["state"]
_DONE, _FAILED, _NONE, _HAPPENED, _FINAL, _OPEN, _STEP, _PRODUCT = (
    re.compile("|".join(_STATE[name]))
    for name in ("done", "failed", "none", "happened", "final", "open", "step", "product")
)
_AGAINST, _EXCEPTION, _GIVEN, _CASES = (re.compile(_STATE[name]) for name in ("against", "exception", "given", "cases"))
_STEP_ASIDE = re.compile(_STATE["step_aside"])
_LATE_DONE, _RUNS = re.compile(_STATE["late_done"]), re.compile(_STATE["runs"])
_NONE_HURT = re.compile(_STATE["none_hurt"])
_PROGRESS = re.compile(_STATE["progress"])
_TURNED, _PUT_OFF = re.compile(_STATE["turned"]), re.compile(_STATE["put_off"])
_CASES_OF = tuple((kind, re.compile(case)) for kind, case in _STATE["cases_of"])
_GRADE = re.compile(r"\bmức(?: độ)? (\d)\b")
_REST = re.compile(_STATE["rest"])
_SOME = re.compile(_STATE["some"])
_OVER = re.compile(_STATE["over"])
_HARDSHIP = re.compile(r"vượt (?:qua|lên|nắng|khó)")
_PROGRESS_OF, _WHOLE = re.compile(r"(?:được|xong|mới) (\d+(?:,\d+)?) ?% ([^\W\d_]+)"), 100
_MORE = re.compile(_STATE["more"])
_ALL = re.compile(lexicon("linking")["figures"]["all"])
_REACHED = re.compile(_STATE["reached"])
# What is promised may itself be a step: then the report has to name that step.
_PROMISED_STEPS = tuple((re.compile(mine), re.compile(theirs)) for mine, theirs in _STATE["promised_steps"])
_END = re.compile(r"[;.](?=\s|$)")
_STILL = re.compile(r"\bvẫn còn \W*$", re.IGNORECASE)
_TURN, _TURN_LENGTH = re.compile(r"\b(?:nhưng|song|tuy nhiên)\b"), 9
_OPENS = 40  # characters that hold the deed a promise begins with
_QUOTED = 6  # characters behind a word that tell a quotation
_UNFINISHED = frozenset({"in_progress", "not_started", "not_met", "stopped", "mostly"})


@dataclass(frozen=True, slots=True)
class State:
    """The state of a promise in words.

    Attributes
    ----------
    is_told : bool
        Whether something checkable is said.
    is_done, exceeds : bool
        Whether it is said to be done, or more than done.
    is_under_way : bool
        Whether words of work to be done, or of a step on the way, stand in it.
    says_done : bool
        Whether the words judge the promise as a whole to be kept ("theo cam kết").
    is_final : bool
        Whether the report itself gives it up for the period.
    says_none, counts_cases : bool
        Whether no case is said to have happened, or some are counted.
    counts_rest : bool
        Whether what is still to be done is counted.
    says_failed : bool
        Whether the words judge the promise as a whole not to be kept ("không đạt kế hoạch").
    has_exception : bool
        Whether one month or quarter is named in which it was not kept.
    awaits_product : bool
        Whether a recognition or certificate was promised and the report is still waiting for it.
    says_over : bool
        Whether more than planned is all that the words judge: bad where less is better.
    counts_some : bool
        Whether a few cases are admitted beside the word that there was none ("không xảy ra …, chỉ có 03 lần").
    """

    is_told: bool
    is_done: bool
    exceeds: bool
    is_under_way: bool
    says_done: bool
    is_final: bool
    says_none: bool
    counts_cases: bool
    counts_rest: bool
    says_failed: bool
    has_exception: bool
    awaits_product: bool
    says_over: bool = False
    counts_some: bool = False


def state_of(commitment: Unit, report: Unit) -> State:
    """Read what a report says of a commitment."""
    claims = _claims(commitment, report)
    said = " ; ".join(_whole(report, c) for c in claims).lower() or report.text.lower()
    if len(commitment.names & report.names) > 1:  # of several works each may stand in another way
        said = report.text.lower()
    told = any(c.result != "unsubstantiated" for c in claims) or _is_concrete(report)
    done = told and _is_done(commitment, report, claims, said)
    row, text = row_of(report), report.text.lower()
    verdict = row.verdict if row else None
    says_done = (bool(_DONE.search(text)) and not _FAILED.search(said)) or verdict is True
    return State(
        is_told=told,
        is_done=done,
        exceeds=any(c.result == "exceeded" and not _HARDSHIP.search(report.text.lower(), c.start) for c in claims),
        is_under_way=_is_open(commitment, said) or _is_step(commitment, said),
        says_done=says_done and verdict is not False,
        is_final=bool(_FINAL.search(said)),
        says_none=(bool(_NONE.search(_without_hurt(commitment, text))) and not _HAPPENED.search(text))
        or bool(row and row.is_nothing),
        counts_cases=_counts(report) or _names_case(commitment, report),
        counts_rest=any(one.is_rest for one in told_figures(report)) or bool(_REST.search(text)),
        says_failed=bool(_AGAINST.search(text)) or verdict is False,
        has_exception=bool(_EXCEPTION.search(text)),
        awaits_product=not done and bool(_GIVEN.search(commitment.text.lower())),
        says_over=bool(_OVER.search(text) or (verdict and "vượt" in text)) and not _DONE.search(_OVER.sub("", text)),
        counts_some=bool(_NONE.search(text)) and (bool(_SOME.search(text)) or _names_case(commitment, report)),
    )


def _without_hurt(commitment: Unit, text: str) -> str:
    """A text without the word that nobody was hurt, where that was not promised ("cháy kho, không có thương vong")."""
    return text if _NONE_HURT.search(commitment.text.lower()) else _NONE_HURT.sub(" ", text)


def _names_case(commitment: Unit, report: Unit) -> bool:
    """Whether a case of what was not to happen is told by another name ("bạo lực": "05 em đánh bạn")."""
    mine, theirs = commitment.text.lower(), report.text.lower()
    return any(kind in mine and kind_of.search(theirs) for kind, kind_of in _CASES_OF) and _counts(report)


def _claims(commitment: Unit, report: Unit) -> Sequence[Claim]:
    """The claims on the promise: the one that shares most, and those behind it on what is left."""
    claims = report.annotation.evidence.claims[:MOST]
    here = syllables(commitment.text)
    shared = [len(syllables(report.text[c.start : c.end]) & here) for c in claims]
    if not claims:
        return ()
    best = shared.index(max(shared))
    found = [claims[best]]
    for claim in claims[best + 1 :]:
        turns = _TURN.search(report.text.lower(), found[-1].end, claim.start + _TURN_LENGTH)
        if not turns and not _goes_on(commitment, report, claim):
            break
        found.append(claim)
    return found


def _whole(report: Unit, claim: Claim) -> str:
    """The words of a claim from the "vẫn còn" before it to the next claim or the end of the sentence."""
    others = (other.start for other in report.annotation.evidence.claims if other.start >= claim.end)
    end = min(others, default=len(report.text))
    sentence = _END.search(report.text, claim.end, end)
    before = _STILL.search(report.text[: claim.start])
    return report.text[before.start() if before else claim.start : sentence.start() if sentence else end]


def _goes_on(commitment: Unit, report: Unit, other: Claim) -> bool:
    """Whether a further claim tells of the rest of the same thing: a count, a remainder, another of the same kind."""
    text = report.text[other.start : other.end]
    if any(name in text.lower() for name in commitment.names & report.names):
        return True
    if has_rival(commitment.text, text):
        return False
    return bool(_MORE.match(text.lower()))


def _is_done(commitment: Unit, report: Unit, claims: Sequence[Claim], said: str) -> bool:
    mine, theirs = commitment.text.lower(), report.text.lower()
    for promised, reported in _PROMISED_STEPS:
        if promised.search(mine):
            taken = _STEP_ASIDE.sub(" ", theirs)
            return bool(reported.search(taken)) and not re.search(
                r"(?:chưa|không|dự kiến|sẽ)\s+(?:\w+\s+){0,2}" + f"(?:{reported.pattern})", taken
            )
    if _is_lower_grade(mine, report.text[claims[0].start : claims[0].end].lower() if claims else theirs):
        return False
    if any(sign.search(theirs) for sign in (_TURNED, _PUT_OFF, _REST)) or _awaits(commitment, theirs):
        return False
    if _LATE_DONE.search(theirs):
        return True
    open_claims = (c for c in claims if c.result in _UNFINISHED)
    if not all(_runs(report.text[c.start : c.end]) for c in open_claims) or _is_open(commitment, said):
        return False
    if _is_share_done(commitment, said):
        return False
    return not _is_step(commitment, said) or bool(_REACHED.search(said))


def _awaits(commitment: Unit, theirs: str) -> bool:
    """Whether a recognition was promised and only steps towards it are told ("đã khảo sát, đang bổ sung")."""
    if not _GIVEN.search(commitment.text.lower()) or _REACHED.search(theirs):
        return False
    return _is_open(commitment, theirs) and _is_step(commitment, theirs)


def _is_step(commitment: Unit, said: str) -> bool:
    """Whether a step on the way is told that is not what the promise begins with ("Ký hợp đồng giao khoán …")."""
    text = commitment.text.lower()
    promised = frozenset[str]() if _PRODUCT.search(text) else syllables(text[:_OPENS])
    return any(not syllables(m[0]) <= promised for m in islice(_STEP.finditer(said), MOST))


def _is_lower_grade(mine: str, theirs: str) -> bool:
    """Whether a lower grade than the promised one is told ("mức độ 1" of "mức độ 2")."""
    promised, told = _GRADE.findall(mine), _GRADE.findall(theirs)
    return bool(promised and told) and max(told) < min(promised)


def _runs(text: str) -> bool:
    """Whether what is going on is what was promised: people are at school, the plant is working."""
    return bool(_RUNS.search(text.lower())) and not _OPEN.search(text.lower())


def _is_share_done(commitment: Unit, said: str) -> bool:
    """Whether a work without figures is said to be done by less than all ("Kè đạt 70%")."""
    if commitment.annotation.evidence.figures:
        return False
    found = _PROGRESS.search(said) or _PROGRESS_OF.search(said)
    if found is None or (found.re is _PROGRESS_OF and found[2] not in commitment.text.lower()):
        return False
    return float(found[1].replace(",", ".")) < _WHOLE


def _is_open(commitment: Unit, said: str) -> bool:
    """Whether words of unfinished work stand in a text that are not the promise's own ("việc chưa có điều kiện")."""
    promised = commitment.text.lower()
    found = islice(_OPEN.finditer(said), MOST)
    return any(said[m.start() : m.end() + _QUOTED].strip() not in promised for m in found)


def _is_concrete(report: Unit) -> bool:
    """Whether something checkable stands in a report without a claim that was recognised."""
    evidence, text = report.annotation.evidence, report.text.lower()
    dated = any(t.from_ and t.to and t.to - t.from_ < timedelta(days=100) for t in evidence.times)
    signs = (_STEP, _OPEN, _PRODUCT, _ALL)
    return bool(evidence.figures) or dated or any(sign.search(text) for sign in signs)


def _counts(report: Unit) -> bool:
    """Whether cases are counted, in words or by a figure."""
    return bool(_CASES.search(report.text.lower())) or any(
        one.column in ("", "actual") and _is_count(one.figure) for one in told_figures(report)
    )


def _is_count(figure: Figure) -> bool:
    counted = figure.unit not in ("%", "VND", None) and figure.of is None
    return figure.role == "actual" and (figure.low or 0) > 0 and counted
