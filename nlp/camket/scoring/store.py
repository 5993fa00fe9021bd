"""Model files: weights as .npz without pickle, everything else as JSON.

``models/words`` holds the word index that all families share; ``models/<family>`` the family's evidence and the
weights of its linear models. A folder of the user's own may hold some families only: the others, and the words, are
those that come with camket.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np

from camket.scoring.linear import LinearModel
from camket.scoring.scorer import Scorer
from camket.scoring.vectoriser import Vectoriser
from camket.scoring.words import WordIndex
from camket.text.resources import MODELS_VARIABLE, model_roots

WORDS = "words"


class ModelError(RuntimeError):
    """A model that is missing or damaged; the message says what to do."""


@dataclass(frozen=True)
class Family:
    """The models that share one vectoriser."""

    vectoriser: Vectoriser
    models: dict[str, LinearModel]
    meta: dict[str, Any]

    @cached_property
    def scorer(self) -> Scorer:
        """All models side by side, for many rows at once."""
        return Scorer(self.vectoriser, self.models)


def models_dir() -> Path:
    """Folder of the models, the first of :func:`camket.text.resources.model_roots` that has any.

    Raises
    ------
    ModelError
        Where there is none.
    """
    for root in model_roots():
        if (root / WORDS / "words.json").is_file():
            return root
    raise ModelError("Không tìm thấy mô hình. Hãy cài lại camket, hoặc chạy “camket train” trong kho mã nguồn.")


def family_dir(family: str) -> Path:
    """Folder of a family: that of the user's own models where it has the family, else the shipped one."""
    own = (root / family for root in model_roots() if (root / family / "meta.json").is_file())
    return next(own, models_dir() / family)


def use_models(folder: Path | None) -> None:
    """Let this process, and those it starts, judge with the models of a folder; None for the shipped ones alone.

    Raises
    ------
    ModelError
        Where the folder holds no model.
    """
    if folder is None:
        os.environ.pop(MODELS_VARIABLE, None)
    elif not any(folder.glob("*/meta.json")):
        raise ModelError(f"Thư mục “{folder}” không có mô hình nào. Hãy chỉ thư mục do “camket label” ghi ra.")
    else:
        os.environ[MODELS_VARIABLE] = str(folder.absolute())
    load.cache_clear()
    word_index.cache_clear()


@contextmanager
def using(folder: Path | None) -> Iterator[None]:
    """Judge with the models of a folder inside the block, see :func:`use_models`."""
    before = os.environ.get(MODELS_VARIABLE)
    use_models(folder)
    try:
        yield
    finally:
        use_models(Path(before) if before else None)


@cache
def word_index() -> WordIndex:
    """The shared words; loaded once a process."""
    return read_words(models_dir())


@cache
def load(family: str, index: Callable[[], WordIndex] | None = None) -> Family:
    """A family's vectoriser and models, loaded once a process; ``index`` gives its words if it has its own."""
    return read_family(family_dir(family), index() if index else word_index())


def read_words(root: Path) -> WordIndex:
    """Read the word index below ``root``."""
    data = _read_json(root / WORDS / "words.json")
    return WordIndex(data["words"], data["pairs"], _read_npz(root / WORDS / "idf.npz")["idf"])


def read_family(folder: Path, index: WordIndex) -> Family:
    """Read a family's folder."""
    meta = _read_json(folder / "meta.json")
    evidence = [(template, value) for template, value in _read_json(folder / "evidence.json")]
    arrays = _read_npz(folder / "weights.npz")
    models = {
        name: LinearModel(tuple(info["classes"]), arrays[f"{name}.weights"].astype(np.float32), arrays[f"{name}.bias"],
                          info["temperature"])
        for name, info in meta["models"].items()
    }  # fmt: skip
    vectoriser = Vectoriser(index, evidence, meta["word_length"])
    if any(len(model.weights) != len(vectoriser) for model in models.values()):
        raise ModelError(f"Mô hình “{folder}” học bằng bản camket khác. Hãy học lại bằng “camket label --retrain”.")
    return Family(vectoriser, models, meta)


def save_words(root: Path, index: WordIndex) -> None:
    """Write the word index below ``root``."""
    data, idf = index.state()
    (root / WORDS).mkdir(parents=True, exist_ok=True)
    _write_json(root / WORDS / "words.json", data)
    _write_npz(root / WORDS / "idf.npz", {"idf": idf})


def save_family(folder: Path, family: Family) -> None:
    """Write a family's folder. The same inputs give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {}
    for name, model in family.models.items():
        arrays[f"{name}.weights"] = model.weights.astype(np.float16)
        arrays[f"{name}.bias"] = model.bias.astype(np.float32)
    described = {
        name: {"classes": list(model.classes), "temperature": round(model.temperature, 6)}
        for name, model in family.models.items()
    }
    _write_npz(folder / "weights.npz", arrays)
    _write_json(folder / "evidence.json", family.vectoriser.state())
    meta = {**family.meta, "word_length": family.vectoriser.word_length, "models": described}
    _write_json(folder / "meta.json", meta)


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _write_json(path: Path, data: Any) -> None:
    """One line for each entry of a list, so that a change of a model can be read as a change of lines."""
    path.write_text(_lines(data) + "\n", encoding="utf-8")


def _lines(data: Any) -> str:
    if isinstance(data, dict):
        return "{" + ",\n".join(f"{_compact(key)}: {_lines(data[key])}" for key in sorted(data)) + "}"
    if isinstance(data, list):
        return "[\n" + ",\n".join(map(_compact, data)) + "\n]"
    return _compact(data)


def _compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _read_npz(path: Path) -> dict[str, np.ndarray]:
    with np.load(path, allow_pickle=False) as stored:
        return {key: stored[key] for key in stored.files}


def _write_npz(path: Path, arrays: dict[str, np.ndarray]) -> None:
    # numpy stamps no times into the archive members (they are all 1980-01-01), so equal arrays give equal bytes.
    np.savez_compressed(path, allow_pickle=False, **{key: arrays[key] for key in sorted(arrays)})
