"""Model files: one folder a model family, weights as .npz without pickle, everything else as JSON."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from camket.scoring.linear import LinearModel
from camket.scoring.vectoriser import Vectoriser


class ModelError(RuntimeError):
    """A model that is missing or damaged; the message says what to do."""


def model_dir(name: str) -> Path:
    """Folder of a shipped model: in the installed package, or at the top of a checkout.

    Raises
    ------
    ModelError
        Where there is no such model.
    """
    package = Path(__file__).parents[1]
    for root in (package / "models", package.parents[1] / "models"):
        if (root / name / "meta.json").is_file():
            return root / name
    raise ModelError(f"Không tìm thấy mô hình “{name}”. Hãy cài lại camket hoặc chạy “camket train”.")


@cache
def load(name: str) -> tuple[Vectoriser, dict[str, LinearModel], dict[str, Any]]:
    """Load the vectoriser, the linear models by name and the metadata of a model family; loaded once a process."""
    return read(model_dir(name))


def read(folder: Path) -> tuple[Vectoriser, dict[str, LinearModel], dict[str, Any]]:
    """Read a model folder written by :func:`save`."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    features = json.loads((folder / "features.json").read_text(encoding="utf-8"))
    with np.load(folder / "weights.npz", allow_pickle=False) as stored:
        arrays = {key: stored[key] for key in stored.files}
    models = {
        name: LinearModel(
            tuple(info["classes"]), arrays[f"{name}.weights"].astype(np.float32), arrays[f"{name}.bias"],
            info["temperature"],
        )
        for name, info in meta["models"].items()
    }  # fmt: skip
    return Vectoriser.from_state(features, arrays), models, meta


def save(folder: Path, vectoriser: Vectoriser, models: dict[str, LinearModel], meta: dict[str, Any]) -> None:
    """Write a model folder. The same inputs give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    features, arrays = vectoriser.state()
    for name, model in models.items():
        arrays[f"{name}.weights"] = model.weights.astype(np.float16)
        arrays[f"{name}.bias"] = model.bias.astype(np.float32)
    described = {n: {"classes": list(m.classes), "temperature": round(m.temperature, 6)} for n, m in models.items()}
    _write_npz(folder / "weights.npz", arrays)
    _write_json(folder / "features.json", features)
    _write_json(folder / "meta.json", {**meta, "models": described})


def _write_json(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _write_npz(path: Path, arrays: dict[str, np.ndarray]) -> None:
    # numpy stamps no times into the archive members (they are all 1980-01-01), so equal arrays give equal bytes.
    np.savez_compressed(path, allow_pickle=False, **{key: arrays[key] for key in sorted(arrays)})
