"""The build hook: what it compiles, and what becomes of a wheel where nothing can be compiled."""

from __future__ import annotations

from typing import Any

import pytest

from compiling.builds import NO_COMPILER, ROOT, hatch, tree
from compiling.hooks import hook, settings


def test_all_listed_modules_exist() -> None:
    modules = hook(ROOT)._modules()
    assert "camket/text/lexer.py" in modules
    assert "camket/pipes/figures/roles.py" in modules
    assert all((ROOT / "nlp" / module).is_file() for module in modules)


def test_what_runs_once_a_process_or_takes_objects_of_numpy_stays_interpreted() -> None:
    modules = hook(ROOT)._modules()
    assert not [m for m in modules if m.endswith(("__init__.py", "explain.py", "claims/finder.py"))]


@pytest.mark.parametrize("name", ["compile", "interpret"])
def test_a_pattern_that_names_no_module_is_an_error(name: str) -> None:
    with pytest.raises(ValueError, match=r"pyproject\.toml.*text/no_such\.py"):
        hook(ROOT, **{name: [*settings()[name], "text/no_such.py"]})._modules()


def test_without_a_compiler_the_wheel_is_pure_and_says_so(source, tmp_path) -> None:
    before = tree(source)
    built = hatch(source, tmp_path, "wheel", CC=NO_COMPILER)
    assert built.code == 0, built.said
    assert built.wheel.name.endswith("-py3-none-any.whl")
    assert built.libraries == []
    assert "camket/text/lexer.py" in built.names
    assert "without its compiled core" in built.said
    assert "slower" in built.said
    assert f"there is no C compiler ({NO_COMPILER})" in built.said
    assert "Traceback" not in built.said
    assert tree(source) == before, "nothing is written among the sources"


def initialize(monkeypatch: pytest.MonkeyPatch, version: str = "standard", **environment: str) -> dict[str, Any]:
    """What the hook adds to a wheel on a machine without a C compiler."""
    for name, value in {"CC": NO_COMPILER, "CAMKET_PURE": "", "CAMKET_COMPILE": "", **environment}.items():
        monkeypatch.setenv(name, value)
    added: dict[str, Any] = {}
    hook(ROOT).initialize(version, added)
    return added


def test_where_the_core_is_required_a_missing_compiler_is_an_error(monkeypatch) -> None:
    said = rf"the core of camket was not compiled: there is no C compiler \({NO_COMPILER}\)"
    with pytest.raises(RuntimeError, match=said):
        initialize(monkeypatch, CAMKET_PURE="0", CAMKET_COMPILE="require")


@pytest.mark.parametrize("required", ["", "require"])
def test_a_pure_wheel_on_demand_looks_for_no_compiler(monkeypatch, capfd, required) -> None:
    assert initialize(monkeypatch, CAMKET_PURE="1", CAMKET_COMPILE=required) == {}
    assert capfd.readouterr() == ("", "")


def test_an_editable_installation_runs_the_sources(monkeypatch, capfd) -> None:
    assert initialize(monkeypatch, "editable", CAMKET_COMPILE="require") == {}
    assert capfd.readouterr() == ("", "")


def test_a_source_distribution_holds_what_compiles_it(source) -> None:
    assert hook(source)._modules() == hook(ROOT)._modules()
    assert (source / "nlp" / "compile_core.py").read_bytes() == (ROOT / "nlp" / "compile_core.py").read_bytes()
