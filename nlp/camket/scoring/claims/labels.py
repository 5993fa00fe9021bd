"""Rows of claims, which tell the state that is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from camket.records import Figure
from camket.scoring.claims.direction import direction_features
from camket.scoring.claims.framing import (
    ends,
    handed_on,
    negation_features,
    negations,
    neighbour_features,
    time_features,
)
from camket.scoring.claims.measure import Share, bucket, loose, period, shares
from camket.scoring.claims.signs import STRONG, Sign
from camket.scoring.claims.view import View
from camket.scoring.features import bound_class, context_features, unit_class
from camket.scoring.states import state_features
from camket.scoring.vectoriser import Feature, Row

_NONE = "-"
_UNWANTED, _LATE = "unwanted", "late"
# Marks that only part a clause are no words of its skeleton.
_STOPS = frozenset(",;:|()")


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all claims of an item share."""

    when: str
    ended: list[tuple[str, str]]
    late: bool
    denying: list[int]
    strong: list[Sign]
    evidence: list[Feature]


def claim_rows(view: View, spans: Sequence[tuple[int, int]]) -> list[Row]:
    """Words, signs, skeleton, and figures against the plan, of each claim given as a token range."""
    setting = _setting(view) if spans else None
    return [_claim_row(view, first, last, setting) for first, last in spans]  # type: ignore[arg-type]


def _setting(view: View) -> _Setting:
    item = view.observed.source.item
    when = period(item.date)
    late = any(state == _LATE for *_, state in view.states)
    evidence: list[Feature] = [("kind", item.kind), ("period", when), *context_features(item.context)]
    strong = [sign for sign in view.signs if sign[2] in STRONG]
    return _Setting(when, ends(view), late, negations(view), strong, evidence + _times(view))


def _claim_row(view: View, first: int, last: int, setting: _Setting) -> Row:
    observed, plain = view.observed, view.plain
    start, end = observed.source.syllables.span(first, last)
    figures = [f for f in observed.figures if start <= f.start < end]
    told = [sign for sign in view.signs if first <= sign[0] < last]
    signs = [name for *_, name in told]
    strong = [name for name in signs if name in STRONG]
    evidence: list[Feature] = [("tail", " ".join(plain[max(first, last - 2) : last])), *setting.evidence]
    labels = [c.label for c in observed.cues if start <= c.start < end]
    evidence += [("cue", label) for label in labels] + [("cues", f"{a} {b}") for a, b in pairwise(labels)]
    evidence += _figures(figures)
    evidence += _measures(view, figures, (start, end), signs, setting)
    evidence += state_features(view.states, first, last)
    evidence += _signs(signs, strong, figures, setting.when)
    if not strong:
        evidence += handed_on(view, first, last)
    evidence += _skeleton([mark for place, mark in view.marks if first <= place < last])
    evidence += direction_features(view, first, last, told, figures)
    evidence += negation_features(view, setting.denying, first, last, told)
    evidence += neighbour_features(view, setting.strong, first, last, strong[-1] if strong else _NONE, bool(figures))
    evidence += [("after", w) for w in plain[last : last + 3]]
    evidence += [("ahead", w) for w in plain[max(0, first - 3) : first]]
    return Row(view.words[first:last] + view.pairs[first : last - 1], evidence)


def _figures(figures: Sequence[Figure]) -> list[Feature]:
    found: list[Feature] = [("figures", min(len(figures), 3)), *(("figure role", f.role) for f in figures)]
    return found + [(unit_class(f.unit), bound_class(f)) for f in figures]


def _measures(
    view: View, figures: Sequence[Figure], span: tuple[int, int], signs: Sequence[str], setting: _Setting
) -> list[Feature]:
    """Shares of a plan, what may be one, and the time there was for it."""
    measured = shares(figures, view.lowered, *span, lower=_UNWANTED in signs) if figures else []
    sizes = [bucket(share) for share in measured]
    less_sure = loose(figures, view.lowered, *span) if figures else []
    size = sizes[-1] if sizes else less_sure[-1][0] if less_sure else _NONE
    found: list[Feature] = [*_shares(measured, sizes, setting.when)]
    found += time_features(setting.ended, setting.late, signs, size, setting.when)
    return found + [("loose", f"{beside} {size}") for size, beside in less_sure or [(_NONE, _NONE)]]


def _shares(measured: Sequence[Share], sizes: Sequence[str], when: str) -> Iterator[Feature]:
    if not measured:
        yield ("share", "none")
        return
    for share, size in zip(measured, sizes, strict=True):
        yield ("share", size)
        yield ("share when", f"{size} {when}")
        yield (share.kind, size)
        yield ("share lower", f"{size} {share.lower}")
    yield ("first share", sizes[0])
    yield ("last share", sizes[-1])
    yield ("first share when", f"{sizes[0]} {when}")


def _times(view: View) -> list[Feature]:
    """Whether the times of the item lay behind its document's date."""
    day = view.observed.source.item.date
    return [(f"{t.role} over", t.to <= day) for t in view.observed.times if t.to is not None and day is not None]


def _signs(signs: Sequence[str], strong: Sequence[str], figures: Sequence[Figure], when: str) -> list[Feature]:
    """Signs by themselves and in order; those that settle a state also together, with the figures and the season."""
    kinds = sorted(set(strong))
    first, last = (strong[0], strong[-1]) if strong else (_NONE, _NONE)
    measured = "part" if any(f.of for f in figures) else "%" if any(f.unit == "%" for f in figures) else bool(figures)
    found: list[Feature] = [
        ("first strong", first), ("last strong", last), ("strong ends", f"{first} {last}"),
        ("strong count", min(len(kinds), 3)), ("strong when", f"{last} {when}"),
        ("strong figures", f"{last} {measured}"), ("strong all", " ".join(kinds[:4])),
    ]  # fmt: skip
    found += [("sign", sign) for sign in signs] + [("signs", f"{a} {b}") for a, b in pairwise(signs)]
    return [*found, ("only strong", kinds[0])] if len(kinds) == 1 else found


def _skeleton(marks: Sequence[str]) -> list[Feature]:
    words = [mark for mark in marks if mark not in _STOPS]
    found: list[Feature] = [("first mark", words[0] if words else _NONE), ("last mark", words[-1] if words else _NONE)]
    return found + [("marks", f"{a} {b}") for a, b in pairwise(marks)]
