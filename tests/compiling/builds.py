"""Builds of the project in a process of their own, and what they leave."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
NO_COMPILER = "no-such-compiler"


@dataclass(frozen=True)
class Built:
    """What a build left and said."""

    code: int
    said: str
    wheel: Path | None

    @property
    def names(self) -> list[str]:
        with ZipFile(self.wheel) as wheel:
            return wheel.namelist()

    @property
    def libraries(self) -> list[str]:
        return [name for name in self.names if name.endswith((".so", ".pyd"))]


def hatch(source: Path, out: Path, target: str, **environment: str) -> Built:
    """Build with hatchling in a process of its own; settings of camket's build that are around do not count."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("CAMKET_") and k != "CC"}
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    done = subprocess.run(command, cwd=source, env={**kept, **environment}, capture_output=True, text=True, check=False)
    return Built(done.returncode, done.stdout + done.stderr, next(out.glob("*.whl"), None))


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
