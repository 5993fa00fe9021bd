"""Build hook of hatchling: adds the compiled core to a wheel, where it can be compiled.

Which modules are compiled stands in pyproject.toml beside the path of this file. Their sources stay in the wheel. An
editable installation runs the sources. Environment variables: ``CAMKET_PURE=1`` compiles nothing,
``CAMKET_COMPILE=require`` makes it an error where nothing can be compiled; by default the wheel then comes without.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FOLDER, _PACKAGE = "nlp", "camket"
_SECONDS = 1800


class CompileHook(BuildHookInterface[Any]):
    """Compiles in a folder of its own and hands the shared libraries over to the wheel."""

    PLUGIN_NAME = "custom"
    _made: TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before the wheel is put together."""
        if version != "standard" or os.environ.get("CAMKET_PURE", "0") not in ("", "0"):
            return
        self._made = TemporaryDirectory(prefix="camket-core-")
        failure = self._compile(Path(self._made.name))
        if failure is None:
            build_data.update(infer_tag=True, pure_python=False)
            build_data["force_include"][os.path.join(self._made.name, _PACKAGE)] = _PACKAGE
        elif os.environ.get("CAMKET_COMPILE") == "require":
            raise RuntimeError(f"the core of camket was not compiled: {failure}")
        else:
            self.app.display_warning(f"camket is built without its compiled core, it will be slower: {failure}")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """After it."""
        if self._made is not None:
            self._made.cleanup()

    def _compile(self, out: Path) -> str | None:
        """Why it failed, in one line; None where it did not."""
        program = Path(self.root, _FOLDER, "compile_core.py")
        command = [sys.executable, str(program), str(out), "--opt-level", self.config["opt-level"], *self._modules()]
        try:
            done = subprocess.run(
                command, cwd=Path(self.root, _FOLDER), capture_output=True, text=True, errors="replace",
                timeout=_SECONDS, check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        self.app.display_debug(done.stdout + done.stderr)
        return _reason(done.stdout, done.stderr) if done.returncode else None

    def _modules(self) -> list[str]:
        """Paths of the modules below the folder of the package."""
        found = self._paths(self.config["compile"]) - self._paths(self.config["interpret"])
        return sorted(path for path in found if not path.endswith("__init__.py"))

    def _paths(self, patterns: Iterable[str]) -> set[str]:
        folder = Path(self.root, _FOLDER)
        found = {pattern: list(folder.glob(f"{_PACKAGE}/{pattern}")) for pattern in patterns}
        if empty := [pattern for pattern, paths in found.items() if not paths]:
            raise ValueError(f"pyproject.toml: no module is called {', '.join(empty)}")
        return {path.relative_to(folder).as_posix() for paths in found.values() for path in paths}


def _reason(out: str, errors: str) -> str:
    """The error among what was printed: of mypyc's line, else the last one."""
    lines = [line for line in (out + errors).splitlines() if line.strip()]
    return next((line for line in lines if ": error: " in line), lines[-1] if lines else "no message")
