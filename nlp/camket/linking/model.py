"""The ranking model: how likely a reported thing answers a commitment.

Logistic regressions that scikit-learn learned from the training pairs of ``corpus/links``: the first look at each pair
alone (:mod:`camket.linking.features`), a second with what the first says of all others
(:mod:`camket.linking.second`). At run time they are dot products. Weights are stored as .npz and JSON, never pickled.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from camket.linking.decide import discount
from camket.linking.features import NAMES
from camket.linking.second import NAMES as SECOND
from camket.linking.second import second_look
from camket.linking.views import COUNT, Views
from camket.linking.weights import Background
from camket.scoring.store import ModelError, family_dir

FOLDER = "linking"
_OTHER = "Mô hình ghép cam kết với báo cáo không cùng phiên bản với camket. Hãy cài lại camket."


@dataclass(frozen=True)
class LinkModel:
    """Weights of the evidence, and where to say yes.

    Attributes
    ----------
    weights : ndarray of shape (2, n_features)
        For the evidence in the order of :data:`camket.linking.features.NAMES`, one row for each view of
        :mod:`camket.linking.views`.
    bias : ndarray of shape (2,)
    second : ndarray of shape (n_features + n_second,)
        For the first view's evidence and that of the second look.
    second_bias : float
    temperature : float
        Divides the score of the second look before the logistic function.
    threshold : float
        Probability from which a pair is linked.
    background : Background
        How common terms are in the language.
    """

    weights: np.ndarray
    bias: np.ndarray
    second: np.ndarray
    second_bias: float
    temperature: float
    threshold: float
    background: Background

    def probabilities(self, views: Views) -> np.ndarray:
        """Calibrated probabilities of all pairs, shape (n_commitments, n_reports)."""
        score = rows_again(views, first_scores(views, self.weights, self.bias)) @ self.second + self.second_bias
        return discount(views.words, logistic(score / self.temperature).reshape(views.shape))


def first_scores(views: Views, weights: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """The mean of both views' log odds of each pair alone, shape (n_rows,)."""
    odds: np.ndarray = np.einsum("vrf,vf->vr", views.matrix(), weights) + bias[:, None]
    return np.asarray(odds.mean(axis=0))


def rows_again(views: Views, scores: np.ndarray) -> np.ndarray:
    """Evidence of the second look beside that of the first view, shape (n_rows, n_features + n_second)."""
    chances = discount(views.words, logistic(scores).reshape(views.shape))
    return np.hstack([views.words.matrix(), second_look(views.words, chances)])


def logistic(scores: np.ndarray) -> np.ndarray:
    """Probabilities of log odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -40, 40))))


@cache
def load_model() -> LinkModel:
    """The shipped model; loaded once a process.

    Raises
    ------
    camket.scoring.store.ModelError
        Where it is missing or of another version.
    """
    return read_model(family_dir(FOLDER))


def read_model(folder: Path) -> LinkModel:
    """Read a model folder."""
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        counts = json.loads((folder / "terms.json").read_text(encoding="utf-8"))
        with np.load(folder / "weights.npz", allow_pickle=False) as arrays:
            weights, bias, second, last = (
                arrays[name].astype(np.float64) for name in ("weights", "bias", "second", "second_bias")
            )
    except OSError as error:
        raise ModelError("Không tìm thấy mô hình ghép cam kết với báo cáo. Hãy cài lại camket.") from error
    except KeyError as error:
        raise ModelError(_OTHER) from error
    if tuple(meta["features"]) != (*NAMES, *SECOND) or weights.shape != (COUNT, len(NAMES)):
        raise ModelError(_OTHER)
    background = Background(counts, meta["items"])
    return LinkModel(weights, bias, second, float(last), meta["temperature"], meta["threshold"], background)


def save_model(folder: Path, model: LinkModel, made_of: Mapping[str, Any]) -> None:
    """Write a model folder, with what the model was made of; the same inputs give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {name: np.round(getattr(model, name), 8) for name in ("weights", "bias", "second", "second_bias")}
    np.savez_compressed(folder / "weights.npz", allow_pickle=False, **arrays)
    meta = {
        "features": [*NAMES, *SECOND], "temperature": round(model.temperature, 6),
        "threshold": model.threshold, "items": model.background.total, **made_of,
    }  # fmt: skip
    _write(folder / "meta.json", meta)
    _write(folder / "terms.json", dict(sorted(model.background.counts.items())))


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
