"""Learn the ranking model from labelled pairs with scikit-learn.

Run at development time only; nothing here is needed to link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from camket.linking.decide import choose, discount
from camket.linking.features import NAMES, Board
from camket.linking.match import annotate_pair
from camket.linking.model import LinkModel, save_model
from camket.linking.terms import find_terms
from camket.linking.unit import names_of, prepare
from camket.linking.weights import Background, TermWeights
from camket.text.lexer import Syllables

STRENGTH = 0.2  # inverse penalty, chosen by leaving pairs out
FOLDS = 5


@dataclass(frozen=True)
class Example:
    """A labelled pair: its board and the linked (commitment, report) places."""

    board: Board
    truth: np.ndarray
    lost: int  # labelled links whose item is taken for no promise or no report


def examples(pairs: Iterable[Mapping[str, Any]], background: Background) -> list[Example]:
    """Boards of labelled pairs."""
    found = []
    for pair in pairs:
        commitment, report = annotate_pair(pair)
        common = names_of(str(pair.get("unit", "")))
        sides = prepare(commitment, common), prepare(report, common)
        promised, told = [c for c in sides[0] if c.promises], [r for r in sides[1] if r.reports]
        board = Board(promised, told, TermWeights(background, sides)).fill()
        links = {(link["commitment"], link["report"]) for link in pair["links"]}
        truth = np.array([[(c.id, r.id) in links for r in told] for c in promised])
        found.append(Example(board, truth, len(links) - int(truth.sum())))
    return found


def fit(data: Sequence[Example], background: Background) -> LinkModel:
    """Fit weights, then temperature and threshold on pairs left out in turn."""
    weights, bias = _weights(data)
    scores, truth = _left_out(data)
    heat = _temperature(np.concatenate(scores), np.concatenate([t.ravel() for t in truth]))
    chances = [
        discount(e.board, (1 / (1 + np.exp(-s / heat))).reshape(t.shape))
        for e, s, t in zip(data, scores, truth, strict=True)
    ]
    return LinkModel(weights, bias, heat, _threshold(data, chances), background)


def _weights(data: Sequence[Example]) -> tuple[np.ndarray, float]:
    from sklearn.linear_model import LogisticRegression

    rows = np.concatenate([e.board.matrix() for e in data])
    labels = np.concatenate([e.truth.ravel() for e in data])
    scale = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(rows / scale, labels)
    return model.coef_[0] / scale, float(model.intercept_[0])


def _left_out(data: Sequence[Example]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Scores of every pair by weights learned without its fold."""
    scores: list[np.ndarray] = [np.zeros(0)] * len(data)
    for fold in range(FOLDS):
        weights, bias = _weights([e for i, e in enumerate(data) if i % FOLDS != fold])
        for i in range(fold, len(data), FOLDS):
            scores[i] = data[i].board.matrix() @ weights + bias
    return scores, [e.truth for e in data]


def _temperature(scores: np.ndarray, truth: np.ndarray) -> float:
    """Divisor that makes left-out labels most likely (Guo et al. 2017)."""
    from scipy.optimize import minimize_scalar

    def loss(log_t: float) -> float:
        signed = np.where(truth, scores, -scores) / np.exp(log_t)
        return float(np.logaddexp(0, -signed).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-1.5, 1.5), method="bounded").x))


def _threshold(data: Sequence[Example], chances: Sequence[np.ndarray]) -> float:
    """Probability that gives the best F1 on left-out pairs, after the choice among rivals."""
    best = (-1.0, 0.5)
    for threshold in np.arange(0.4, 0.7, 0.025):
        hit = given = labelled = 0
        for example, table in zip(data, chances, strict=True):
            chosen = choose(example.board, table, float(threshold))
            hit += sum(bool(example.truth[c]) for c in chosen)
            given += len(chosen)
            labelled += int(example.truth.sum()) + example.lost
        best = max(best, (2 * hit / max(1, given + labelled), round(float(threshold), 3)))
    return best[1]


def train_linking(pairs: Sequence[Mapping[str, Any]], texts: Iterable[str], out: Path) -> LinkModel:
    """Fit the model on labelled pairs and write it below ``out``.

    Parameters
    ----------
    pairs : sequence of dict
        Training pairs of ``corpus/links``.
    texts : iterable of str
        General text in which terms are counted.
    out : Path
        Folder of the model folders.
    """
    background = Background.count(find_terms(Syllables(text)) for text in texts)
    model = fit(examples(pairs, background), background)
    save_model(out / "linking", model)
    return model


def describe(model: LinkModel) -> list[str]:
    """Weights by size, for reading."""
    order = np.argsort(-np.abs(model.weights))
    return [f"{NAMES[i]}: {model.weights[i]:+.2f}" for i in order]


def main() -> None:
    """Learn the shipped model from the training part of ``corpus/links``."""
    import json

    from camket.corpus import corpus_dir, read_lines

    corpus = corpus_dir()
    folder = corpus / "links"
    kept = set(json.loads((folder / "splits.json").read_text(encoding="utf-8"))["train"])
    pairs = [pair for pair in read_lines(folder / "pairs.jsonl") if pair["pair"] in kept]
    texts = [record["text"] for record in read_lines(corpus / "items.jsonl")]
    texts += [unit["text"] for pair in pairs for side in ("commitment", "report") for unit in pair[side]["units"]]
    train_linking(pairs, texts, corpus.parent / "models")


if __name__ == "__main__":
    main()
