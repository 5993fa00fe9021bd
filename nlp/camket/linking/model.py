"""The ranking model: how likely a reported thing answers a commitment.

A logistic regression that scikit-learn learned from the training pairs of ``corpus/links``; at run time it is a dot
product. Weights are stored as .npz and JSON, never pickled.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from camket.linking.features import NAMES
from camket.linking.views import COUNT
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
    temperature : float
        Divides the score before the logistic function.
    threshold : float
        Probability from which a pair is linked.
    lone : float
        The same where neither side has another partner.
    background : Background
        How common terms are in the language.
    """

    weights: np.ndarray
    bias: np.ndarray
    temperature: float
    threshold: float
    lone: float
    background: Background

    def probabilities(self, rows: np.ndarray) -> np.ndarray:
        """Calibrated probabilities, shape (n_rows,), of evidence of shape (2, n_rows, n_features)."""
        score = self.scores(rows) / self.temperature
        return 1 / (1 + np.exp(-np.clip(score, -40, 40)))

    def scores(self, rows: np.ndarray) -> np.ndarray:
        """The mean of both views' log odds, shape (n_rows,)."""
        odds: np.ndarray = np.einsum("vrf,vf->vr", rows, self.weights) + self.bias[:, None]
        return np.asarray(odds.mean(axis=0))


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
            weights, bias = (arrays[name].astype(np.float64) for name in ("weights", "bias"))
    except OSError as error:
        raise ModelError("Không tìm thấy mô hình ghép cam kết với báo cáo. Hãy cài lại camket.") from error
    except KeyError as error:
        raise ModelError(_OTHER) from error
    if tuple(meta["features"]) != NAMES or weights.shape != (COUNT, len(NAMES)):
        raise ModelError(_OTHER)
    background = Background(counts, meta["items"])
    return LinkModel(weights, bias, meta["temperature"], meta["threshold"], meta["lone"], background)


def save_model(folder: Path, model: LinkModel, made_of: Mapping[str, Any]) -> None:
    """Write a model folder, with what the model was made of; the same inputs give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {"weights": model.weights.round(8), "bias": model.bias.round(8)}
    np.savez_compressed(folder / "weights.npz", allow_pickle=False, **arrays)
    meta = {
        "features": list(NAMES), "temperature": round(model.temperature, 6),
        "threshold": model.threshold, "lone": model.lone, "items": model.background.total, **made_of,
    }  # fmt: skip
    _write(folder / "meta.json", meta)
    _write(folder / "terms.json", dict(sorted(model.background.counts.items())))


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
