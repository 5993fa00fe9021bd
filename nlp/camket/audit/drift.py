"""What changed between two commitments of one organisation: targets, deadlines, what was dropped or only copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from camket.audit.goals import best_pair, goals, pair_goals
from camket.linking.facets import kinds_conflict, numbered_match
from camket.linking.model import LinkModel, load_model
from camket.linking.outcome.compare import bounds, is_lower_better
from camket.linking.outcome.promise import Promise
from camket.linking.quantities import value_in
from camket.linking.unit import Unit, prepare
from camket.linking.weights import TermWeights
from camket.records import Annotation, Figure
from camket.text.lexer import Syllables

Change = Literal["target_lowered", "target_raised", "deadline_moved", "dropped", "added", "copied"]
_SAME = 0.45  # share of weighted words from which two promises are on one thing
_SURE, _SURE_PAIR = 0.2, 0.8  # what a number on the same thing adds, and how much alike its words must be


@dataclass(frozen=True, slots=True)
class Drift:
    """One change from an older to a newer commitment.

    ``old`` and ``new`` are ids of items, empty where there is none; ``detail`` writes the change out.
    """

    change: Change
    old: str
    new: str
    detail: str = ""


def drift(old: Iterable[Annotation], new: Iterable[Annotation], model: LinkModel | None = None) -> list[Drift]:
    """Compare the commitments of two years or versions.

    Examples
    --------
    >>> from datetime import date
    >>> from camket.linking.reading import read_side
    >>> from camket.records import Item
    >>> def side(text, year):
    ...     return read_side([Item(text, "commitment", date(year, 1, 20), id=str(year))])
    >>> changes = drift(side("1. Trồng 120 ha rừng.", 2023), side("1. Trồng 90 ha rừng.", 2024))
    >>> [(c.change, c.detail) for c in changes]
    [('target_lowered', '120 ha → 90 ha')]
    """
    before, after = ([u for u in prepare(side) if u.promises] for side in (old, new))
    found: list[Drift] = []
    partners = _partners(before, after, model or load_model())
    for unit in before:
        other = partners.get(unit.id)
        found += _changes(unit, other) if other else [Drift("dropped", unit.id, "")]
    kept = {unit.id for unit in partners.values()}
    return [*found, *(Drift("added", "", unit.id) for unit in after if unit.id not in kept)]


def _partners(before: Sequence[Unit], after: Sequence[Unit], model: LinkModel) -> dict[str, Unit]:
    """The newer promise on the same thing for each older one, one to one, the surest first."""
    weights = TermWeights(model.background, (before, after))
    aims = [[goals(unit) for unit in side] for side in (before, after)]
    likeness = {
        # An item that promises two things is half unlike one that goes on with only one of them.
        (i, j): _likeness(unit, other, weights) + _SURE * (best_pair(aims[0][i], aims[1][j]) >= _SURE_PAIR)
        for i, unit in enumerate(before) for j, other in enumerate(after)
    }  # fmt: skip
    found: dict[int, int] = {}
    for (i, j), value in sorted(likeness.items(), key=lambda pair: (-pair[1], pair[0])):
        if value >= _SAME and i not in found and j not in found.values():
            found[i] = j
    return {before[i].id: after[j] for i, j in found.items()}


def _likeness(old: Unit, new: Unit, weights: TermWeights) -> float:
    """Cosine of the words of two promises, numbers aside: they are what changes; other places are other promises."""
    mine, theirs = ({t.name for t in unit.terms if not any(c.isdigit() for c in t.name)} for unit in (old, new))
    whole = (weights.mass(mine) * weights.mass(theirs)) ** 0.5
    apart = kinds_conflict(old.text, new.text) + (numbered_match(old.text, new.text) < 0)
    return weights.mass(mine & theirs) / whole - 0.3 * apart if whole else 0.0


def _changes(old: Unit, new: Unit) -> list[Drift]:
    found = [*_targets(old, new), *_deadlines(old, new)]
    return found or ([Drift("copied", old.id, new.id)] if plain(old.text) == plain(new.text) else [])


def plain(text: str) -> tuple[str, ...]:
    """Words of a text without numbers and signs: what stays when a sentence is copied into the next year.

    Examples
    --------
    >>> plain("1. Tăng cường tuyên truyền năm 2023.") == plain("3. Tăng cường tuyên truyền năm 2024.")
    True
    """
    return tuple(word for word in Syllables(text).lowered if word[0].isalpha() or word == "%")


def _targets(old: Unit, new: Unit) -> list[Drift]:
    found = []
    for mine, theirs in pair_goals(goals(old), goals(new)):
        before, after = _values(mine, mine.unit), _values(theirs, mine.unit)
        pairs = zip(before, after, strict=True)
        way = next((b > a for a, b in pairs if a is not None and b is not None and a != b), None)
        if way is None:
            continue
        worse = way == is_lower_better(Promise(mine, frozenset(), old.text.lower()))
        change: Change = "target_lowered" if worse else "target_raised"
        found.append(Drift(change, old.id, new.id, f"{bounds(mine)} → {bounds(theirs)}"))
    return found


def _values(figure: Figure, unit: str | None) -> tuple[float | None, ...]:
    """What is compared, the first that differs: the number or its lower bound, then an upper one."""
    sides = (replace(figure, high=None), replace(figure, low=None))
    return tuple(value_in(side, unit or "") for side in (figure, *sides))


def _deadlines(old: Unit, new: Unit) -> list[Drift]:
    """A deadline that was moved: to a later day, or to a later place in the newer year; in the words of both."""
    mine, theirs = _latest(old), _latest(new)
    if mine is None or theirs is None or mine[0] == theirs[0]:
        return []
    years = new.day.year - old.day.year if old.day and new.day else 0
    before, after = mine[0], theirs[0]
    if (after.year - years, after.month, after.day) == (before.year, before.month, before.day):
        return []
    return [Drift("deadline_moved", old.id, new.id, f"{mine[1]} → {theirs[1]}")]


def _latest(unit: Unit) -> tuple[date, str] | None:
    """The last day of a commitment and the words that name it."""
    times = (t for t in unit.annotation.evidence.times if t.role == "deadline")
    days = [(t.last_day, unit.text[t.start : t.end]) for t in times if t.last_day]
    return max(days, key=lambda pair: pair[0], default=None)
