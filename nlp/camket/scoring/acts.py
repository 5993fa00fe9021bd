"""Act and target of many items at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from camket.records import Cue
from camket.scoring import sections, store
from camket.scoring.features import item_row
from camket.scoring.observed import Observed
from camket.scoring.reasons import Decision, find_reasons
from camket.scoring.scorer import Scorer

FAMILY = "acts"
# Below this probability of act and target together, a person should look ("cần người xem").
SURE = 0.6
# From this probability on, that an item is a commitment needs no explanation: why it has a target does.
CLEAR = 0.8
# Signs of a reason, and of a contrast ("tuy nhiên").
_ORDER = frozenset(["after", "before", "heading", "waits", "stops"])


@dataclass(frozen=True, slots=True)
class ActDecision:
    """Most probable act, whether the item would have a target as a commitment, and how sure that is.

    ``probabilities`` holds "act=…" for each act and "target"; ``reasons`` are the words that decided on the target of a
    clear commitment, else on the act, labelled "target=yes", "act=claim" and so on.
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
    total, lengths = family.scorer.total([item_row(one, family.vectoriser.index) for one in batch])
    act, target = family.models["act"], family.models["target"]
    places = family.scorer.places
    acts, targets = act.softmax(total[:, places["act"]]).tolist(), target.softmax(total[:, places["target"]]).tolist()
    yes = target.classes.index("yes")
    names = [f"act={name}" for name in act.classes]
    probabilities = [
        sections.weigh(dict(zip(names, row, strict=True)), one.source.item.section) | {"target": answer[yes]}
        for one, row, answer in zip(batch, acts, targets, strict=True)
    ]
    chosen = [_choose(one, found) for one, found in zip(batch, probabilities, strict=True)]
    decisions = [_explained(family.scorer, *row) for row in zip(chosen, probabilities, total.tolist(), strict=True)]
    reasons = find_reasons(batch, family.scorer, lengths, decisions)
    return [
        ActDecision(name, found["target"] >= 0.5, found, why)
        for name, found, why in zip(chosen, probabilities, reasons, strict=True)
    ]


def _explained(scorer: Scorer, act: str, probabilities: dict[str, float], scores: list[float]) -> Decision:
    """The decision to be explained: on the target of a clear commitment, else on the act."""
    target = probabilities["target"]
    if act == "commitment" and probabilities["act=commitment"] >= CLEAR:
        model, chosen = "target", "yes" if target >= 0.5 else "no"
    else:
        model, chosen = "act", act
    first, names = scorer.places[model].start, scorer.models[model].classes
    best = names.index(chosen)
    others = [first + i for i in range(len(names)) if i != best]
    return Decision(first + best, max(others, key=scores.__getitem__), f"{model}={chosen}")


def _choose(one: Observed, probabilities: dict[str, float]) -> str:
    """The most probable act; what sets two things against each other before it gives a reason is more than a cause."""
    act = sections.best_act(probabilities)
    if act == "cause" and _contrasts_first(one):
        return sections.best_act({name: p for name, p in probabilities.items() if name != "act=cause"})
    return act


def _contrasts_first(one: Observed) -> bool:
    signs = [sign for *_, entry in one.cause_hits for sign in entry.signs if sign in _ORDER]
    return bool(signs) and signs[0] == "stops"
