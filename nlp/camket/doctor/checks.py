"""All checks in the order they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from camket.doctor.check import Check
from camket.doctor.parts import console, core, libraries, models, python, writing
from camket.doctor.selftest import processes, selftest
from camket.doctor.tools import engines, office, tesseract

__all__ = ["Check", "examine"]


def examine(folder: Path) -> Iterator[Check]:
    """Look at the machine, one thing after the other; nothing is left behind.

    Parameters
    ----------
    folder : Path
        Where results are to be written.

    Yields
    ------
    Check
        Its ``state`` is "ok", "note" (something optional is missing) or "wrong".
    """
    for check in (python, core, libraries, models, office, tesseract, engines, console):
        yield check()
    yield writing(folder)
    yield selftest()
    yield processes()
