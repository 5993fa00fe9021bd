"""Act and target of many items at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from camket.records import ACTS, Act, Cue
from camket.scoring import aims, second_look, sections, store
from camket.scoring.features import expand, item_groups
from camket.scoring.groups import GroupSums
from camket.scoring.linear import LinearModel
from camket.scoring.observed import Observed, place
from camket.scoring.reasons import Decisions, Words, find_reasons
from camket.scoring.scorer import Scorer

FAMILY: Final = "acts"
MODEL: Final = "act"
# Below this probability of act and target together, a person should look ("cần người xem").
SURE: Final = 0.6
# From this probability on, that an item is a commitment needs no explanation: why it has a target does.
CLEAR: Final = 0.8
# Signs of a reason, and of a contrast ("tuy nhiên").
_ORDER: Final = frozenset(["after", "before", "heading", "waits", "stops"])
_PROMISE: Final = "commitment"
_YES: Final = "commitment/yes"
_NO: Final = "commitment/no"


def joint(act: str, target: bool | None) -> str:
    """The class of an act and a target: one model decides on both, so that they agree.

    Examples
    --------
    >>> joint("commitment", True), joint("claim", None)
    ('commitment/yes', 'claim')
    """
    return (_YES if target else _NO) if act == _PROMISE else act


# Classes of the model, in the order of its columns.
CLASSES: Final = tuple(sorted([*(act for act in ACTS if act != _PROMISE), _YES, _NO]))
_AT: Final = {name: CLASSES.index(name) for name in CLASSES}
_CHOSEN_YES: Final = _AT[_YES]
_CHOSEN_NO: Final = _AT[_NO]
# What is told of each item: the probabilities of the acts, and that of a target if it is a commitment.
NAMES: Final = (*sections.NAMES.values(), "target")
_OTHERS: Final = [_AT[act] for act in ACTS if act != _PROMISE]


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


class ActDecision(NamedTuple):
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
    total, words = score(batch, family.scorer)
    seen = look_again(batch, family.models[MODEL], total)
    shares = by_act(family.models[MODEL].softmax(total)).tolist()
    probabilities = [
        aims.weigh(sections.weigh(dict(zip(NAMES, row, strict=True)), sections.of(one.source.item)), one)
        for one, row in zip(batch, shares, strict=True)
    ]
    chosen = [_choose(one, found) for one, found in zip(batch, probabilities, strict=True)]
    decisions = _explained(chosen, probabilities, total)
    told = {
        i: second_look.tell(found, decisions.chosen[i], decisions.others[i], batch[i].source.syllables)
        for i, found in seen.items()
    }
    reasons = find_reasons(batch, family.scorer, words, decisions, told)
    return [
        ActDecision(act, found["target"] >= 0.5, found, why)
        for act, found, why in zip(chosen, probabilities, reasons, strict=True)
    ]


def score(batch: Sequence[Observed], scorer: Scorer) -> tuple[np.ndarray, Words]:
    """Decision values of each item, shape (n_items, n_classes), and what is known of its words.

    The same as those of the scorer for the rows of :func:`camket.scoring.features.item_row`, to rounding.
    """
    placed = place(batch, scorer.vectoriser.index)
    words, lengths = scorer.total_of_words(placed)
    heads = scorer.heads.find(placed, [one.source.item.kind for one in batch])
    total = words + scorer.total_of_heads(heads) + _groups(scorer).total([item_groups(one) for one in batch])
    return total + scorer.bias, Words(placed, lengths, heads)


# Two: the models in use, and others that they are compared with.
@lru_cache(maxsize=2)
def _groups(scorer: Scorer) -> GroupSums:
    return GroupSums(scorer.evidence, scorer.vectoriser.known, expand)


def look_again(batch: Sequence[Observed], model: LinearModel, total: np.ndarray) -> dict[int, list[second_look.Placed]]:
    """Add what words tell to the scores of the items in doubt; their evidence by place in the batch."""
    doubtful = np.flatnonzero(model.softmax(total).max(axis=1) < second_look.DOUBT).tolist()
    seen = {i: second_look.look(batch[i]) for i in doubtful}
    if seen:
        total[doubtful] += second_look.added_scores(list(seen.values())) * model.temperature
    return seen


def by_act(shares: np.ndarray) -> np.ndarray:
    """Probabilities of the acts, and of a target if the item is a commitment, in the order of :data:`NAMES`.

    Parameters
    ----------
    shares : ndarray of shape (n_items, n_classes)
        Probabilities of :data:`CLASSES`.

    Examples
    --------
    >>> by_act(np.array([[0.0, 0.2, 0.2, 0.6, 0.0, 0.0]])).tolist()
    [[0.8, 0.2, 0.0, 0.0, 0.0, 0.7499999999999999]]
    """
    yes, no = shares[:, _CHOSEN_YES], shares[:, _CHOSEN_NO]
    return np.column_stack([yes + no, shares[:, _OTHERS], yes / (yes + no)])


def _explained(acts: Sequence[Act], probabilities: Sequence[dict[str, float]], total: np.ndarray) -> Decisions:
    """The decisions to be explained: on the target of a clear commitment, else on the act."""
    with_target = [found["target"] >= 0.5 for found in probabilities]
    best = np.array([_AT[joint(act, yes)] for act, yes in zip(acts, with_target, strict=True)])
    promises = np.array([act == _PROMISE for act in acts])
    clear = promises & (np.array([found["act=commitment"] for found in probabilities]) >= CLEAR)
    rivals = total.copy()
    rivals[np.arange(len(best)), best] = -np.inf
    rivals[promises, _CHOSEN_YES] = rivals[promises, _CHOSEN_NO] = -np.inf
    others = np.where(clear, _CHOSEN_YES + _CHOSEN_NO - best, rivals.argmax(axis=1))
    labels = [
        f"target={'yes' if yes else 'no'}" if is_clear else f"act={act}"
        for act, yes, is_clear in zip(acts, with_target, clear.tolist(), strict=True)
    ]
    return Decisions(best.tolist(), others.tolist(), labels)


def _choose(one: Observed, probabilities: dict[str, float]) -> Act:
    """The most probable act; what sets two things against each other before it gives a reason is more than a cause."""
    act = sections.best_act(probabilities)
    if act == "cause" and _contrasts_first(one):
        return sections.best_act({name: p for name, p in probabilities.items() if name != "act=cause"})
    return act


def _contrasts_first(one: Observed) -> bool:
    signs = [sign for *_, entry in one.cause_hits for sign in entry.signs if sign in _ORDER]
    return bool(signs) and signs[0] == "stops"
