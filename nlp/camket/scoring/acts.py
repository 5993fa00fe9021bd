"""Act and target of many items at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from camket.records import Cue
from camket.scoring import sections, store
from camket.scoring.features import item_row
from camket.scoring.observed import Observed
from camket.scoring.reasons import find_reasons

FAMILY = "acts"
# Below this probability of act and target together, a person should look ("cần người xem").
SURE = 0.6
# Signs of a reason, and of a contrast ("tuy nhiên").
_ORDER = frozenset(["after", "before", "heading", "waits", "stops"])


@dataclass(frozen=True, slots=True)
class ActDecision:
    """Most probable act, whether the item would have a target as a commitment, and how sure that is.

    ``probabilities`` holds "act=…" for each act and "target"; ``reasons`` are the words that decided, labelled
    "act=claim" or "target=yes".
    """

    act: str
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
        if self.act != "commitment":
            return sure
        target = self.probabilities["target"]
        return sure * max(target, 1 - target)


def decide(batch: Sequence[Observed]) -> list[ActDecision]:
    """Act and target of each item; the section it stands in is taken into account."""
    if not batch:
        return []
    family = store.load(FAMILY)
    scores = family.scorer.scores([item_row(one, family.vectoriser.index) for one in batch])
    act, target = family.models["act"], family.models["target"]
    acts, answers = act.softmax(scores["act"]).tolist(), target.softmax(scores["target"]).tolist()
    yes = target.classes.index("yes")
    probabilities = [
        sections.weigh({f"act={name}": p for name, p in zip(act.classes, row, strict=True)}, one.source.item.section)
        | {"target": answer[yes]}
        for one, row, answer in zip(batch, acts, answers, strict=True)
    ]
    chosen = [_choose(one, found) for one, found in zip(batch, probabilities, strict=True)]
    targets = [found["target"] >= 0.5 for found in probabilities]
    reasons = _reasons(batch, family, scores, chosen, targets)
    return list(map(ActDecision, chosen, targets, probabilities, reasons))


def _choose(one: Observed, probabilities: dict[str, float]) -> str:
    """The most probable act; what sets two things against each other before it gives a reason is more than a cause."""
    act = sections.best_act(probabilities)
    if act == "cause" and _contrasts_first(one):
        return sections.best_act({name: p for name, p in probabilities.items() if name != "act=cause"})
    return act


def _contrasts_first(one: Observed) -> bool:
    signs = [sign for *_, entry in one.cause_hits for sign in entry.signs if sign in _ORDER]
    return bool(signs) and signs[0] == "stops"


def _reasons(
    batch: Sequence[Observed], family: store.Family, scores: dict[str, np.ndarray], acts: Sequence[str],
    targets: Sequence[bool],
) -> list[tuple[Cue, ...]]:  # fmt: skip
    """What decided on the act; of commitments first what decided on the target."""
    found = find_reasons(batch, family.scorer, "act", scores["act"], acts)
    promises = [i for i, act in enumerate(acts) if act == "commitment"]
    if promises:
        answers = ["yes" if targets[i] else "no" for i in promises]
        told = find_reasons([batch[i] for i in promises], family.scorer, "target", scores["target"][promises], answers)
        for i, more in zip(promises, told, strict=True):
            found[i] = more + found[i]
    return found
