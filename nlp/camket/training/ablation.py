"""What each part of the model of act and target is worth: the same measures with parts left out or exchanged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sklearn.model_selection import GroupKFold

from camket.corpus.items import derived_verdict
from camket.evaluation import Score, evaluate
from camket.pipes import times
from camket.records import Act
from camket.scoring.observed import Observed
from camket.training.rows import observe

Record = Mapping[str, Any]
METRICS = ("act_macro_f1", "vague_f1", "verdict_macro_f1")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Result:
    """A variant's scores in cross-validation and on the test split, and its microseconds an item."""

    name: str
    crossed: dict[str, Score]
    test: dict[str, Score]
    microseconds: float


@dataclass
class Data:
    """Records with what was found in them before the act is decided."""

    records: Sequence[Record]

    @cached_property
    def observed(self) -> list[Observed]:
        """The working memory of each record."""
        return observe(self.records)

    @property
    def texts(self) -> list[str]:
        """The texts of the records."""
        return [record["text"] for record in self.records]

    def part(self, places: Sequence[int]) -> Data:
        """Some of the records; what was found in them is not looked for again."""
        found = Data([self.records[i] for i in places])
        found.observed = [self.observed[i] for i in places]
        return found


# Learns from some data and judges other: act and target of each record, and the seconds the judging took.
Variant = Callable[[Data, Data], tuple[list[tuple[Act, bool]], float]]


def run(train: Sequence[Record], test: Sequence[Record], variants: Mapping[str, Variant]) -> list[Result]:
    """Measure variants by cross-validation over the training documents and on the test split.

    Parameters
    ----------
    train, test : sequence of dict
        Labelled records.
    variants : mapping of str to callable
        See :func:`camket.training.variants.variants_of`.
    """
    learned, asked = Data(train), Data(test)
    groups = [record["doc"] for record in train]
    folds = list(GroupKFold(FOLDS).split(train, groups=groups))
    results = []
    for name, variant in variants.items():
        predicted: dict[str, Record] = {}
        for known, held in folds:
            part = learned.part(held)
            predicted |= _records(part, variant(learned.part(known), part)[0])
        decisions, seconds = variant(learned, asked)
        crossed, tested = _scores(train, predicted), _scores(test, _records(asked, decisions))
        results.append(Result(name, crossed, tested, seconds / len(test) * 1e6))
    return results


def _scores(gold: Sequence[Record], predicted: Mapping[str, Record]) -> dict[str, Score]:
    return {score.metric: score for score in evaluate(gold, predicted) if score.metric in METRICS}


def _records(data: Data, decisions: Sequence[tuple[Act, bool]]) -> dict[str, Record]:
    """The labels that follow from act and target, with the roles that times have for that act."""
    found: dict[str, Mapping[str, Any]] = {}
    for record, one, (act, target) in zip(data.records, data.observed, decisions, strict=True):
        roles = [{"role": time.role} for time in times.assign_roles(one.times, one.source, act)]
        labels = {"act": act, "target": target if act == "commitment" else None, "times": roles}
        found[record["id"]] = {"act": act, "target": labels["target"], "verdict": derived_verdict(labels)}
    return found
