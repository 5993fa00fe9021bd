"""Levels in percent: given as such, or worked out from a part and its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from camket.lexicons import lexicon
from camket.linking.outcome.portions import lead, own_word, portions, quotient, share
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading, word_fit
from camket.linking.outcome.told import Told, syllables
from camket.linking.outcome.wholes import ALL_OF_IT, all_done, has_whole, of_whole
from camket.pipes.figures.explain import number
from camket.records import Figure

_WORDS = lexicon("linking")["figures"]
_SAVED, _REMAINS = re.compile(_WORDS["saved"]), re.compile(_WORDS["level"])
_STEP, _GROWS = re.compile(r"(?:giảm|tăng)(?: được| thêm)?\s*$"), re.compile(r"tăng|giảm")
_RATIO = re.compile(r"(?::|\blà|\bđạt|\bđược|\bcó) (\d[\d.]*)/(\d[\d.]*\d|[2-9])\b(?!/)")
_EVERY, _BUT = re.compile(_WORDS["every"]), re.compile(r"\b(?:chưa|không|trừ|riêng|còn|đang)\b")
_BREAK = re.compile(r"[,;:(]|\d")
_NAMED = 2  # words that name an amount
_NEAR = 30


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
    yield from portions(promise, told, text)
    yield from _named_ratio(promise, told, text)
    yield from _named_shares(promise, told, text)
    yield from _all_told(promise, told, text)
    if promise.figure.low == 100 or promise.of_plan or promise.of_amount or has_whole(promise, scope):
        yield from of_whole(promise, scope, told)
        yield from all_done(promise, scope, told, text)


def _is_step(promise: Promise, one: Told, text: str) -> bool:
    """Whether a share is how much a level has changed and the level itself was promised ("giảm 0,8%", "còn 3%")."""
    before = text[max(0, one.figure.start - _NEAR) : one.figure.start]
    mine = promise.text[: promise.figure.start]
    return bool(_STEP.search(before)) and (bool(_REMAINS.search(mine)) or not _GROWS.search(mine))


def _given_shares(promise: Promise, told: Sequence[Told]) -> Iterator[Reading]:
    """ "403/572 hộ"."""
    for one in told:
        figure = one.figure
        if figure.of and figure.low is not None and figure.unit != "hạng" and figure.low <= ALL_OF_IT * figure.of:
            yield share(figure.low, figure.of, one, word_fit(promise, one) + 0.35)


def _bare_ratio(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """ "trẻ 5 tuổi ra lớp: 214/214": two numbers without a noun are no figure of their own."""
    found = _RATIO.search(text)
    if found is None or any(one.figure.start <= found.start() < one.figure.end for one in told):
        return
    part, whole = (float(value.replace(".", "")) for value in found.groups())
    if whole > 1 and part <= whole:
        shown = quotient(number(part), part, whole)
        words = syllables(text[: found.start()])
        fit = 0.35 + 1.2 * len(promise.words & words) / (len(promise.words) + 1)
        yield Reading(100 * part / whole, "share", promise.figure, final=False, fit=fit, calculation=shown)


def _named_ratio(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """One amount as a share of another of a different name ("thu … bảo đảm 70% chi thường xuyên")."""
    mine, of = syllables(promise.text[: promise.figure.start]), syllables(_BREAK.split(promise.behind)[0])
    if promise.figure.unit != "%" or len(of) < _NAMED:
        return
    money = [(one, syllables(lead(one, text))) for one in told if one.figure.unit == "VND" and one.figure.low]
    for part, words in money:
        for whole, others in money:
            if part is not whole and of <= others and len(mine & words) >= _NAMED and not of <= words:
                yield share(part.figure.low or 0.0, whole.figure.low or 1.0, part, 1.0)


def _named_shares(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Shares of several grades that the promise names together ("khá, giỏi": "giỏi 18%, khá 39%")."""
    named = {own_word(one, text): one for one in told if one.figure.unit == "%" and one.figure.low is not None}
    words = [word for word in named if word in promise.words]
    if len(words) > 1 and any(re.search(rf"\b{a}(?:,| và)? {b}\b", promise.text) for a, b in permutations(words, 2)):
        values = [named[word].figure.low or 0.0 for word in words]
        shown = f"{' + '.join(map(number, values))} = {number(sum(values))}%"
        yield Reading(sum(values), "sum", named[words[0]].figure, False, 1.4, shown)


def _all_told(promise: Promise, told: Sequence[Told], text: str) -> Iterator[Reading]:
    """ "Tất cả văn bản đều được ký số" where no share and no exception is told."""
    numbered = any(one.figure.unit == "%" or one.figure.of for one in told)
    if promise.figure.unit == "%" and not numbered and _EVERY.search(text) and not _BUT.search(text):
        words = syllables(text)
        fit = len(promise.words & words) / (len(promise.words) + 1)
        yield Reading(100.0, "value", promise.figure, final=False, fit=fit)
