"""Fit the small linear models that choose roles, and write their weights."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from camket.pipes.role_model import Evidence

STRENGTH = 0.3
MIN_COUNT = 2
# Weights are stored as whole numbers of hundredths; smaller ones are dropped.
GRAIN = 100
SMALLEST = 3


def fit_role_model(
    rows: Sequence[tuple[str, Sequence[Evidence]]], labels: Sequence[str], roles: Sequence[str], folder: Path, *,
    strength: float = STRENGTH, least: int = MIN_COUNT,
) -> None:  # fmt: skip
    """Fit on pairs of an act and what is told of an expression, and write ``folder/weights.json``.

    A word counts twice, for all acts together and for its act alone, so that rare words are shared between acts and
    common ones can mean different things in each. ``strength`` is the inverse of the penalty, ``least`` how often a
    word has to occur.
    """
    seen = [{f"{a}\t{name}\t{word}": 1 for name, word in row for a in ("", act)} for act, row in rows]
    counted = DictVectorizer(sort=True)
    matrix = counted.fit_transform(seen)
    frequent = np.flatnonzero(np.asarray(matrix.sum(axis=0)).ravel() >= least)
    names = [counted.feature_names_[i] for i in frequent]
    model = LogisticRegression(C=strength, max_iter=1000, tol=1e-4, fit_intercept=False)
    model.fit(matrix[:, frequent], labels)
    _write(folder, names, model, roles, len(labels))


def _write(folder: Path, names: Sequence[str], model: LogisticRegression, roles: Sequence[str], count: int) -> None:
    """Write the weights, centred over the roles, as nested tables act → template → value."""
    columns = [list(model.classes_).index(role) for role in roles]
    coefficients = model.coef_[columns]
    whole = np.rint((coefficients - coefficients.mean(axis=0)) * GRAIN).astype(int)
    weights: dict[str, dict[str, dict[str, list[int]]]] = {}
    for name, column in zip(names, whole.T, strict=True):
        if np.abs(column).max() >= SMALLEST:
            act, template, value = name.split("\t")
            weights.setdefault(act, {}).setdefault(template, {})[value] = column.tolist()
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"roles": list(roles), "rows": count, "weights": weights}, ensure_ascii=False, sort_keys=True)
    (folder / "weights.json").write_text(text.replace('}, "', '},\n"') + "\n", encoding="utf-8")
