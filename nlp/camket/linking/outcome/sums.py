"""Neighbouring values of one unit that together are the result: "5.120 ha vụ Xuân và 2.650 ha vụ Mùa"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from camket.lexicons import lexicon
from camket.linking.actions import actions
from camket.linking.facets import kinds_conflict
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading, word_fit
from camket.linking.outcome.told import Told, syllables
from camket.linking.quantities import is_measure, unit_name, value_in
from camket.pipes.figures.explain import number

_WORDS = lexicon("linking")["sums"]
_NO_SUM, _UNDONE, _STRONG, _DONE, _TERM = (
    re.compile(_WORDS[name]) for name in ("never", "undone", "not_yet", "done", "term")
)
_LOST, _AHEAD = re.compile(_WORDS["lost"]), re.compile(_WORDS["ahead"])
_CAME_OF = re.compile(_WORDS["came_of"])
_PREPARED = re.compile(lexicon("linking")["figures"]["prepared_count"])
_GIVES = re.compile(lexicon("linking")["figures"]["gives"])
_MEMBERS = {name: frozenset(members) for name, members in _WORDS["members"].items()}
_NEAR = 30
_SHORT = 1  # letters of a unit that is no noun
_IN_ALL = re.compile(r"\btổng (?:số )?[^,;.\d]*$")
_PART = re.compile(r"[,;:.(\d]")
_ALMOST, _BEYOND = 0.8, 1.5
_LIST = 3  # parts from which on they are one
_NAMED_NEXT = re.compile(r"[^,;.:\d]{0,12}[;,] [^,;.:\d]{2,20}")  # the name of the next part alone
_MOST = 5  # parts that are added up


def sums(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Sums of neighbouring values in the target's unit, or of counted things that the promise names."""
    if _NO_SUM.search(text) or "/" in unit_name(promise.figure) or promise.is_rate:
        return
    valued = [(one, _value(promise, one)) for one in told if not is_prepared(promise, one)]
    known = [(one, value) for one, value in valued if value is not None]
    own = [(one, value) for one, value in known if value_in(one.figure, unit_name(promise.figure)) is not None]
    for numbers in (known, own) if 1 < len(own) < len(known) else (known,):
        yield from _runs(promise, numbers, text)


def _runs(promise: Promise, known: Sequence[tuple[Told, float]], text: str) -> Iterator[Reading]:
    for first in range(len(known)):
        for last in range(first + 2, min(len(known), first + _MOST) + 1):
            run = known[first:last]
            if _adds(promise, [one for one, _ in run], sum(value for _, value in run), text):
                yield _sum(promise, run)


def _value(promise: Promise, one: Told) -> float | None:
    value = value_in(one.figure, unit_name(promise.figure))
    counted = not is_measure(promise.figure) and not is_measure(one.figure)
    return one.figure.low if value is None and counted else value


