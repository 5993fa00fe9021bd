"""Shares worked out from a part and its whole that a report tells side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from camket.lexicons import lexicon
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading, word_fit
from camket.linking.outcome.told import Told, syllables
from camket.linking.quantities import is_measure, same_noun, unit_name
from camket.pipes.figures.explain import number

_WORDS = lexicon("linking")["figures"]
_LATE, _ON_TIME = re.compile(_WORDS["late_share"]), re.compile(_WORDS["on_time_share"])
_HAPPENED, _OUT_OF = re.compile(_WORDS["happened"]), re.compile(_WORDS["out_of"])
_SAVED, _BROKEN = re.compile(_WORDS["saved"]), re.compile(_WORDS["breaks_list"])
_BREAK = re.compile(r"[,;:(]|\d")
_OF_TOTAL = re.compile(r"(?:trên|trong) tổng số\s*$")
_GRADE = 0.4
_FEW = 2  # counts; more of them make up another one hardly ever by chance
_NEAR = 30


def portions(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
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
    if whole.is_whole or _HAPPENED.search(text[max(0, whole.figure.start - _NEAR) : whole.figure.start]):
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
    return f"{lead(one, text)[-_NEAR:]} {behind[:_NEAR]}"


def _portion(promise: Promise, one: Told, whole: Told, text: str, trust: float) -> Reading:
    part, size = one.figure.low or 0.0, whole.figure.low or 1.0
    fit = (word_fit(promise, one) + word_fit(promise, whole)) / 2 + trust + 0.6 * one.is_rest
    fit += _grade_fit(promise, one, text) * whole.is_whole
    if _LATE.search(_around(one, text)) and _ON_TIME.search(promise.text):
        shown = f"100% - {quotient(number(part), part, size)}"
        # What was late once stays late: nothing can bring the share back to all.
        broken = promise.figure.low == 100 and part > 0
        return Reading(100 - 100 * part / size, "share", one.figure, broken, fit + 0.5, shown)
    if promise.is_saving and not _SAVED.search(_around(one, text)):
        shown = f"100% - {quotient(number(part), part, size)}"
        return Reading(100 - 100 * part / size, "share", one.figure, one.is_estimate, fit, shown)
    return share(part, size, one, fit)


def _named(promise: Promise, parts: Sequence[Told], whole: Told, text: str) -> Iterator[Reading]:
    """Several parts that the promise names, together."""
    named = [one for one in parts if _is_graded(promise, one, whole, text) and not _is_negated(promise, one, text)]
    if len(named) > 1:
        total, size = sum(one.figure.low or 0 for one in named), whole.figure.low or 1.0
        shown = quotient(f"({' + '.join(number(one.figure.low or 0) for one in named)})", total, size)
        yield Reading(100 * total / size, "share", whole.figure, False, 1.2 + word_fit(promise, whole), shown)


def _is_graded(promise: Promise, one: Told, whole: Told, text: str) -> bool:
    """Whether a part has a name of the promise before it, or behind it where the parts make up the whole."""
    return own_word(one, text) in promise.words or (not whole.is_whole and bool(one.own & promise.words))


def _grades(told: Sequence[Told], whole: Told) -> list[Told]:
    """The counts beside another one if they make it up exactly ("61 tốt, 118 khá, 108 trung bình trên 287 đơn vị")."""
    parts = [one for one in told if one is not whole and one.figure.of is None and not is_measure(one.figure)]
    adds_up = len(parts) > _FEW and sum(one.figure.low or 0 for one in parts) == whole.figure.low
    return parts if adds_up else []


def _grade_fit(promise: Promise, one: Told, text: str) -> float:
    """Whether a part of a total has the promised grade for its name, or the opposite one."""
    if own_word(one, text) not in promise.words:
        return 0.0
    return -_GRADE if _is_negated(promise, one, text) else _GRADE


def _is_negated(promise: Promise, one: Told, text: str) -> bool:
    """Whether only one of the two says that it is not so ("Đạt 327 em", "Chưa đạt 11 em")."""
    words = rf"\b(?:chưa|không) {re.escape(own_word(one, text))}"
    return bool(re.search(rf"{words}\s*$", text[: one.figure.start])) != bool(re.search(rf"{words}\b", promise.text))


def own_word(one: Told, text: str) -> str:
    """The word right before a figure, if no sign parts the two."""
    before = text[: one.figure.start].rstrip()
    return before.split()[-1] if before and before[-1].isalpha() else ""


def lead(one: Told, text: str) -> str:
    """The words before a figure, from the last sign or number on."""
    return _BREAK.split(text[: one.figure.start])[-1]


def share(part: float, whole: float, one: Told, fit: float) -> Reading:
    """A part of a whole as a reading in percent."""
    value = 100 * part / whole
    return Reading(value, "share", one.figure, one.is_estimate, fit, quotient(number(part), part, whole))


def quotient(shown: str, part: float, whole: float) -> str:
    """A share as its calculation is shown.

    Examples
    --------
    >>> quotient("3", 3, 4)
    '3 / 4 = 75%'
    """
    return f"{shown} / {number(whole)} = {number(round(100 * part / whole, 2))}%"
