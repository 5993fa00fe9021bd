"""The program that compiles modules, on a package of two modules, and on camket itself."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from compiling.builds import NO_COMPILER, ROOT, hatch, tree
from compiling.hooks import hook

PROGRAM = ROOT / "nlp" / "compile_core.py"
COMPILER = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
HEADERS = Path(sysconfig.get_path("include"), "Python.h")
needs_compiler = pytest.mark.skipif(
    shutil.which(COMPILER) is None or not HEADERS.is_file(), reason="needs a C compiler and the header files of Python"
)
DOUBLE = "def double(number: int) -> int:\n    return number * 2\n"
QUADRUPLE = (
    "from camket.double import double\n\n\ndef quadruple(number: int) -> int:\n    return double(double(number))\n"
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "sources" / "camket"
    folder.mkdir(parents=True)
    for name, text in {"__init__.py": "", "double.py": DOUBLE, "quadruple.py": QUADRUPLE}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder.parent


def compile_core(package: Path, out: Path, *modules: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PROGRAM), str(out), "--opt-level", "0", *modules],
        cwd=package, env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@needs_compiler
def test_compiled_modules_work_together_and_leave_the_sources_alone(package: Path, tmp_path: Path) -> None:
    before, out = tree(package), tmp_path / "out"
    done = compile_core(package, out, "camket/double.py", "camket/quadruple.py")
    assert done.returncode == 0, done.stderr
    assert tree(package) == before
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    assert sorted(tree(out)) == [f"camket/{name}{suffix}" for name in ("double", "native__mypyc", "quadruple")]

    shutil.copytree(package, out, dirs_exist_ok=True)
    code = "from camket import double, quadruple as q; print(q.quadruple(3), q.__file__, double.__file__)"
    said = subprocess.run([sys.executable, "-c", code], cwd=out, capture_output=True, text=True, check=True).stdout
    number, *files = said.split()
    assert number == "12"
    assert all(name.endswith(suffix) for name in files)


def test_types_that_do_not_hold_are_told_before_anything_is_compiled(package: Path, tmp_path: Path) -> None:
    (package / "camket" / "double.py").write_text(DOUBLE.replace("number * 2", '"two"'), encoding="utf-8")
    done = compile_core(package, tmp_path / "out", "camket/double.py", CC=shutil.which("true") or "true")
    if not HEADERS.is_file():
        pytest.skip("without the header files of Python it does not come to the types")
    assert done.returncode != 0
    assert 'double.py:2: error: Incompatible return value type (got "str", expected "int")' in done.stdout + done.stderr
    assert not (tmp_path / "out").exists()


def test_a_compiler_that_is_missing_is_told_in_one_sentence(package: Path, tmp_path: Path) -> None:
    done = compile_core(package, tmp_path / "out", "camket/double.py", CC=NO_COMPILER)
    assert done.returncode != 0
    assert done.stderr.strip() == f"there is no C compiler ({NO_COMPILER})"


@pytest.mark.skipif(not HEADERS.is_file() or sys.platform == "win32", reason="needs the header files of Python")
def test_every_listed_module_can_become_c(source: Path, tmp_path: Path) -> None:
    # A compiler that does nothing: the types are checked and C is written in a third of the time.
    done = compile_core(source / "nlp", tmp_path, *hook(source)._modules(), CC="true")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.full
@needs_compiler
def test_a_source_distribution_compiles_every_listed_module(source: Path, tmp_path: Path) -> None:
    before = tree(source)
    built = hatch(source, tmp_path / "wheels", "wheel", CAMKET_COMPILE="require")
    assert built.code == 0, built.said
    assert not built.wheel.name.endswith("-any.whl")
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    expected = [module.removesuffix(".py") + suffix for module in hook(source)._modules()]
    assert sorted(built.libraries) == sorted([*expected, f"camket/native__mypyc{suffix}"])
    assert tree(source) == before