def products(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """ "ba lớp, mỗi lớp 25 học viên"."""
    for one, other in pairwise(told):
        between = text[one.figure.end : other.figure.start]
        each = value_in(other.figure, unit_name(promise.figure))
        if each is not None and one.figure.low and re.search(rf"mỗi {re.escape(one.figure.unit or '-')}\b", between):
            shown = f"{number(one.figure.low)} × {number(each)} = {number(one.figure.low * each)}"
            fit = max(word_fit(promise, one), word_fit(promise, other)) + 1.2
            yield Reading(one.figure.low * each, "sum", other.figure, final=False, fit=fit, calculation=shown)


def _sum(promise: Promise, run: Sequence[tuple[Told, float]]) -> Reading:
    total = sum(value for _, value in run)
    shown = f"{' + '.join(number(value) for _, value in run)} = {number(total)}"
    fit = max(word_fit(promise, one) for one, _ in run) + 0.6 + 0.1 * len(run)
    return Reading(total, "sum", run[0][0].figure, False, fit, shown)


def _adds(promise: Promise, run: Sequence[Told], total: float, text: str) -> bool:
    """Whether values are parts of one result."""
    if any(one.is_estimate or one.is_earlier or one.figure.of or _is_lost(promise, one) for one in run):
        return False
    if _is_far_beyond(promise, run, total) or _is_level_and_change(run):
        return False
    signs = [text[a.figure.end : b.figure.start] for a, b in pairwise(run)]
    # What stands before a colon is what the numbers behind it are of.
    if any(_AHEAD.search(sign) or ":" in sign for sign in signs):
        return False
    alike = all(value_in(one.figure, unit_name(promise.figure)) is not None or _is_named(promise, one) for one in run)
    if total == promise.figure.low and not any(one.is_whole for one in run):
        return is_completed(run, text, sure=alike)
    if any(kinds_conflict(promise.text, one.near) for one in run):
        return False
    if not alike or any(one.is_rest for one in run) or _UNDONE.search(text[run[-1].figure.end :]):
        return False
    if all(_named_both(promise, a, b, text) for a, b in pairwise(run)) or _is_list(run, text):
        return True
    odd = any(one.is_whole or one.figure.direction for one in run)
    return not odd and all(_joined(promise, a, b, text) for a, b in pairwise(run))


def _is_level_and_change(run: Sequence[Told]) -> bool:
    """Whether one number is what is left and another by how much that is less ("còn 58 hộ, giảm 31 hộ")."""
    return len({one.is_level for one in run}) > 1 and any(one.figure.direction == "down" for one in run)


def _is_far_beyond(promise: Promise, run: Sequence[Told], total: float) -> bool:
    """Whether one part all but reaches the promise and the sum is far beyond it: the same ones, counted twice."""
    goal = promise.figure.low or promise.figure.high or 0.0
    most = max(_value(promise, one) or 0.0 for one in run)
    return most >= _ALMOST * goal and total > _BEYOND * goal


def is_completed(run: Sequence[Told], text: str, *, sure: bool = True) -> bool:
    """Whether the last of several parts is done as well ("51 hộ tự tháo; 13 hộ còn lại bị cưỡng chế ngày 29/3").

    Parameters
    ----------
    run : sequence of Told
        Parts that make up all.
    text : str
        The report in lower case.
    sure : bool
        Whether they are of one unit; else it has to be said that the last one is done.
    """
    behind = text[run[-1].figure.end :]
    said = bool(_DONE.search(behind))
    sure = sure and not text[: run[-1].figure.start].endswith("còn ")
    return not _STRONG.search(behind) and (said or (sure and not any(one.is_rest for one in run)))


def _is_lost(promise: Promise, one: Told) -> bool:
    """Whether a number counts what is gone or stuck ("12 doanh nghiệp giải thể") and the promise is not of that."""
    found = _LOST.search(one.near)
    return found is not None and found[0] not in promise.text


def is_other_deed(promise: Promise, one: Told) -> bool:
    """Whether a number counts what came of the work ("nhắc nhở 06 trường"), which was not what was promised."""
    found = _CAME_OF.search(one.near)
    return found is not None and found[0] not in promise.text and not actions(one.near) & actions(promise.text)


def is_prepared(promise: Promise, one: Told) -> bool:
    """Whether a number counts those who are to get what was promised ("968 người đăng ký", "đề nghị 12 hộ")."""
    return any(
        one.figure.low == float(re.sub(r"\D", "", found[0])) and found[0].strip("0123456789 .") not in promise.text
        for found in _PREPARED.finditer(one.near)
    )  # fmt: skip


def _is_list(run: Sequence[Told], text: str) -> bool:
    """Whether three numbers of one unit or more stand in a list ("03 giải nhất, 11 giải nhì và 16 giải ba ở …")."""
    signs = [text[a.figure.end : b.figure.start].strip().split(" ")[-1] for a, b in pairwise(run)]
    between = [text[a.figure.end : b.figure.start] for a, b in pairwise(run)]
    commas = all(part.rstrip().endswith((",", " và")) for part in between)
    if len(run) < _LIST or len({one.figure.unit for one in run}) > 1:
        return False
    return (commas and signs[-1] == "và") or all(map(_NAMED_NEXT.fullmatch, between))


def _named_both(promise: Promise, one: Told, other: Told, text: str) -> bool:
    """Whether the promise names what each of two values counts, by a word of its own."""
    words = syllables(promise.text)
    mine, theirs = (part.own & words or part.lead & words for part in (one, other))
    parted = ";" in text[one.figure.end : other.figure.start]
    near = not parted and (mine | theirs) <= promise.words
    if mine - theirs and theirs - mine and (near or _lists(promise, mine, theirs)):
        return True
    # "cấp mới 46 dự án, 388 triệu USD; tăng thêm 229 triệu USD": the words stand before another figure.
    wide = one.sentence & words, other.sentence & words
    return one.sentence != other.sentence and _lists(promise, wide[0] - wide[1], wide[1] - wide[0])


def _lists(promise: Promise, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the promise names both kinds side by side ("cấp mới và tăng thêm")."""
    return any(
        re.search(rf"\b{re.escape(a)}(?: và|,) {re.escape(b)}\b", promise.text)
        for one, other in ((mine, theirs), (theirs, mine)) for a in one for b in other
    )  # fmt: skip


def _is_named(promise: Promise, one: Told) -> bool:
    """Whether the promise counts that noun, too ("40 máy tính, điện thoại")."""
    unit = one.figure.unit or ""
    return len(unit) > _SHORT and re.search(rf"(?:,|và) {re.escape(unit)}\b", promise.text) is not None


def _joined(promise: Promise, one: Told, other: Told, text: str) -> bool:
    """Whether two are parts of one result: results of two terms, kinds of one whole, or joined by "và"."""
    between = text[one.figure.end : other.figure.start]
    if re.search(r"[.(]", between):
        return False
    before = text[max(0, one.figure.start - _NEAR) : one.figure.start]
    if (_TERM.search(before) and _TERM.search(between)) or _members(promise, one, other):
        return True
    words = promise.words - syllables(promise.figure.unit or "")
    mine, theirs = ((a.own - b.own) & words for a, b in ((one, other), (other, one)))
    own = (one.clause - other.clause) & promise.words, (other.clause - one.clause) & promise.words
    behind = _PART.split(text[other.figure.end :])[0]
    if _are_two_deeds(one, f"{between.rpartition(',')[2]} {behind}", text):
        return False
    if _is_more(promise, one, other, between):
        return True
    # Words of the promise with one of the two only: the other counts something else.
    alike = bool(mine) == bool(theirs)
    if not alike or ";" in between:
        return False
    return " và " in between or ("," in between and (all(own) or _in_row(one, other, between)))


def _are_two_deeds(one: Told, second: str, text: str) -> bool:
    """Whether another thing is done with the second number ("rà soát 215 người, cấp thẻ cho 190 người")."""
    here, there = actions(_PART.split(text[: one.figure.start])[-1]), actions(second)
    return bool(here and there) and not here & there


def _is_more(promise: Promise, one: Told, other: Told, between: str) -> bool:
    """Whether a total was promised and the second number tells of the same elsewhere ("…, hai phòng khám 210 lượt")."""
    if not _IN_ALL.search(promise.text[: promise.figure.start]) or one.figure.unit != other.figure.unit:
        return False
    subject = syllables(between.rpartition(",")[2]) & promise.words
    return "," in between and bool(subject - syllables(promise.figure.unit or ""))


def _in_row(one: Told, other: Told, between: str) -> bool:
    """Whether two are items of one list ("150 cây sao, 65 cây bàng") or gifts of two givers."""
    if one.figure.unit == other.figure.unit and between.rstrip().endswith(","):
        return True
    return bool(_GIVES.search(one.near) and _GIVES.search(other.near))


def _members(promise: Promise, one: Told, other: Told) -> bool:
    """Whether the promise names a whole ("lương thực") of which both are kinds ("lúa", "ngô")."""
    return any(name in promise.text and one.clause & kinds and other.clause & kinds for name, kinds in _MEMBERS.items())
