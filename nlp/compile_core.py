"""Compile modules with mypyc: what ``compile_hook.py`` runs, in a process of its own.

    python compile_core.py OUT [--opt-level 1] MODULE.py…

Shared libraries are written below the folder OUT as they have to lie in site-packages. Modules are given as paths below
the working directory, which holds the package; nothing is written into it.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
import sysconfig
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext

# The library that all compiled modules share is camket/native__mypyc.
_GROUP = "camket.native"
# The build environment holds no numpy or scipy: what they give has no types here, as it has none in compiled code.
_MYPY = ("--config-file=", f"--cache-dir={os.devnull}", "--ignore-missing-imports", "--follow-imports=silent")


class ParallelBuild(build_ext):
    """Compiles the C files of an extension side by side, which setuptools does for whole extensions only."""

    def build_extensions(self) -> None:
        """Build all extensions."""
        one_by_one = self.compiler.compile

        def side_by_side(sources: Sequence[str], **options: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                made = pool.map(lambda source: one_by_one([source], **options), sources)
                return [name for names in made for name in names]

        self.compiler.compile = side_by_side
        super().build_extensions()


def compile_modules(paths: Sequence[str], out: Path, opt_level: str) -> None:
    """Write a shared library for each module, and the one they share, below ``out``.

    Raises
    ------
    SystemExit
        Where there is no C compiler, it fails, or the types of a module do not hold.
    """
    _look_for_compiler()
    with TemporaryDirectory() as scratch:
        # One C file a module compiles side by side, and in all in less time than one file that holds everything.
        extensions = mypycify(
            [*_MYPY, *paths], opt_level=opt_level, debug_level="0", multi_file=True, target_dir=scratch,
            group_name=_GROUP,
        )  # fmt: skip
        for extension in extensions:
            extension.include_dirs.append(str(Path(scratch, *_GROUP.split(".")[:-1])))
        command = ParallelBuild(Distribution({"name": "camket", "ext_modules": extensions}))
        command.build_lib, command.build_temp, command.parallel = str(out), scratch, os.cpu_count()
        command.ensure_finalized()
        command.run()


def _look_for_compiler() -> None:
    """End early where nothing can be compiled: reading the types takes longer than everything else in an install."""
    if sys.platform == "win32":
        return
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        sys.exit(f"there is no C compiler ({compiler})")
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        sys.exit("the header files of Python are missing (Debian: python3-dev)")


def main() -> None:
    """Read the command line and compile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("modules", nargs="+", metavar="MODULE.py")
    parser.add_argument("--opt-level", choices=("0", "1", "2", "3"), default="1")
    given = parser.parse_args()
    compile_modules(given.modules, given.out, given.opt_level)


if __name__ == "__main__":
    main()
