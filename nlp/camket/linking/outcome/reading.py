"""A reported value in the unit of the target, and how well its words suit the promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from camket.linking.facets import kinds_conflict
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.told import Told
from camket.linking.quantities import is_measure
from camket.records import Figure

How = Literal["value", "share", "of_whole", "sum", "change"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reported value in the unit of the target.

    ``how`` tells its origin; ``final`` whether nothing that comes later can mend it; ``fit`` how well its words suit
    the promise; ``calculation`` is written out where it was computed.
    """

    value: float
    how: How
    figure: Figure
    final: bool
    fit: float
    calculation: str = ""


def word_fit(promise: Promise, told: Told) -> float:
    """How well the words around a reported figure suit a promise: about 0 for strangers, 1.8 for the same words."""
    size = len(promise.words) + 1
    near, wide = len(promise.words & told.clause) / size, len(promise.words & told.sentence) / size
    own = len(promise.words & told.own) / (len(told.own) + 1)
    odd = 0.15 * (told.figure.role in ("target", "baseline")) + 0.25 * (told.figure.role == "other")
    # Of a contest in the district nothing follows for one in the province.
    odd += 0.5 * kinds_conflict(promise.text, told.near)
    wrong = odd + 0.5 * told.is_earlier + 0.6 * told.is_rest + 0.7 * told.is_plan
    return 1.2 * near + 0.6 * wide + 0.25 * own + 0.3 * told.is_full - wrong


def scope_fit(scope: Sequence[Figure], told: Sequence[Told], reading: Reading) -> float:
    """Whether the size named before a value is that of the promise ("tàu từ 15 m đến dưới 24 m … 143/380 chiếc")."""
    sizes = [f for f in scope if f.role == "other" and is_measure(f) and f.unit not in ("%", "VND")]
    if not sizes:
        return 0.0
    before = [t.figure for t in told if t.figure.end <= reading.figure.start and t.figure.unit == sizes[0].unit]
    if not before:
        return 0.0
    named = before[-1]
    return 0.8 if any((f.low, f.high) == (named.low, named.high) for f in sizes) else -0.4
