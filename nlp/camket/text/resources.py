"""Data files of the package, read once."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

# Environment variable that names another folder of models.
MODELS_VARIABLE = "CAMKET_MODELS"


@cache
def load_toml(name: str) -> dict[str, Any]:
    """A lexicon of :mod:`camket.lexicons` as a dictionary; treat it as read-only.

    Examples
    --------
    >>> "corrupt" in load_toml("io_errors.toml")
    True
    """
    return tomllib.loads((files("camket") / "lexicons" / name).read_text("utf-8"))


def model_roots() -> tuple[Path, ...]:
    """Folders in which models may lie, the first one first.

    That of the environment variable ``CAMKET_MODELS``, ``models/`` in the installed package, ``models/`` at the top of
    a checkout.
    """
    package = Path(__file__).parents[1]
    given = os.environ.get(MODELS_VARIABLE)
    return (*((Path(given),) if given else ()), package / "models", package.parents[1] / "models")
