"""Levels in percent: given as such, or worked out from a part and its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from camket.lexicons import lexicon
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading, word_fit
from camket.linking.outcome.sums import is_completed
from camket.linking.outcome.told import Told, syllables
from camket.linking.quantities import is_measure, same_noun, unit_name, value_in
from camket.pipes.figures.explain import number
from camket.records import Figure

_WORDS = lexicon("linking")["figures"]
_LATE, _ON_TIME = re.compile(_WORDS["late_share"]), re.compile(_WORDS["on_time_share"])
_HAPPENED = re.compile(_WORDS["happened"])
_OUT_OF = re.compile(_WORDS["out_of"])
_STEP, _GROWS = re.compile(r"(?:giảm|tăng)(?: được| thêm)?\s*$"), re.compile(r"tăng|giảm")
_REMAINS = re.compile(_WORDS["level"])
_RATIO = re.compile(r"(?::|\blà|\bđạt|\bđược|\bcó) (\d[\d.]*)/(\d[\d.]*\d|[2-9])\b(?!/)")
_EVERY, _BUT = re.compile(r"\b(?:tất cả|toàn bộ|toàn thể|mọi)\b"), re.compile(r"\b(?:chưa|không|trừ|riêng|còn|đang)\b")
_ALL = 100
_SAVED = re.compile(r"tiết kiệm|giảm|thấp hơn|bớt")
_BROKEN = re.compile(_WORDS["breaks_list"])
_FROM, _OR_MORE = re.compile(r"\b(?:từ|dưới|hơn)\s*$"), re.compile(r"[^,;.:(\d]{0,12}\btrở (?:lên|xuống)\b")
_BREAK = re.compile(r"[,;:(]|\d")
_OF_TOTAL = re.compile(r"(?:trên|trong) tổng số\s*$")
_GRADE = 0.4
_NAMED = 2  # words that name an amount
_NEAR = 30
_ALL_OF_IT = 1.5  # counts beyond this many times the promise's own whole are of something else


def levels(promise: Promise, scope: Sequence[Figure], told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Readings of a promised level in percent.

    Parameters
    ----------
    promise : Promise
    scope : sequence of Figure
        All figures of the commitment.
    told : sequence of Told
        The report's figures.
    text : str
        The report in lower case.
    """
    for one in (o for o in told if not _is_step(promise, o, text)):
        saved = promise.is_saving and bool(_SAVED.search(one.near))
        if promise.is_saving and not saved:
            continue  # of how the work was done, not of what it saved
        if one.figure.unit == "%" and (one.of_plan == promise.of_plan or saved) and one.figure.low is not None:
            fit = word_fit(promise, one) + 0.35 + 1.0 * one.is_estimate + 0.4 * promise.of_plan
            yield Reading(one.figure.low, "value", one.figure, one.is_estimate, fit)
    yield from _given_shares(promise, told)
    yield from _bare_ratio(promise, told, text)
    yield from _portions(promise, told, text)
    yield from _named_ratio(promise, told, text)
    yield from _named_shares(promise, told, text)
    yield from _all_told(promise, told, text)
    if promise.figure.low == 100 or promise.of_plan or promise.of_amount or _has_whole(promise, scope):
        yield from _of_whole(promise, scope, told)
        yield from _all_done(promise, scope, told, text)


def _is_step(promise: Promise, one: Told, text: str) -> bool:
    """Whether a share is how much a level has changed and the level itself was promised ("giảm 0,8%", "còn 3%")."""
    before = text[max(0, one.figure.start - _NEAR) : one.figure.start]
    mine = promise.text[: promise.figure.start]
    return bool(_STEP.search(before)) and (bool(_REMAINS.search(mine)) or not _GROWS.search(mine))


def _has_whole(promise: Promise, scope: Sequence[Figure]) -> bool:
    """Whether the promise names the whole of its share in brackets before it ("vốn tỉnh (410 tỷ đồng) … 60%")."""
    before = (figure for figure in scope if figure.end < promise.figure.start and figure.unit != "%")
    return any(promise.text[: figure.start].endswith("(") for figure in before)


