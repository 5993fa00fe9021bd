"""What learning from the user's labels has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from camket.convert import annotation_to_record, record_to_item
from camket.corpus import read_records
from camket.evaluation import Score, evaluate
from camket.labelling.retrain import Learner, weights
from camket.pipeline import analyse
from camket.records import Annotation
from camket.scoring import acts, store
from camket.scoring.vectoriser import Vectoriser
from camket.training.fit import fit_uncalibrated
from camket.training.train import MIN_COUNT, STRENGTH

METRICS = ("act_macro_f1", "vague_f1", "verdict_macro_f1", "claims_result_f1", "claims_timing_f1")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A label, what the models in use said, and what models say that have learned from the other labels only."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An item that is judged otherwise than before."""

    before: Annotation
    after: Annotation


def validation_scores(corpus: Path) -> list[Score]:
    """Scores of the models in use on the corpus' validation split, which no model learns from."""
    gold = list(read_records(corpus, "validation"))
    found = analyse(map(record_to_item, gold))
    predicted = {r["id"]: annotation_to_record(a) for r, a in zip(gold, found, strict=True)}
    return [score for score in evaluate(gold, predicted) if score.metric in METRICS]


def changes(before: Sequence[Annotation], after: Sequence[Annotation]) -> list[Changed]:
    """Items whose act, verdict or claims have changed; both in the same order."""
    return [Changed(a, b) for a, b in zip(before, after, strict=True) if _told(a) != _told(b)]


def _told(annotation: Annotation) -> Any:
    claims = [(c.start, c.end, c.result, c.timing) for c in annotation.evidence.claims]
    return annotation.judgement.act, annotation.judgement.verdict_in_document, claims


def held_out(learner: Learner) -> Mapping[str, list[Told]]:
    """How well act and target of the labelled items are told, each by models that have not seen its label.

    The labels are parted into :data:`FOLDS`; each part is judged by models that learned from the corpus and the other
    parts.
    """
    family, rows, first = store.load(acts.FAMILY), learner.rows, len(learner.corpus)
    vectoriser = Vectoriser.fit(learner.index, rows.rows, MIN_COUNT, family.vectoriser.word_length)
    before = family.models[acts.MODEL].scores(family.vectoriser.transform(rows.rows[first:]))
    after = _cross_scores(vectoriser.transform(rows.rows), rows.labels[acts.MODEL], first, weights(rows))
    told: dict[str, list[Told]] = {"act": [], "target": []}
    for record, *scores in zip(learner.own, before.tolist(), after.tolist(), strict=True):
        (act, target), (new_act, new_target) = map(acts.best, scores)
        told["act"].append(Told(record["act"], act, new_act))
        if record["act"] == "commitment":
            told["target"].append(Told(str(record["target"]), str(target), str(new_target)))
    return told


def _cross_scores(matrix: csr_matrix, labels: Sequence[str], first: int, heavy: np.ndarray) -> np.ndarray:
    """Scores of the rows from ``first`` on, shape (n_own, n_classes); of the earlier ones all are learned from."""
    place = np.arange(len(labels)) - first
    scores = np.zeros((len(labels) - first, len(acts.CLASSES)))
    for fold in range(FOLDS):
        asked = np.flatnonzero((place >= 0) & (place % FOLDS == fold))
        if len(asked):
            learned = np.setdiff1d(np.arange(len(labels)), asked)
            chosen = [labels[i] for i in learned]
            model = fit_uncalibrated(matrix[learned], chosen, acts.CLASSES, STRENGTH[acts.MODEL], heavy[learned])
            scores[asked - first] = model.scores(matrix[asked])
    return scores
