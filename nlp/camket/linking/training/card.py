"""The model card: README.md of ``models/linking``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from camket.evaluation.metrics import Score
from camket.lexicons import lexicon
from camket.linking.features import NAMES
from camket.linking.model import LinkModel

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
    order = np.argsort(-np.abs(model.weights).sum(axis=0), kind="stable")
    return [
        [f"`{NAMES[i]}`", _TEXTS["evidence"][NAMES[i]], *(f"{w:+.2f}".replace(".", ",") for w in model.weights[:, i])]
        for i in order
    ]