def _given_shares(promise: Promise, told: Sequence[Told]) -> Iterator[Reading]:
    """ "403/572 hộ"."""
    for one in told:
        figure = one.figure
        if figure.of and figure.low is not None and figure.unit != "hạng" and figure.low <= _ALL_OF_IT * figure.of:
            yield _share(figure.low, figure.of, one, word_fit(promise, one) + 0.35)


def _bare_ratio(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """ "trẻ 5 tuổi ra lớp: 214/214": two numbers without a noun are no figure of their own."""
    found = _RATIO.search(text)
    if found is None or any(one.figure.start <= found.start() < one.figure.end for one in told):
        return
    part, whole = (float(value.replace(".", "")) for value in found.groups())
    if whole > 1 and part <= whole:
        shown = _quotient(number(part), part, whole)
        words = syllables(text[: found.start()])
        fit = 0.35 + 1.2 * len(promise.words & words) / (len(promise.words) + 1)
        yield Reading(100 * part / whole, "share", promise.figure, final=False, fit=fit, calculation=shown)


def _portions(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """ "181 hộ trên tổng số 572 hộ", "Tốt 35 em, Khá 111 em (315 em)", "nhận 128 hồ sơ, có 03 hồ sơ quá hạn"."""
    for whole in (one for one in told if _may_be_whole(promise, one)):
        said = bool(_OF_TOTAL.search(text[: whole.figure.start]))
        parts = [
            one for one in told if one is not whole and (_is_part(one, whole) or (said and _is_told_of(one, whole)))
        ]
        grades = [] if whole.is_whole else _grades(told, whole)
        if whole.is_whole or grades:
            yield from _named(promise, grades or parts, whole, text)
        for one in parts:
            trust = _trust(promise, one, whole, text)
            if trust is not None:
                yield _portion(promise, one, whole, text, trust)


def _may_be_whole(promise: Promise, one: Told) -> bool:
    """Whether a number may be what a share is taken of; what was saved is a share of money."""
    figure = one.figure
    plain = bool(figure.low) and figure.of is None and figure.unit != "%"
    return plain and (not promise.is_saving or is_measure(figure))


def _named_ratio(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """One amount as a share of another of a different name ("thu … bảo đảm 70% chi thường xuyên")."""
    mine, of = syllables(promise.text[: promise.figure.start]), syllables(_BREAK.split(promise.behind)[0])
    if promise.figure.unit != "%" or len(of) < _NAMED:
        return
    money = [(one, syllables(_lead(one, text))) for one in told if one.figure.unit == "VND" and one.figure.low]
    for part, words in money:
        for whole, others in money:
            if part is not whole and of <= others and len(mine & words) >= _NAMED and not of <= words:
                yield _share(part.figure.low or 0.0, whole.figure.low or 1.0, part, 1.0)


def _named_shares(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Shares of several grades that the promise names together ("khá, giỏi": "giỏi 18%, khá 39%")."""
    named = {_own_word(one, text): one for one in told if one.figure.unit == "%" and one.figure.low is not None}
    words = [word for word in named if word in promise.words]
    if len(words) > 1 and any(re.search(rf"\b{a}(?:,| và)? {b}\b", promise.text) for a, b in permutations(words, 2)):
        values = [named[word].figure.low or 0.0 for word in words]
        shown = f"{' + '.join(map(number, values))} = {number(sum(values))}%"
        yield Reading(sum(values), "sum", named[words[0]].figure, False, 1.4, shown)


def _lead(one: Told, text: str) -> str:
    return _BREAK.split(text[: one.figure.start])[-1]


def _is_part(one: Told, whole: Told) -> bool:
    figure, size = one.figure, whole.figure.low or 0.0
    plain = None in (figure.unit, whole.figure.unit) and "VND" not in (figure.unit, whole.figure.unit)
    alike = plain or same_noun(unit_name(figure), unit_name(whole.figure))
    alike = alike or (one.is_part and not is_measure(figure) and not is_measure(whole.figure))
    fits = figure.low is not None and 0 <= figure.low <= size
    return alike and fits and figure.unit != "%" and figure.of is None and not one.is_earlier


def _is_told_of(one: Told, whole: Told) -> bool:
    """Whether a count may be some of a total that stands behind it, whatever the noun ("412 dịch vụ …")."""
    counted = not is_measure(one.figure) and not is_measure(whole.figure) and one.figure.of is None
    return counted and one.figure.end <= whole.figure.start and 0 <= (one.figure.low or -1) <= (whole.figure.low or 0)


def _trust(promise: Promise, one: Told, whole: Told, text: str) -> float | None:
    """How sure it is that one number is a part of the other; None where nothing says so."""
    if whole.is_whole or _HAPPENED.search(text[: whole.figure.start]):
        return 0.3
    if one.is_part and _is_described(promise, one) and _is_described(promise, whole):
        return 0.4  # "38.000 hồ sơ cấp đổi, trong đó 11.000 hồ sơ qua mạng"
    if one.is_rest:
        return None
    first, second = sorted((one.figure, whole.figure), key=lambda figure: figure.start)
    between = text[first.end : second.start]
    # "61,4 tỷ đồng trên 148,2 tỷ đồng": "trên" was read as the bound of the second.
    if one.figure is first and _OUT_OF.match(text[first.end : second.end]):
        return 0.6
    if one.figure is first or _BROKEN.search(between) or one.figure.direction or whole.figure.direction:
        return None
    noun = syllables(unit_name(one.figure))
    said = bool(promise.words & (one.own | one.lead - whole.lead) - noun) or bool(_LATE.search(_around(one, text)))
    return 0.2 if said else None


def _is_described(promise: Promise, one: Told) -> bool:
    """Whether words of the promise stand behind a number beside its noun."""
    return bool(promise.words & one.own - syllables(unit_name(one.figure)) - syllables(one.figure.unit or ""))


def _around(one: Told, text: str) -> str:
    """The words of a figure: from the sign or figure before it to the next one."""
    behind = _BREAK.split(text[one.figure.end :])[0]
    return f"{_lead(one, text)[-_NEAR:]} {behind[:_NEAR]}"


def _portion(promise: Promise, one: Told, whole: Told, text: str, trust: float) -> Reading:
    part, size = one.figure.low or 0.0, whole.figure.low or 1.0
    fit = (word_fit(promise, one) + word_fit(promise, whole)) / 2 + trust + 0.6 * one.is_rest
    fit += _grade_fit(promise, one, text) * whole.is_whole
    if _LATE.search(_around(one, text)) and _ON_TIME.search(promise.text):
        shown = f"100% - {_quotient(number(part), part, size)}"
        # What was late once stays late: nothing can bring the share back to all.
        broken = promise.figure.low == 100 and part > 0
        return Reading(100 - 100 * part / size, "share", one.figure, broken, fit + 0.5, shown)
    if promise.is_saving and not _SAVED.search(_around(one, text)):
        shown = f"100% - {_quotient(number(part), part, size)}"
        return Reading(100 - 100 * part / size, "share", one.figure, one.is_estimate, fit, shown)
    return _share(part, size, one, fit)


def _named(promise: Promise, parts: Sequence[Told], whole: Told, text: str) -> Iterator[Reading]:
    """Several parts that the promise names, together."""
    named = [one for one in parts if _is_graded(promise, one, whole, text) and not _is_negated(promise, one, text)]
    if len(named) > 1:
        total, size = sum(one.figure.low or 0 for one in named), whole.figure.low or 1.0
        shown = _quotient(f"({' + '.join(number(one.figure.low or 0) for one in named)})", total, size)
        yield Reading(100 * total / size, "share", whole.figure, False, 1.2 + word_fit(promise, whole), shown)


def _is_graded(promise: Promise, one: Told, whole: Told, text: str) -> bool:
    """Whether a part has a name of the promise before it, or behind it where the parts make up the whole."""
    return _own_word(one, text) in promise.words or (not whole.is_whole and bool(one.own & promise.words))


def _grades(told: Sequence[Told], whole: Told) -> list[Told]:
    """The counts beside another one if they make it up exactly ("61 tốt, 118 khá, 108 trung bình trên 287 đơn vị")."""
    parts = [one for one in told if one is not whole and one.figure.of is None and not is_measure(one.figure)]
    adds_up = len(parts) > _NAMED and sum(one.figure.low or 0 for one in parts) == whole.figure.low
    return parts if adds_up else []


def _own_word(one: Told, text: str) -> str:
    """The word right before a figure, if no sign parts the two."""
    before = text[: one.figure.start].rstrip()
    return before.split()[-1] if before and before[-1].isalpha() else ""


def _is_negated(promise: Promise, one: Told, text: str) -> bool:
    """Whether only one of the two says that it is not so ("Đạt 327 em", "Chưa đạt 11 em")."""
    words = rf"\b(?:chưa|không) {re.escape(_own_word(one, text))}"
    return bool(re.search(rf"{words}\s*$", text[: one.figure.start])) != bool(re.search(rf"{words}\b", promise.text))


def _grade_fit(promise: Promise, one: Told, text: str) -> float:
    """Whether a part of a total has the promised grade for its name, or the opposite one."""
    if _own_word(one, text) not in promise.words:
        return 0.0
    return -_GRADE if _is_negated(promise, one, text) else _GRADE


def _share(part: float, whole: float, one: Told, fit: float) -> Reading:
    value = 100 * part / whole
    return Reading(value, "share", one.figure, one.is_estimate, fit, _quotient(number(part), part, whole))


def _all_done(promise: Promise, scope: Sequence[Figure], told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Two counts that make up all that the promise names, the second one done later ("29 chi bộ …, hai chi bộ …")."""
    for whole in (figure for figure in scope if figure.low and figure.low == figure.high and figure.unit != "%"):
        for one, other in pairwise(told):
            parts = one.figure.low, other.figure.low
            if None not in parts and sum(filter(None, parts)) == whole.low and is_completed((one, other), text):
                shown = f"{number(parts[0] or 0)} + {number(parts[1] or 0)} = {number(whole.low or 0)}"
                fit = word_fit(promise, one) + 0.8
                yield Reading(100.0, "of_whole", other.figure, final=False, fit=fit, calculation=shown)


def _of_whole(promise: Promise, scope: Sequence[Figure], told: Sequence[Told]) -> Iterator[Reading]:
    """All of a number that the promise itself names ("100% giáo viên (29 người)") against a count."""
    for whole in scope:
        if not whole.low or whole.unit == "%" or whole.low < 2 or whole.low != whole.high or _is_size(promise, whole):
            continue
        told_too = promise.figure.low != _ALL and _is_target_too(promise, whole)
        for one in told:
            count = one.figure
            same = value_in(count, unit_name(whole)) if "VND" in (whole.unit, count.unit) else count.low
            if count.of is None and same is not None and count.unit != "%" and same <= _ALL_OF_IT * whole.low:
                # A number behind a share may be the whole or the share itself; where both say the same, it answers.
                if told_too and (promise.figure.low or 0) <= 100 * same / whole.low < _ALL:
                    continue
                fit = word_fit(promise, one) + (0.3 if unit_name(count) == unit_name(whole) else 0.1)
                shown = _quotient(number(same), same, whole.low)
                yield Reading(100 * same / whole.low, "of_whole", count, one.is_estimate, fit, shown)


def _is_size(promise: Promise, whole: Figure) -> bool:
    """Whether a number says which ones are meant, not how many ("tàu công suất từ 90 CV trở lên")."""
    before, behind = promise.text[: whole.start], promise.text[whole.end :]
    return bool(_FROM.search(before) or _OR_MORE.match(behind))


def _is_target_too(promise: Promise, whole: Figure) -> bool:
    """Whether a number in brackets behind a share is the share as a number ("60% trường (18 trường)")."""
    return whole.start > promise.figure.start and promise.text[: whole.start].endswith("(")


def _all_told(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """ "Tất cả văn bản đều được ký số" where no share and no exception is told."""
    numbered = any(one.figure.unit == "%" or one.figure.of for one in told)
    if promise.figure.unit == "%" and not numbered and _EVERY.search(text) and not _BUT.search(text):
        words = syllables(text)
        fit = len(promise.words & words) / (len(promise.words) + 1)
        yield Reading(100.0, "value", promise.figure, final=False, fit=fit)


def _quotient(shown: str, part: float, whole: float) -> str:
    return f"{shown} / {number(whole)} = {number(round(100 * part / whole, 2))}%"
