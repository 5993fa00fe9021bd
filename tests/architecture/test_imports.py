"""What importing camket brings in, and that every documented example is true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import subprocess
import sys

import pytest

import camket

MODULES = sorted(m.name for m in pkgutil.walk_packages(camket.__path__, "camket.") if not m.name.endswith("__main__"))
HEAVY = ("spacy", "pandas", "sklearn", "underthesea", "numpy", "docx", "pdfplumber")


def loaded_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_import_is_light() -> None:
    assert loaded_after("import camket").isdisjoint(HEAVY)


def test_spacy_components_bring_in_no_other_heavy_library() -> None:
    assert loaded_after("import camket.language").isdisjoint({"pandas", "sklearn", "underthesea"})


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    module = importlib.import_module(name)
    assert doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE).failed == 0


def test_public_names_exist() -> None:
    assert all(getattr(camket, name) is not None for name in camket.__all__)
