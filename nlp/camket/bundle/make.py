"""Make the folder: wheels, start scripts, a note, licences, check sums."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from camket import __version__
from camket.bundle.closure import missing, read_wheel
from camket.bundle.own import installed, repack, source_of
from camket.bundle.scripts import NOTE, files
from camket.bundle.target import Target

# Rounds of fetching what only the target asks for.
_ROUNDS = 5
_WHEELS = "wheels"


HERE = Target()


class BundleError(RuntimeError):
    """A bundle can't be made; ``code`` names the message, ``details`` fill it."""

    def __init__(self, code: str, **details: object) -> None:
        self.code, self.details = code, details
        super().__init__(code)


def make_bundle(
    folder: Path, target: Target = HERE, *, python: Path | None = None, tell: Callable[[str], None] = lambda _: None
) -> int:
    """Make a folder from which camket and its page install without a network.

    Parameters
    ----------
    folder : Path
        The folder; it must not be there, or be an earlier bundle, which is replaced.
    target : Target
        The machine it is for.
    python : Path, optional
        An installer of Python to lay beside the wheels, for machines that have none.
    tell : callable
        Is told what is being done.

    Returns
    -------
    int
        How many wheels there are.

    Raises
    ------
    BundleError
        Where a wheel can't be had for the target, or the folder is something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / NOTE).is_file():
        raise BundleError("not_a_bundle", path=folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".camket-bundle-") as scratch:
        made = Path(scratch, folder.name or "camket")
        wheels = made / _WHEELS
        wheels.mkdir(parents=True)
        tell("own")
        _own_wheel(wheels, target)
        tell("others")
        _other_wheels(wheels, target)
        if python is not None:
            shutil.copy(python, made / python.name)
        _write(made, target)
        _replace(made, folder)
    return len(list((folder / _WHEELS).glob("*.whl")))


def _own_wheel(wheels: Path, target: Target) -> None:
    """Compiled modules go only where they were compiled for: elsewhere the sources run, with the same results."""
    found = installed()
    source = source_of(found)
    if source is None:
        repack(found, wheels, pure=not target.is_here)
    else:
        pure = {} if target.is_here else {"CAMKET_PURE": "1"}
        _pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(source), **pure)


def _other_wheels(wheels: Path, target: Target) -> None:
    """Fetch all that the page needs; a package without a wheel is built where the target is this machine."""
    wanted = [f"camket[web]=={__version__}"]
    for _ in range(_ROUNDS):
        if target.is_here:
            _pip("wheel", "--wheel-dir", str(wheels), "--find-links", str(wheels), *wanted)
        else:
            _pip("download", "--dest", str(wheels), "--find-links", str(wheels), *target.pip_options, *wanted)
        wanted = missing(wheels, target)
        if not wanted:
            return
    raise BundleError("incomplete", names=", ".join(wanted))


def _pip(*arguments: str, **environment: str) -> None:
    command = [sys.executable, "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", check=False, env=os.environ | environment
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise BundleError("pip", reason=(lines or done.stderr.strip().splitlines() or ["?"])[-1])


def _write(made: Path, target: Target) -> None:
    wheels = sorted((made / _WHEELS).glob("*.whl"))
    for name, content, is_program in files(target):
        path = made / name
        path.write_bytes(content)
        if is_program:
            path.chmod(0o755)
    told = [read_wheel(path) for path in wheels]
    lines = (f"{wheel.name} {wheel.version}: {wheel.licence}\n" for wheel in told)
    (made / "GIAY-PHEP.txt").write_text("".join(lines), encoding="utf-8", newline="\r\n")
    sums = (f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {_WHEELS}/{p.name}\n" for p in wheels)
    (made / "SHA256SUMS").write_text("".join(sums), encoding="ascii", newline="\n")


def _replace(made: Path, folder: Path) -> None:
    """Put the finished folder in the place of an earlier one; work done in it stays."""
    if folder.exists():
        for kept in (p for p in folder.iterdir() if p.name in ("du-lieu",)):
            shutil.move(str(kept), made / kept.name)
        shutil.rmtree(folder)
    os.replace(made, folder)
