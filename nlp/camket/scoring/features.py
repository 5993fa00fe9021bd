"""An item's row: its words, and its normalised evidence.

Words carry what rules can't foresee, evidence what words can't show: that "31/12" lies ahead of the document's date,
that a figure is a floor, that a verb of effort has nothing countable behind it.

Evidence comes in groups, each made of a small state of the item that many items share: what a state is worth is summed
once and then looked up (:mod:`camket.scoring.groups`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from camket.pipes.causes.explanations import Hit
from camket.pipes.clauses import Clause
from camket.scoring.consequences import consequences
from camket.scoring.groups import Group
from camket.scoring.heads import head
from camket.scoring.observed import Observed
from camket.scoring.quantities import figure_features, figure_state, time_features, time_state
from camket.scoring.states import states_evidence
from camket.scoring.vectoriser import Feature, Row
from camket.scoring.words import WordIndex

_MAX_CONTEXT: Final = 24
_BULLETS: Final = frozenset("-+•*")
# An explanation that begins within the first tokens opens the item.
_OPENING: Final = 4
# Whether an item has a heading, consequences, times, figures, phrases of causes, states and cues.
Has = tuple[bool, bool, bool, bool, bool, bool, bool]
# What is told if it has not; on phrases of causes more is told.
_NONE: Final[tuple[Feature | None, ...]] = (
    ("context", "none"), ("consequence", "none"), ("times", 0), ("figures", 0), None, ("first state", "none"),
    ("cue", "none"),
)  # fmt: skip
# Phrases that name a cause, whether states and figures stand beside them, how the item opens, signs of a reason.
CauseState = tuple[int, bool, bool, str | None, tuple[str, ...]]


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
    """All evidence of an item but its first words, as groups; what it has none of is told in one of them."""
    source, hits, states = observed.source, observed.cause_hits, observed.states
    item, times, figures, cues = source.item, observed.times, observed.figures, observed.cues
    following = consequences(source.syllables)
    has = (
        bool(item.context), following != (), len(times) > 0, len(figures) > 0, len(hits) > 0, len(states) > 0,
        len(cues) > 0,
    )  # fmt: skip
    found: list[Group] = [
        ("moods", _moods(item.kind, source.clauses)), ("has", has),
        ("shape", _shape(item.text, len(source.syllables), source.syllables.is_upper)),
    ]  # fmt: skip
    if following:
        found.append(("consequences", following))
    if item.context:
        found.append(("context", item.context))
    if times:
        found.append(("times", time_state(times, item.date)))
    if figures:
        found.append(("figures", figure_state(figures)))
    if hits:
        found.append(("causes", _causes(hits, len(states) > 0, len(figures) > 0)))
    if states:
        found.append(("states", tuple([state for _, _, state in states])))
    if cues:
        found += _cues([cue.label for cue in cues])
    return found


def expand(group: Group) -> Sequence[Feature]:
    """The evidence of a group.

    Examples
    --------
    >>> expand(("moods", ("report", "done")))
    [('kind', 'report'), ('mood', 'done')]
    """
    name, state = group
    return _MAKERS[name](state)


def _has_features(has: Has) -> list[Feature]:
    """What an item has none of."""
    found: list[Feature] = [feature for feature, given in zip(_NONE, has, strict=True) if feature and not given]
    _, _, _, has_figures, has_hits, has_states, _ = has
    return found if has_hits else found + _cause_features((0, has_states, has_figures, None, ()))


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
    counts: dict[str, int] = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
    return [("cue ends", (labels[0], labels[-1])), *[("cue", (label, min(n, 4))) for label, n in counts.items()]]


def _cue_ends_features(ends: tuple[str, str]) -> list[Feature]:
    return [("first cue", ends[0]), ("last cue", ends[1])]


def _cue_features(counted: tuple[str, int]) -> list[Feature]:
    label, n = counted
    return [("cue", label), (label, n)] if n > 1 else [("cue", label)]


def _causes(hits: Sequence[Hit], has_states: bool, has_figures: bool) -> CauseState:
    """How much of a text explains, beside states and figures or not, and whether it opens with an explanation."""
    signs: set[str] = set()
    named = 0
    for _, _, entry in hits:
        named += entry.causes != ()
        signs.update(entry.signs)
    first, _, entry = hits[0]
    opening = entry.signs[0] if first < _OPENING and entry.signs else None
    return min(named, 4), has_states, has_figures, opening, tuple(sorted(signs))


def _cause_features(state: CauseState) -> list[Feature]:
    named, has_states, has_figures, opening, signs = state
    found: list[Feature] = [
        ("causes", named), ("causes and states", f"{min(named, 3)} {has_states}"),
        ("causes and figures", f"{min(named, 3)} {has_figures}"), *(("explains", sign) for sign in signs),
    ]  # fmt: skip
    return found if opening is None else [*found, ("explains first", opening)]


def _consequence_features(names: tuple[str, ...]) -> list[Feature]:
    return [("consequence", name) for name in names]


# How the evidence of each group is made of its state.
_MAKERS: Final[dict[str, Callable[[Any], Sequence[Feature]]]] = {
    "moods": _mood_features, "has": _has_features, "context": context_features, "shape": _shape_features,
    "consequences": _consequence_features, "cue ends": _cue_ends_features, "cue": _cue_features,
    "times": time_features, "figures": figure_features, "causes": _cause_features, "states": states_evidence,
}  # fmt: skip
