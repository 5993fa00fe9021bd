"""Programs and engines that camket uses where they are installed."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess

from camket.doctor.check import Check
from camket.io.office import find_office

_SECONDS = 20


def office() -> Check:
    """LibreOffice, for .doc, .odt and .rtf."""
    program = find_office()
    told = _output([program, "--version"]) if program else None
    return Check("office", "ok", {"version": _first(told)}) if told else Check("office", "note")


def tesseract() -> Check:
    """Tesseract with Vietnamese, for scans."""
    program = shutil.which("tesseract")
    told = _output([program, "--list-langs"]) if program else None
    if told is None:
        return Check("tesseract", "note")
    if "vie" not in told.split():
        return Check("tesseract_language", "note")
    return Check("tesseract", "ok", {"version": _first(_output([str(program), "--version"]) or "")})


def engines() -> Check:
    """Dask and Spark with Java, for more than one machine."""
    found = [
        name for name, module in (("dask", "distributed"), ("spark", "pyspark")) if importlib.util.find_spec(module)
    ]
    if "spark" in found and not shutil.which("java"):
        return Check("java", "note")
    return Check("engines", "ok" if found else "note", {"names": ", ".join(found)})


def _output(command: list[str]) -> str | None:
    """What a program says of itself; None where it does not run."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (done.stdout or done.stderr).decode("utf-8", "replace") if done.returncode == 0 else None


def _first(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else ""
