"""An item's row: its words, and its normalised evidence.

Words carry what rules can't foresee, evidence what words can't show: that "31/12" lies ahead of the document's date,
that a figure is a floor, that a verb of effort has nothing countable behind it.

Evidence comes in groups, each made of a small state of the item that many items share: what a state is worth is summed
once and then looked up (:mod:`camket.scoring.groups`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any

from camket.pipes.clauses import Clause
from camket.records import Figure, Time
from camket.scoring.consequences import consequences
from camket.scoring.groups import Group
from camket.scoring.heads import head
from camket.scoring.observed import Observed
from camket.scoring.states import states_evidence
from camket.scoring.vectoriser import Feature, Row
from camket.scoring.words import WordIndex

_MAX_CONTEXT = 24
_BULLETS = frozenset("-+•*")
# An explanation that begins within the first tokens opens the item.
_OPENING = 4
_SIDES = frozenset(["past", "ahead", "around"])
# No times, no figures.
_NONE = (0,)


def item_row(observed: Observed, index: WordIndex) -> Row:
    """Words and evidence of one item.

    Parameters
    ----------
    observed : Observed
        The item with its times, figures and cues.
    index : WordIndex
        The shared words.

    Returns
    -------
    Row
        To be turned into a matrix row by the family's vectoriser.
    """
    words, pairs = observed.columns(index)
    source = observed.source
    opening: list[Feature] = [*head(source.syllables.forms, source.item.kind)]
    return Row(words + pairs, opening + list(chain.from_iterable(map(expand, item_groups(observed)))))


def item_groups(observed: Observed) -> list[Group]:
    """All evidence of an item but its first words, as groups."""
    source = observed.source
    item = source.item
    return [
        ("moods", _moods(item.kind, source.clauses)),
        ("context", item.context),
        ("shape", _shape(item.text, len(source.syllables), source.syllables.is_upper)),
        ("consequences", consequences(source.syllables)),
        ("times", _times(observed) if observed.times else _NONE),
        ("figures", _figures(observed.figures) if observed.figures else _NONE),
        ("causes", _causes(observed)),
        ("states", tuple([state for _, _, state in observed.states])),
        *_cues([cue.label for cue in observed.cues]),
    ]


def expand(group: Group) -> Sequence[Feature]:
    """The evidence of a group.

    Examples
    --------
    >>> expand(("moods", ("report", "done")))
    [('kind', 'report'), ('mood', 'done')]
    """
    name, state = group
    return _MAKERS[name](state)


def _moods(kind: str, clauses: Sequence[Clause]) -> tuple[str, ...]:
    return (kind, clauses[0].mood) if len(clauses) == 1 else (kind, *sorted({clause.mood for clause in clauses}))


def _mood_features(state: tuple[str, ...]) -> list[Feature]:
    return [("kind", state[0]), *(("mood", mood) for mood in state[1:])]


@lru_cache(maxsize=1024)
def context_features(context: str | None) -> tuple[Feature, ...]:
    """Words of the heading or table header above; the same for all rows of a table, so found once."""
    if not context:
        return (("context", "none"),)
    words = context.lower().split()[:_MAX_CONTEXT]
    return (*(("context word", w) for w in words), ("context", "table" if " | " in context else "heading"))


def _shape(text: str, n: int, is_upper: bool) -> tuple[str, int, bool, bool, bool]:
    return text[-1:], min(n // 12, 6), text[:1] in _BULLETS, is_upper, " | " in text


def _shape_features(state: tuple[str, int, bool, bool, bool]) -> list[Feature]:
    end, length, has_bullet, is_upper, is_row = state
    found: list[Feature] = [("end", end), ("length", length), ("bullet", has_bullet)]
    if is_upper:
        found.append(("shape", "capitals"))
    if is_row:
        found.append(("shape", "row"))
    return found


def _cues(labels: list[str]) -> list[Group]:
    """The first cue and the last one, and how often each label stands there: all at once would hardly be met again."""
    if not labels:
        return [("cue ends", None)]
    counts: dict[str, int] = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
    return [("cue ends", (labels[0], labels[-1])), *[("cue", (label, min(n, 4))) for label, n in counts.items()]]


def _cue_ends_features(ends: tuple[str, str] | None) -> list[Feature]:
    return [("cue", "none")] if ends is None else [("first cue", ends[0]), ("last cue", ends[1])]


def _cue_features(counted: tuple[str, int]) -> list[Feature]:
    label, n = counted
    return [("cue", label), (label, n)] if n > 1 else [("cue", label)]


def _causes(observed: Observed) -> tuple[int, bool, bool, str | None, tuple[str, ...]]:
    """How much of a text explains, beside states and figures or not, and whether it opens with an explanation."""
    hits = observed.cause_hits
    has_states, has_figures = len(observed.states) > 0, len(observed.figures) > 0
    if not hits:
        return 0, has_states, has_figures, None, ()
    signs: set[str] = set()
    named = 0
    for _, _, entry in hits:
        named += entry.causes != ()
        signs.update(entry.signs)
    first, _, entry = hits[0]
    opening = entry.signs[0] if first < _OPENING and entry.signs else None
    return min(named, 4), has_states, has_figures, opening, tuple(sorted(signs))


def _cause_features(state: tuple[int, bool, bool, str | None, tuple[str, ...]]) -> list[Feature]:
    named, has_states, has_figures, opening, signs = state
    found: list[Feature] = [
        ("causes", named), ("causes and states", f"{min(named, 3)} {has_states}"),
        ("causes and figures", f"{min(named, 3)} {has_figures}"), *(("explains", sign) for sign in signs),
    ]  # fmt: skip
    return found if opening is None else [*found, ("explains first", opening)]


def _times(observed: Observed) -> tuple[Hashable, ...]:
    """How many times there are, and the bound, role and place of each."""
    day = observed.source.item.date
    return min(len(observed.times), 3), *sorted({(time.bound, time.role, *_when(time, day)) for time in observed.times})


def _when(time: Time, anchor: date | None) -> tuple[str, int]:
    """Where a time lies from the document's date, and how many years; or that it repeats or waits for an event."""
    if time.rrule:
        return "repeats", 0
    if time.to is None or time.from_ is None or anchor is None:
        return "event" if time.event else "unanchored", 0
    side = "past" if time.to < anchor else "ahead" if time.from_ > anchor else "around"
    return side, max(-2, min(2, time.to.year - anchor.year))


