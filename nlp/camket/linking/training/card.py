"""The model card: README.md of ``models/linking``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from camket.evaluation.metrics import Score
from camket.lexicons import lexicon
from camket.linking.features import NAMES
from camket.linking.model import LinkModel
from camket.linking.second import NAMES as SECOND

_TEXTS = lexicon("link_card")


def write_card(folder: Path, model: LinkModel, scores: Sequence[Score], trained: int) -> None:
    """Write what the model is, how good it is on held-out pairs, and its weights by size."""
    parts = [
        f"# {_TEXTS['title']}", _TEXTS["text"].strip().format(pairs=trained),
        _table(_TEXTS["scores"], [_score_row(score) for score in scores]),
        _table(_TEXTS["weights"], _weight_rows(model)), _TEXTS["end"].strip(),
    ]  # fmt: skip
    (folder / "README.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _table(texts: dict[str, list[str]], rows: Sequence[Sequence[str]]) -> str:
    lines = [texts["header"], ["---"] * len(texts["header"]), *rows]
    return "\n".join([f"## {texts['title']}", "", *(f"| {' | '.join(line)} |" for line in lines)])


def _score_row(score: Score) -> list[str]:
    value, low, high = (f"{x:.3f}".replace(".", ",") for x in (score.value, score.low, score.high))
    return [f"`{score.metric}`", value, f"{low} – {high}", str(score.support)]


def _weight_rows(model: LinkModel) -> list[list[str]]:
    missing = np.full((len(model.weights), len(SECOND)), np.nan)
    table = np.vstack([np.hstack([model.weights, missing]), model.second])
    order = np.argsort(-np.nansum(np.abs(table), axis=0), kind="stable")
    names = (*NAMES, *SECOND)
    return [[f"`{names[i]}`", _TEXTS["evidence"][names[i]], *map(_weight, table[:, i])] for i in order]


def _weight(value: float) -> str:
    return "" if np.isnan(value) else f"{value:+.2f}".replace(".", ",")
