"""Rows of claims, which tell the state that is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from camket.records import Figure
from camket.scoring.claims.measure import Share, bucket, period, shares
from camket.scoring.claims.signs import HANDED_ON, STRONG
from camket.scoring.claims.view import View
from camket.scoring.features import bound_class, context_features, unit_class
from camket.scoring.states import state_features
from camket.scoring.vectoriser import Feature, Row

_NONE = "-"
_UNWANTED = "unwanted"
# Marks that only part a clause are no words of its skeleton.
_STOPS = frozenset(",;:|()")


def claim_rows(view: View, spans: Sequence[tuple[int, int]]) -> list[Row]:
    """Words, signs, skeleton, and figures against the plan, of each claim given as a token range."""
    return [_claim_row(view, first, last, index) for index, (first, last) in enumerate(spans)]


def _claim_row(view: View, first: int, last: int, index: int) -> Row:
    observed, plain = view.observed, view.plain
    item = observed.source.item
    start, end = observed.source.syllables.span(first, last)
    figures = [f for f in observed.figures if start <= f.start < end]
    signs = [sign for place, _, sign in view.signs if first <= place < last]
    when = period(item.date)
    evidence: list[Feature] = [
        ("kind", item.kind), ("index", min(index, 2)), ("period", when),
        ("tail", " ".join(plain[max(first, last - 2) : last])),
    ]  # fmt: skip
    labels = [c.label for c in observed.cues if start <= c.start < end]
    evidence += [("cue", label) for label in labels] + [("cues", f"{a} {b}") for a, b in pairwise(labels)]
    evidence += _figures(figures)
    evidence += _shares(shares(figures, view.lowered, start, end, lower=_UNWANTED in signs), when)
    evidence += _times(view)
    evidence += state_features(view.states, first, last)
    evidence += _signs(signs, figures, when)
    if not STRONG.intersection(signs):
        evidence += _handed_on(view, first, last)
    evidence += _skeleton([mark for place, mark in view.marks if first <= place < last])
    evidence += [("after", w) for w in plain[last : last + 3]]
    evidence += [("ahead", w) for w in plain[max(0, first - 3) : first]]
    evidence += context_features(item.context)
    return Row(view.words[first:last], evidence)


def _figures(figures: Sequence[Figure]) -> list[Feature]:
    found: list[Feature] = [("figures", min(len(figures), 3)), *(("figure role", f.role) for f in figures)]
    return found + [(unit_class(f.unit), bound_class(f)) for f in figures]


def _shares(measured: Sequence[Share], when: str) -> Iterator[Feature]:
    if not measured:
        yield ("share", "none")
        return
    sizes = [bucket(share) for share in measured]
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


def _signs(signs: Sequence[str], figures: Sequence[Figure], when: str) -> list[Feature]:
    """Signs by themselves and in order; those that settle a state also together, with the figures and the season."""
    strong = [sign for sign in signs if sign in STRONG]
    kinds = sorted(set(strong))
    first, last = (strong[0], strong[-1]) if strong else (_NONE, _NONE)
    measured = "part" if any(f.of for f in figures) else "%" if any(f.unit == "%" for f in figures) else bool(figures)
    found: list[Feature] = [
        ("first sign", signs[0] if signs else _NONE), ("last sign", signs[-1] if signs else _NONE),
        ("first strong", first), ("last strong", last), ("strong ends", f"{first} {last}"),
        ("strong count", min(len(kinds), 3)), ("strong when", f"{last} {when}"),
        ("strong figures", f"{last} {measured}"), ("strong all", " ".join(kinds[:4])),
    ]  # fmt: skip
    found += [("sign", sign) for sign in signs] + [("signs", f"{a} {b}") for a, b in pairwise(signs)]
    return [*found, ("only strong", kinds[0])] if len(kinds) == 1 else found


def _handed_on(view: View, first: int, last: int) -> list[Feature]:
    """What a claim without a state of its own takes over ("giải quyết 98 hồ sơ (quá hạn 3)": 3 were settled)."""
    telling = [(place, sign) for place, _, sign in view.signs if sign in HANDED_ON]
    before = next((sign for place, sign in reversed(telling) if place < first), _NONE)
    behind = next((sign for place, sign in telling if place >= last), _NONE)
    forms = view.plain[:first]
    bracketed = forms.count("(") > forms.count(")")
    state = next((state for place, _, state in view.states if first <= place < last), _NONE)
    return [
        ("taken over", before), ("taken over in brackets", f"{before} {bracketed}"),
        ("taken over state", f"{state} {before}"), ("handed on", behind),
    ]  # fmt: skip


def _skeleton(marks: Sequence[str]) -> list[Feature]:
    words = [mark for mark in marks if mark not in _STOPS]
    found: list[Feature] = [("first mark", words[0] if words else _NONE), ("last mark", words[-1] if words else _NONE)]
    return found + [("marks", f"{a} {b}") for a, b in pairwise(marks)]
