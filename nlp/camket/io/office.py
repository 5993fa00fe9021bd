"""Files of other programs, converted by LibreOffice where it is installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from camket.io.docx import read_docx
from camket.io.errors import ReadError
from camket.io.limits import LIMITS, Limits
from camket.records import Document

_NAMES = {"docx": "Word", "doc": "Word cũ (.doc)", "odt": "OpenDocument (.odt)", "rtf": "RTF", "xls": "Excel cũ (.xls)"}


def find_office() -> str | None:
    """Path of LibreOffice, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def read_office(data: bytes, name: str, format: str, limits: Limits = LIMITS) -> Document:
    """Read a .doc, .odt or .rtf file through LibreOffice.

    Raises
    ------
    ReadError
        "needs_office", "too_slow", "crashed", and what :func:`~camket.io.docx.read_docx` raises.
    """
    return replace(read_docx(to_format(data, format, "docx", limits), name, limits), format=format)


def to_format(data: bytes, source: str, target: str, limits: Limits = LIMITS) -> bytes:
    """Convert a file with an empty profile of its own: no macros, and two runs don't get in each other's way."""
    office = find_office()
    if not office:
        raise ReadError("needs_office", format=_NAMES[source], better=".xlsx" if target == "xlsx" else ".docx")
    with tempfile.TemporaryDirectory(prefix="camket-") as folder:
        file = Path(folder, f"in.{source}")
        file.write_bytes(data)
        out = Path(folder, "out")
        command = [office, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore",
                   "--nolockcheck", "--convert-to", target, "--outdir", str(out), str(file)]  # fmt: skip
        _run(command, limits.seconds)
        made = Path(out, f"in.{target.split(':')[0]}")
        if not made.exists():
            raise ReadError("corrupt", format=_NAMES[source])
        return made.read_bytes()


def _run(command: list[str], seconds: float) -> None:
    # A session of its own, so that the helper processes LibreOffice starts end with it.
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        with contextlib.suppress(ProcessLookupError, PermissionError, AttributeError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        raise ReadError("too_slow", limit=int(seconds)) from error
