"""The list of commands is quick, and every command in it can be called."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from typer.testing import CliRunner

from camket.cli.app import COMMANDS, app
from camket.cli.lazy import load

# On a quiet machine the list takes less than 0.3 s; here only that nothing heavy comes back unseen.
TIMES_PYTHON, ATTEMPTS = 30, 5


def seconds(*arguments: str) -> float:
    """The best of some runs of a fresh interpreter."""
    found = []
    for _ in range(ATTEMPTS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        found.append(time.perf_counter() - start)
    return min(found)


@pytest.mark.alone
def test_help_is_quick() -> None:
    assert seconds("-m", "camket", "--help") < max(0.3, TIMES_PYTHON * seconds("-S", "-c", "pass"))


def test_help_loads_no_command() -> None:
    code = "import sys; from camket.cli.app import app; app(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded.isdisjoint({"numpy", "pandas", "spacy", "camket.pipeline", "camket.cli.check", "camket.io"})


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_loaded(name: str) -> None:
    command = load(COMMANDS[name].target, name)
    assert command.name == name
    assert command.help


def test_every_command_is_listed() -> None:
    shown = CliRunner().invoke(app, ["--help"]).output
    assert all(name in shown for name in COMMANDS)


def test_unknown_command_names_the_nearest() -> None:
    done = CliRunner().invoke(app, ["chek"])
    assert done.exit_code == 2
    assert "camket check" in done.output
