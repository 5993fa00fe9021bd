"""What camket itself consists of: Python, libraries, models; and what it writes to."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import camket
from camket.doctor.check import Check
from camket.text.compiled import is_compiled

PYTHON = (3, 11)
FAMILIES = ("acts", "claims_label", "claims_segment")


def python() -> Check:
    """Versions of Python and camket."""
    values: dict[str, object] = {"python": ".".join(map(str, sys.version_info[:3])), "camket": camket.__version__}
    return Check("python", "ok" if sys.version_info >= PYTHON else "wrong", values)


def core() -> Check:
    """Whether what reads texts runs as machine code; from its sources it does the same, more slowly."""
    return Check("core", "ok" if is_compiled() else "note")


def libraries() -> Check:
    """Whether every library camket needs is there in a version it can use."""
    from packaging.requirements import Requirement

    try:
        wanted = [Requirement(line) for line in requires("camket") or () if "extra ==" not in line]
    except PackageNotFoundError:
        return Check("libraries", "wrong", {"missing": "camket"})
    missing = [str(r) for r in wanted if not r.specifier.contains(_version(r.name) or "0", prereleases=True)]
    if missing:
        return Check("libraries", "wrong", {"missing": ", ".join(missing)})
    return Check("libraries", "ok", {"number": len(wanted)})


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def models() -> Check:
    """Whether the models can be loaded."""
    from camket.scoring.store import ModelError, load, models_dir

    try:
        for family in FAMILIES:
            load(family)
        return Check("models", "ok", {"number": len(FAMILIES), "path": models_dir()})
    except ModelError as error:
        return Check("models", "wrong", {"reason": error})
    except (OSError, ValueError, KeyError, EOFError) as error:
        return Check("models", "wrong", {"reason": type(error).__name__})


def console() -> Check:
    """Whether the console shows Vietnamese letters."""
    encoding = console_encoding()
    plain = re.sub(r"[^a-z0-9]", "", encoding.lower())
    return Check("console", "ok" if plain in ("utf8", "cp65001", "utf8sig") else "note", {"encoding": encoding})


def console_encoding() -> str:
    """Encoding that the console is set to, whatever camket writes in."""
    told = os.environ.get("PYTHONIOENCODING", "").split(":")[0]
    if told:
        return told
    if sys.platform == "win32":
        import ctypes

        return f"cp{ctypes.windll.kernel32.GetConsoleOutputCP()}"
    import locale

    return locale.getencoding()


def writing(folder: Path) -> Check:
    """Whether results and temporary files can be written."""
    for place in (folder, Path(tempfile.gettempdir())):
        try:
            with tempfile.NamedTemporaryFile(dir=place, prefix=".camket-", suffix=" thử.tmp"):
                pass
        except OSError as error:
            return Check("writing", "wrong", {"path": place, "reason": error.strerror})
    return Check("writing", "ok", {"path": folder})
