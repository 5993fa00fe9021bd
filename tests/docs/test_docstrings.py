"""Every public name says what it takes, gives and raises, and shows an example; the examples are true."""

from __future__ import annotations

import ast
import dataclasses
import doctest
import inspect
import textwrap
from importlib.resources import files

import pytest

import camket
from camket.docs.guides import GUIDES
from camket.docs.names import Name, members, modules, names
from camket.docs.numpydoc import parse

NAMES = [name for module in modules() for name in names(module)]
FUNCTIONS = [name for name in NAMES if inspect.isfunction(name.value)]
CLASSES = [name for name in NAMES if inspect.isclass(name.value)]
ERRORS = [name for name in CLASSES if issubclass(name.value, Exception)]


def parameters(function) -> list[str]:
    found = inspect.signature(function).parameters.values()
    return [p.name for p in found if p.name not in ("self", "cls") and not p.name.startswith("_")]


def listed(name: Name, *sections: str) -> set[str]:
    doc = parse(name.value.__doc__)
    return {one for section in sections for entry in doc.entries(section) for one in entry.names}


def raises(function) -> bool:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return any(isinstance(node, ast.Raise) and node.exc is not None for node in ast.walk(tree))


def fields(cls: type) -> list[str]:
    return [f.name for f in dataclasses.fields(cls)] if dataclasses.is_dataclass(cls) else parameters(cls.__init__)


def test_everything_public_is_in_the_reference() -> None:
    shown = {name.value for name in NAMES}
    assert {getattr(camket, name) for name in camket.__all__ if name != "__version__"} <= shown
    assert len(NAMES) > 80


@pytest.mark.parametrize("name", FUNCTIONS, ids=lambda n: n.path)
def test_functions(name: Name) -> None:
    doc = parse(name.value.__doc__)
    assert set(parameters(name.value)) <= listed(name, "Parameters")
    assert inspect.signature(name.value).return_annotation in ("None", None) or {"Returns", "Yields"} & set(
        doc.sections
    )
    assert not raises(name.value) or "Raises" in doc.sections
    assert "Examples" in doc.sections


@pytest.mark.parametrize("name", [c for c in CLASSES if c not in ERRORS], ids=lambda n: n.path)
def test_classes(name: Name) -> None:
    text = name.value.__doc__ or ""
    told = listed(name, "Parameters", "Attributes")
    missing = [f for f in fields(name.value) if f not in told and f"``{f}``" not in text]
    assert not [f for f in missing if f not in ("args", "kwargs", "data")]
    for member, value in members(name.value):
        assert (value.fget if isinstance(value, property) else value).__doc__, member


@pytest.mark.parametrize("name", NAMES, ids=lambda n: n.path)
def test_one_line_in_vietnamese(name: Name) -> None:
    assert name.line.endswith(".")


@pytest.mark.parametrize("guide", GUIDES)
def test_examples_of_the_guides(guide: str) -> None:
    text = files("camket.docs").joinpath("pages", f"{guide}.md").read_text("utf-8")
    test = doctest.DocTestParser().get_doctest(text, {}, guide, None, 0)
    assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test).failed == 0
