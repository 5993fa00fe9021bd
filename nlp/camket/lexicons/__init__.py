"""Word lists as data, and the one function that reads them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Read the word list ``name`` (a TOML file of this package).

    Raises
    ------
    FileNotFoundError
        Where there is no such list.

    Examples
    --------
    >>> ";" in lexicon("clauses")["breaks"]["signs"]
    True
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
