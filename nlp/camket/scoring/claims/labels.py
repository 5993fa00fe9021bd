"""Rows of claims, which tell the state that is reported."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from camket.scoring.claims.direction import tell_direction
from camket.scoring.claims.groups import Kept, Makers, Teller
from camket.scoring.claims.measure import Reading, bucket, loose, period, shares
from camket.scoring.claims.signs import Mark, Sign
from camket.scoring.claims.view import View
from camket.scoring.features import context_features
from camket.scoring.vectoriser import Feature, Row

_NONE: Final = "-"
_UNWANTED: Final = "unwanted"
# Words behind a claim that tell.
_BEHIND: Final = 3
# Marks that only part a clause are no words of its skeleton.
_STOPS: Final = frozenset(",;:|()")


def claim_rows(view: View, spans: list[tuple[int, int]]) -> list[Row]:
    """Words, signs, skeleton, and figures against the plan, of each claim given as a token range."""
    kept, setting = Kept(MAKERS), Setting(view)
    for first, last in spans:
        tell_claim(kept, view, first, last, setting)
        kept.close()
    return [Row(claim_words(view, *span), row) for span, row in zip(spans, kept.rows, strict=True)]


def claim_words(view: View, first: int, last: int) -> list[int]:
    """Columns of the words and pairs of a claim."""
    return view.words[first:last] + view.pairs[first : last - 1]


class Setting:
    """What all claims of an item share: the season, its times and heading; cues and strong signs, found once."""

    def __init__(self, view: View) -> None:
        observed = view.observed
        item, day = observed.source.item, observed.source.item.date
        over = [(t.role, t.to <= day) for t in observed.times if t.to is not None and day is not None]
        self.when = period(day)
        self.strong = [sign for sign in view.signs if sign.is_strong]
        self.labels = [cue.label for cue in observed.cues]
        self.cue_starts = [cue.start for cue in observed.cues]
        self.item = (item.kind, self.when, *over)
        self.heading = (item.context,)
        self.opened = _opened(view.plain) if "(" in view.plain else []


def tell_claim(teller: Teller, view: View, first: int, last: int, setting: Setting) -> None:
    """Evidence of a claim given as a token range."""
    start, end = view.observed.source.syllables.span(first, last)
    signs = [sign for sign in view.signs if first <= sign.first < last]
    readings = [reading for reading in view.readings if start <= reading.start < end]
    teller.tell_group("item", setting.item)
    teller.tell_group("heading", setting.heading)
    labels = [setting.labels[i] for i, at in enumerate(setting.cue_starts) if start <= at < end]
    if labels:
        teller.tell_group("labels", tuple(labels))
    _tell_figures(teller, readings, signs, setting.when)
    tell_direction(teller, view, first, last, signs, readings)
    _tell_signs(teller, signs)
    _tell_near(teller, setting.strong, first, last)
    if setting.opened and setting.opened[first] >= 0:
        teller.tell("in bracket", _told_before(setting.strong, setting.opened[first]))
    teller.tell_each("state", [state.name for state in view.states if first <= state.first < last])
    _tell_skeleton(teller, view, first, last)
    _tell_words(teller, view.plain, first, last)


def _tell_figures(teller: Teller, readings: list[Reading], signs: list[Sign], when: str) -> None:
    """Roles, shares of a plan, what may be one, and the time there was for it."""
    if not readings:
        teller.tell_group("measure", ((), (), when))
        return
    teller.tell_each("figure role", [reading.role for reading in readings])
    less = _UNWANTED in [sign.name for sign in signs]
    measured = [(bucket(share), share.lower) for share in shares(readings, lower=less)]
    teller.tell_group("measure", (tuple(measured), tuple(loose(readings)), when))


def _tell_signs(teller: Teller, signs: list[Sign]) -> None:
    """Signs by themselves; of those that settle a state also the first and the last."""
    strong = [sign.name for sign in signs if sign.is_strong]
    teller.tell("first strong", strong[0] if strong else _NONE)
    teller.tell("last strong", strong[-1] if strong else _NONE)
    teller.tell_each("sign", [sign.name for sign in signs])


def _tell_skeleton(teller: Teller, view: View, first: int, last: int) -> None:
    marks = [mark for mark in view.marks if first <= mark.token < last]
    teller.tell("first mark", _first_word(marks, 0, 1))
    teller.tell("last mark", _first_word(marks, len(marks) - 1, -1))
    teller.tell_each("marks", [mark.pair for mark in marks[:-1]])


def _first_word(marks: list[Mark], place: int, step: int) -> str:
    """The first mark from a place on that is no stop."""
    while 0 <= place < len(marks):
        if marks[place].name not in _STOPS:
            return marks[place].name
        place += step
    return _NONE


def _tell_words(teller: Teller, plain: list[str], first: int, last: int) -> None:
    """The last words and those behind."""
    if last - first > 1:
        teller.tell_pair("tail", plain[last - 2], plain[last - 1])
    else:
        teller.tell("tail", plain[last - 1])
    teller.tell_each("after", plain[last : last + _BEHIND])


def _tell_near(teller: Teller, strong: list[Sign], first: int, last: int) -> None:
    """The strong signs nearest to a claim."""
    before = behind = _NONE
    for sign in strong:
        if sign.last <= first:
            before = sign.name
        elif sign.first >= last:
            behind = sign.name
            break
    teller.tell("near before", before)
    teller.tell("near behind", behind)


def _opened(plain: list[str]) -> list[int]:
    """The bracket that each token stands in, -1 where none."""
    found: list[int] = []
    opened: list[int] = []
    for i, word in enumerate(plain):
        if word == ")" and opened:
            opened.pop()
        found.append(opened[-1] if opened else -1)
        if word == "(":
            opened.append(i)
    return found


def _told_before(strong: list[Sign], bracket: int) -> str:
    """The last strong sign before a bracket: what stands in it is a part of what that tells."""
    names = [sign.name for sign in strong if sign.last <= bracket]
    return names[-1] if names else _NONE


def _item(kind: str, when: str, *over: tuple[str, bool]) -> list[Feature]:
    """The season, and whether the times of the item lay behind its document's date."""
    return [("kind", kind), ("period", when), *((f"{role} over", is_over) for role, is_over in over)]


def _measured(measured: tuple[tuple[str, bool], ...], beside: tuple[tuple[str, str], ...], when: str) -> list[Feature]:
    found: list[Feature] = [("loose", f"{place} {size}") for size, place in beside or ((_NONE, _NONE),)]
    if not measured:
        return [*found, ("share", "none")]
    sizes = [size for size, _ in measured]
    found += [("first share", sizes[0]), ("first share when", f"{sizes[0]} {when}"), ("last share", sizes[-1])]
    for size, less in measured:
        found += [("share", size), ("share when", f"{size} {when}"), ("share lower", f"{size} {less}")]
    return found


def _cues(*labels: str) -> list[Feature]:
    return [*(("cue", label) for label in labels), *(("cues", f"{a} {b}") for a, b in pairwise(labels))]


MAKERS: Final[Makers] = {"item": _item, "heading": context_features, "labels": _cues, "measure": _measured}
