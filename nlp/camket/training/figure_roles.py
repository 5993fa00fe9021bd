"""Learn the weights that decide figures' roles (``models/figure_roles``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from camket.convert import record_to_item
from camket.evaluation.matching import pairs
from camket.pipes.figures import find_figures
from camket.pipes.figures.role_context import read_context
from camket.pipes.figures.role_features import features
from camket.pipes.figures.role_weights import NAME, ROLES
from camket.pipes.figures.roles import decide
from camket.pipes.source import Source
from camket.records import Figure, Time

Record = Mapping[str, Any]
# In these acts every figure is "other" and needs no weights.
SETTLED = ("cause", "proposal")
STRENGTH = 0.1
MIN_COUNT = 3
# Weights are stored as whole numbers of hundredths; smaller ones are dropped.
GRAIN = 100
SMALLEST = 3


def train_figure_roles(records: Iterable[Record], out: Path) -> int:
    """Fit on labelled records, write ``out/figure_roles/``, and give the number of figures learned from.

    A feature counts twice: for all acts together and for its act alone, so that rare words are shared between acts
    and common ones can mean different things in each.
    """
    rows, labels = role_rows(records)
    counted = DictVectorizer(sort=True)
    matrix = counted.fit_transform(rows)
    frequent = np.flatnonzero(np.asarray(matrix.sum(axis=0)).ravel() >= MIN_COUNT)
    names = [counted.feature_names_[i] for i in frequent]
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-4, fit_intercept=False).fit(
        matrix[:, frequent], labels
    )
    _write(out / NAME, names, model, len(labels))
    return len(labels)


def role_rows(records: Iterable[Record]) -> tuple[list[dict[str, int]], list[str]]:
    """Features as strings of act, template and value between tabs, and the labelled role of each figure found."""
    rows, labels = [], []
    for record in records:
        act = record["act"]
        if act in SETTLED or not record["figures"]:
            continue
        source = Source(record_to_item(record))
        times = [Time(t["start"], t["end"], t["role"], None, None, t["bound"]) for t in record["times"]]
        found = find_figures(source, times)
        context = read_context(found, source, times)
        for k, label in _labelled(found, record["figures"]):
            rule = decide(context, found, k, act)
            seen = features(context, found, k, act, rule)
            rows.append({f"{a}\t{template}\t{value}": 1 for template, value in seen for a in ("", act)})
            labels.append(label)
    return rows, labels


def _labelled(found: Sequence[Figure], labelled: Sequence[Record]) -> list[tuple[int, str]]:
    """Index of each found figure that matches a labelled one, and that one's role."""
    spans = [{"start": figure.start, "end": figure.end, "k": k} for k, figure in enumerate(found)]
    return [(span["k"], label["role"]) for label, span in pairs(labelled, spans)]


def _write(folder: Path, names: Sequence[str], model: LogisticRegression, count: int) -> None:
    """Write the weights, centred over the roles, as nested tables act → template → value."""
    columns = [list(model.classes_).index(role) for role in ROLES]
    coefficients = model.coef_[columns]
    whole = np.rint((coefficients - coefficients.mean(axis=0)) * GRAIN).astype(int)
    weights: dict[str, dict[str, dict[str, list[int]]]] = {}
    for name, column in zip(names, whole.T, strict=True):
        if np.abs(column).max() >= SMALLEST:
            act, template, value = name.split("\t")
            weights.setdefault(act, {}).setdefault(template, {})[value] = column.tolist()
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"roles": ROLES, "figures": count, "weights": weights}, ensure_ascii=False, sort_keys=True)
    (folder / "weights.json").write_text(text.replace('}, "', '},\n"') + "\n", encoding="utf-8")
