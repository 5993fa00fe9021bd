"""Fit the model that looks again at doubtful items: what words add to scores that are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from camket.scoring import acts, second_look, store
from camket.scoring.linear import LinearModel
from camket.scoring.morphology import Word
from camket.scoring.vectoriser import Vectoriser
from camket.training.fit import held_out_scores
from camket.training.rows import Rows, observe

MIN_COUNT = 2
# Inverse penalty, chosen by cross-validation over the training split's documents.
STRENGTH = 0.1
ITERATIONS = 100


def fit_second_look(words: Sequence[Sequence[Word]], rows: Rows, first: store.Family, strength: float) -> store.Family:
    """Learn from all items, each with the scores of a first model that has not seen its document.

    Parameters
    ----------
    words : sequence of sequence of Word
        The words of each item.
    rows : Rows
        The first model's rows of the same items.
    first : Family
        The first model.
    strength : float
        The first model's inverse penalty.
    """
    labels, model = rows.labels[acts.MODEL], first.models[acts.MODEL]
    given = held_out_scores(first.vectoriser.transform(rows.rows), labels, rows.documents, strength) / model.temperature
    seen = [second_look.row(second_look.evidence_of(found)) for found in words]
    vectoriser = Vectoriser.fit(second_look.no_words(), seen, MIN_COUNT)
    truth = np.array([model.classes.index(label) for label in labels])
    weights, bias = fit_added(vectoriser.transform(seen), given, truth)
    found = {second_look.MODEL: LinearModel(model.classes, weights.astype(np.float32), bias.astype(np.float32))}
    return store.Family(vectoriser, found, {"rows": len(seen)})


@dataclass(frozen=True, slots=True)
class Looked:
    """How many items were looked at again, and of how many act and target were right before and after."""

    items: int
    looked: int
    before: int
    after: int


def looked_again(records: Sequence[Mapping[str, Any]]) -> Looked:
    """What the second look of the models in use changes on labelled records."""
    family, observed = store.load(acts.FAMILY), observe(records)
    model = family.models[acts.MODEL]
    total, _ = acts.score(observed, family.scorer)
    truth = [acts.joint(record["act"], record["target"]) for record in records]
    first = total.argmax(axis=1).tolist()
    seen = sorted(acts.look_again(observed, model, total))
    second = total.argmax(axis=1).tolist()
    right = [sum(model.classes[found[i]] == truth[i] for i in seen) for found in (first, second)]
    return Looked(len(records), len(seen), *right)


def fit_added(rows: csr_matrix, given: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights (n_features, n_classes) and bias (n_classes,) that, added to given scores, make the truth most likely.

    Conditional maximum likelihood with an L2 penalty on the weights (L-BFGS).
    """
    matrix, classes = rows.astype(np.float64), given.shape[1]
    turned, n = matrix.T.tocsr(), rows.shape[1] * given.shape[1]
    places = np.arange(len(truth))

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = theta[:n].reshape(-1, classes), theta[n:]
        scores = given + matrix @ weights + bias
        scores -= scores.max(axis=1, keepdims=True)
        error = np.exp(scores)
        total = error.sum(axis=1, keepdims=True)
        likelihood = (scores - np.log(total))[places, truth].sum()
        error /= total
        error[places, truth] -= 1
        gradient = np.concatenate([(turned @ error).ravel() + theta[:n] / STRENGTH, error.sum(axis=0)])
        return float((theta[:n] ** 2).sum() / 2 / STRENGTH - likelihood), gradient

    with threadpool_limits(1):
        found = minimize(loss, np.zeros(n + classes), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    return found.x[:n].reshape(-1, classes), found.x[n:]
