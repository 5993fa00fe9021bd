"""Data files of the package, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_toml(name: str) -> dict[str, Any]:
    """A lexicon of :mod:`camket.lexicons` as a dictionary; treat it as read-only.

    Examples
    --------
    >>> "corrupt" in load_toml("io_errors.toml")
    True
    """
    return tomllib.loads((files("camket") / "lexicons" / name).read_text("utf-8"))
