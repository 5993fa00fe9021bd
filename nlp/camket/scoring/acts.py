"""Act and target of many items at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from camket.records import ACTS, Act, Cue
from camket.scoring import aims, second_look, sections, store
from camket.scoring.features import item_row
from camket.scoring.linear import LinearModel
from camket.scoring.observed import Observed
from camket.scoring.reasons import Decision, find_reasons

FAMILY, MODEL = "acts", "act"
# Below this probability of act and target together, a person should look ("cần người xem").
SURE = 0.6
# From this probability on, that an item is a commitment needs no explanation: why it has a target does.
CLEAR = 0.8
# Signs of a reason, and of a contrast ("tuy nhiên").
_ORDER = frozenset(["after", "before", "heading", "waits", "stops"])
_PROMISE, _YES, _NO = "commitment", "commitment/yes", "commitment/no"


def joint(act: str, target: bool | None) -> str:
    """The class of an act and a target: one model decides on both, so that they agree.

    Examples
    --------
    >>> joint("commitment", True), joint("claim", None)
    ('commitment/yes', 'claim')
    """
    return (_YES if target else _NO) if act == _PROMISE else act


# Classes of the model, in the order of its columns.
CLASSES = tuple(sorted([*(act for act in ACTS if act != _PROMISE), _YES, _NO]))
_AT = {name: CLASSES.index(name) for name in CLASSES}
_OTHERS = tuple((f"act={act}", _AT[act]) for act in ACTS if act != _PROMISE)
_CHOSEN_YES, _CHOSEN_NO = _AT[_YES], _AT[_NO]


def best(scores: Sequence[float]) -> tuple[str, bool | None]:
    """Act and target of the highest score, by the words of an item alone; the target of what is no commitment is None.

    Examples
    --------
    >>> best([0.0, 0.0, 0.1, 2.0, 0.3, 0.0])
    ('commitment', True)
    """
    name = CLASSES[max(range(len(scores)), key=scores.__getitem__)]
    act, _, target = name.partition("/")
    return act, target == "yes" if target else None


@dataclass(frozen=True, slots=True)
class ActDecision:
    """Most probable act, whether the item would have a target as a commitment, and how sure that is.

    ``probabilities`` holds "act=…" for each act and "target"; ``reasons`` are the words that decided on the target of a
    clear commitment, else on the act, labelled "target=yes", "act=claim" and so on.
    """

    act: Act
    target: bool
    probabilities: dict[str, float]
    reasons: tuple[Cue, ...]

    @property
    def confidence(self) -> float:
        """Probability that act and, of a commitment, target are both right.

        Examples
        --------
        >>> ActDecision("commitment", True, {"act=commitment": 0.9, "target": 0.6}, ()).confidence
        0.54
        """
        sure = self.probabilities[f"act={self.act}"]
        if self.act != _PROMISE:
            return sure
        target = self.probabilities["target"]
        return sure * max(target, 1 - target)


def decide(batch: Sequence[Observed]) -> list[ActDecision]:
    """Act and target of each item; the section it stands in and a level that it names are taken into account.

    Where the words leave room for doubt, :mod:`camket.scoring.second_look` adds to the scores.
    """
    if not batch:
        return []
    family = store.load(FAMILY)
    total, lengths = family.scorer.total([item_row(one, family.vectoriser.index) for one in batch])
    seen = look_again(batch, family.models[MODEL], total)
    shares = family.models[MODEL].softmax(total).tolist()
    probabilities = [
        aims.weigh(sections.weigh(by_name(row), sections.of(one.source.item)), one)
        for one, row in zip(batch, shares, strict=True)
    ]
    chosen = [_choose(one, found) for one, found in zip(batch, probabilities, strict=True)]
    decisions = [_explained(*row) for row in zip(chosen, probabilities, total.tolist(), strict=True)]
    told = {i: second_look.tell(found, decisions[i], batch[i].source.syllables) for i, found in seen.items()}
    reasons = find_reasons(batch, family.scorer, lengths, decisions, told)
    return [
        ActDecision(name, found["target"] >= 0.5, found, why)
        for name, found, why in zip(chosen, probabilities, reasons, strict=True)
    ]


def look_again(batch: Sequence[Observed], model: LinearModel, total: np.ndarray) -> dict[int, list[second_look.Placed]]:
    """Add what words tell to the scores of the items in doubt; their evidence by place in the batch."""
    doubtful = np.flatnonzero(model.softmax(total).max(axis=1) < second_look.DOUBT).tolist()
    seen = {i: second_look.look(batch[i]) for i in doubtful}
    if seen:
        total[doubtful] += second_look.added_scores(list(seen.values())) * model.temperature
    return seen


def by_name(row: Sequence[float]) -> dict[str, float]:
    """Probabilities of the acts, and of a target if the item is a commitment, from those of :data:`CLASSES`."""
    yes, no = row[_CHOSEN_YES], row[_CHOSEN_NO]
    return {"act=commitment": yes + no, **{name: row[i] for name, i in _OTHERS}, "target": yes / (yes + no)}


def _explained(act: str, probabilities: dict[str, float], scores: list[float]) -> Decision:
    """The decision to be explained: on the target of a clear commitment, else on the act."""
    has_target = probabilities["target"] >= 0.5
    best = _AT[joint(act, has_target)]
    if act == _PROMISE and probabilities["act=commitment"] >= CLEAR:
        return Decision(best, _CHOSEN_NO if has_target else _CHOSEN_YES, f"target={'yes' if has_target else 'no'}")
    own = (_CHOSEN_YES, _CHOSEN_NO) if act == _PROMISE else (best,)
    others = [i for i in range(len(scores)) if i not in own]
    return Decision(best, max(others, key=scores.__getitem__), f"act={act}")


def _choose(one: Observed, probabilities: dict[str, float]) -> Act:
    """The most probable act; what sets two things against each other before it gives a reason is more than a cause."""
    act = sections.best_act(probabilities)
    if act == "cause" and _contrasts_first(one):
        return sections.best_act({name: p for name, p in probabilities.items() if name != "act=cause"})
    return act


def _contrasts_first(one: Observed) -> bool:
    signs = [sign for *_, entry in one.cause_hits for sign in entry.signs if sign in _ORDER]
    return bool(signs) and signs[0] == "stops"
