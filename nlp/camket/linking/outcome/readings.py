"""All reported values that may answer a promised one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from camket.linking.outcome.changes import changes, from_base, from_rank, times_before
from camket.linking.outcome.counts import counts, durations, shares_of_plan, stars
from camket.linking.outcome.named import awards, enumerated, none_at_all, ordinals
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading, scope_fit
from camket.linking.outcome.shares import levels
from camket.linking.outcome.sums import products, sums
from camket.linking.outcome.told import Told
from camket.linking.outcome.topics import is_told_of, topic_of
from camket.linking.unit import Unit
from camket.records import Figure

_OF_TOPIC = 0.5  # what follows a number that repeats the promise is told of it


def readings(promise: Promise, scope: Sequence[Figure], report: Unit, told: Sequence[Told]) -> list[Reading]:
    """Reported values that may answer a promise, the best first.

    Parameters
    ----------
    promise : Promise
    scope : sequence of Figure
        All figures of the commitment: baselines and totals among them.
    report : Unit
    told : sequence of Told
        The report's figures in their surroundings.
    """
    told, text = _of_columns(promise, told), report.text.lower()
    topic = topic_of(promise, told, text)
    told = [one for one in told if one is not topic]
    found = list(_shares(promise, scope, told, report) if promise.is_share else _values(promise, scope, told, report))
    fitting = [replace(r, fit=r.fit + scope_fit(scope, told, r)) for r in found]
    if topic:
        fitting = [replace(r, fit=r.fit + _OF_TOPIC * is_told_of(topic.figure, r.figure, text)) for r in fitting]
    return sorted(fitting, key=lambda reading: -reading.fit)


def _of_columns(promise: Promise, told: Sequence[Told]) -> Sequence[Told]:
    """Of a row the figures that answer: those of the result, and of the share of the plan where one was promised.

    A result in another unit than percent answers a promised share by that column, too.
    """
    results = [one for one in told if one.column == "actual"]
    if not results:
        return told
    if not promise.is_share or (not promise.of_plan and any(one.figure.unit == "%" for one in results)):
        return [one for one in told if one.column != "assessment"]
    shares = [replace(one, of_plan=promise.of_plan) for one in told if one.column == "assessment"]
    return [*shares, *results] if shares else told


def _shares(promise: Promise, scope: Sequence[Figure], told: Sequence[Told], report: Unit) -> Iterator[Reading]:
    if promise.change is None:
        yield from levels(promise, scope, told, report.text.lower())
    else:
        yield from changes(promise, scope, told)


def _values(promise: Promise, scope: Sequence[Figure], told: Sequence[Told], report: Unit) -> Iterator[Reading]:
    text = report.text.lower()
    yield from counts(promise, told, in_row=" | " in text)
    yield from sums(promise, _without_base(promise, scope, told), text)
    yield from from_base(promise, scope, told, text)
    yield from from_rank(promise, text)
    yield from times_before(promise, told)
    yield from products(promise, told, text)
    yield from stars(promise, text)
    yield from durations(promise, text)
    yield from shares_of_plan(promise, told)
    yield from ordinals(promise, text)
    yield from enumerated(promise, report, text)
    yield from awards(promise, report, text)
    yield from none_at_all(promise, report, text)


def _without_base(promise: Promise, scope: Sequence[Figure], told: Sequence[Told]) -> list[Told]:
    """Without the numbers that only repeat another one of the promise ("02 trường … từ bốn trường cũ")."""
    named = {(f.low, f.unit) for f in scope if f.start != promise.figure.start}
    return [one for one in told if (one.figure.low, one.figure.unit) not in named]