def _time_features(state: tuple[Any, ...]) -> list[Feature]:
    found: list[Feature] = [("times", state[0])]
    for bound, role, side, years in state[1:]:
        when = f"{side}{years:+d}" if side in _SIDES else side
        found += [("bound", bound), ("time role", role), (bound, when)]
    return found


def _figures(figures: Sequence[Figure]) -> tuple[Hashable, ...]:
    """How many figures there are, and the role, class of unit and bound of each."""
    return min(len(figures), 5), *sorted({_figure(figure) for figure in figures})


def _figure(figure: Figure) -> tuple[str, str, str]:
    return figure.role, unit_class(figure.unit), bound_class(figure)


def _figure_features(state: tuple[Any, ...]) -> list[Feature]:
    found: list[Feature] = [("figures", state[0])]
    for role, unit, bound in state[1:]:
        found += [("figure role", role), (unit, bound)]
    return found


def unit_class(unit: str | None) -> str:
    """Coarse class of a unit: percent, money, points, or a counted thing."""
    if unit is None:
        return "none"
    if unit.startswith(("%", "điểm")):
        return unit[:6]
    return "money" if unit.startswith(("VND", "USD")) else "count"


def bound_class(figure: Figure) -> str:
    """Whether a figure is a floor, a ceiling, a range, a ratio or exact."""
    if figure.of is not None:
        return "whole" if figure.low == figure.of else "ratio"
    if figure.low is None or figure.high is None:
        return "floor" if figure.high is None else "ceiling"
    return "exact" if figure.low == figure.high else "range"


def _consequence_features(names: tuple[str, ...]) -> list[Feature]:
    return [("consequence", name) for name in names or ("none",)]


# How the evidence of each group is made of its state.
_MAKERS: dict[str, Callable[[Any], Sequence[Feature]]] = {
    "moods": _mood_features, "context": context_features, "shape": _shape_features,
    "consequences": _consequence_features, "cue ends": _cue_ends_features, "cue": _cue_features,
    "times": _time_features, "figures": _figure_features, "causes": _cause_features, "states": states_evidence,
}  # fmt: skip
