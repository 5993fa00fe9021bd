"""Shares of a number that the promise itself names ("100% giáo viên (29 người)")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from camket.linking.outcome.portions import quotient
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading, word_fit
from camket.linking.outcome.sums import is_completed
from camket.linking.outcome.told import Told
from camket.linking.quantities import unit_name, value_in
from camket.pipes.figures.explain import number
from camket.records import Figure

_FROM, _OR_MORE = re.compile(r"\b(?:từ|dưới|hơn)\s*$"), re.compile(r"[^,;.:(\d]{0,12}\btrở (?:lên|xuống)\b")
_ALL = 100
ALL_OF_IT = 1.5  # counts beyond this many times the promise's own whole are of something else


def has_whole(promise: Promise, scope: Sequence[Figure]) -> bool:
    """Whether the promise names the whole of its share in brackets before it ("vốn tỉnh (410 tỷ đồng) … 60%")."""
    before = (figure for figure in scope if figure.end < promise.figure.start and figure.unit != "%")
    return any(promise.text[: figure.start].endswith("(") for figure in before)


def of_whole(promise: Promise, scope: Sequence[Figure], told: Sequence[Told]) -> Iterator[Reading]:
    """All of a number that the promise itself names ("100% giáo viên (29 người)") against a count."""
    for whole in scope:
        if not whole.low or whole.unit == "%" or whole.low < 2 or whole.low != whole.high or _is_size(promise, whole):
            continue
        told_too = promise.figure.low != _ALL and _is_target_too(promise, whole)
        for one in told:
            count = one.figure
            same = value_in(count, unit_name(whole)) if "VND" in (whole.unit, count.unit) else count.low
            if count.of is None and same is not None and count.unit != "%" and same <= ALL_OF_IT * whole.low:
                # A number behind a share may be the whole or the share itself; where both say the same, it answers.
                if told_too and (promise.figure.low or 0) <= 100 * same / whole.low < _ALL:
                    continue
                fit = word_fit(promise, one) + (0.3 if unit_name(count) == unit_name(whole) else 0.1)
                shown = quotient(number(same), same, whole.low)
                yield Reading(100 * same / whole.low, "of_whole", count, one.is_estimate, fit, shown)


def _is_size(promise: Promise, whole: Figure) -> bool:
    """Whether a number says which ones are meant, not how many ("tàu công suất từ 90 CV trở lên")."""
    before, behind = promise.text[: whole.start], promise.text[whole.end :]
    return bool(_FROM.search(before) or _OR_MORE.match(behind))


def _is_target_too(promise: Promise, whole: Figure) -> bool:
    """Whether a number in brackets behind a share is the share as a number ("60% trường (18 trường)")."""
    return whole.start > promise.figure.start and promise.text[: whole.start].endswith("(")


def all_done(promise: Promise, scope: Sequence[Figure], told: Sequence[Told], text: str) -> Iterator[Reading]:
    """Two counts that make up all that the promise names, the second one done later ("29 chi bộ …, hai chi bộ …")."""
    for whole in (figure for figure in scope if figure.low and figure.low == figure.high and figure.unit != "%"):
        for one, other in pairwise(told):
            parts = one.figure.low, other.figure.low
            if None not in parts and sum(filter(None, parts)) == whole.low and is_completed((one, other), text):
                shown = f"{number(parts[0] or 0)} + {number(parts[1] or 0)} = {number(whole.low or 0)}"
                fit = word_fit(promise, one) + 0.8
                yield Reading(100.0, "of_whole", other.figure, final=False, fit=fit, calculation=shown)
