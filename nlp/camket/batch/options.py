"""What a run is asked for, and the fingerprint of everything that decides its results."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import camket
from camket.text.resources import model_roots


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are judged; see :func:`camket.check`. Picklable: every worker gets a copy.

    ``config`` is a configuration (:class:`camket.config.Config`) as JSON; each worker loads it once. ``program`` is the
    :func:`program` that the workers must have, "" where it does not matter.
    """

    kind: Literal["auto", "commitment", "report"] = "auto"
    date: date | None = None
    config: str = "{}"
    program: str = ""

    def fingerprint(self) -> str:
        """Hash of the options, of camket's code and lexicons, and of its models: 64 hexadecimal digits.

        Results of an earlier run count only where it is the same.

        Examples
        --------
        >>> Options().fingerprint() == Options().fingerprint() != Options(kind="report").fingerprint()
        True
        """
        told = ";".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.name != "program")
        return hashlib.sha256(f"{program()};{told}".encode()).hexdigest()


@cache
def program() -> str:
    """Hash of camket's code, lexicons and models, as this process has them."""
    package = Path(camket.__file__).parent
    models = [path for root in model_roots() for path in root.rglob("*") if path.is_file()]
    files = [*package.rglob("*.py"), *package.rglob("*.toml"), *models]
    total = hashlib.sha256(camket.__version__.encode())
    for path in sorted(files):
        total.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
