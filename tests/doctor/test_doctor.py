"""``camket doctor`` on a machine that is fit, and on ones that are not."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from batch.makers import ROOT
from camket.doctor import examine, parts, selftest, tools
from camket.lexicons import lexicon
from camket.report.words import Words
from camket.text import lexer


def test_this_machine_is_fit(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "camket", "doctor", str(tmp_path)], capture_output=True, check=False, timeout=120,
        env=os.environ | {"PYTHONPATH": str(ROOT / "nlp")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode()
    assert "Máy này chạy được camket." in done.stdout.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_can_not_be_written_is_wrong(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "camket", "doctor", str(tmp_path / "không có"), "--lang", "en"], capture_output=True,
        check=False, timeout=120, env=os.environ | {"PYTHONPATH": str(ROOT / "nlp"), "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "choose another folder" in done.stdout.decode()
    assert "chcp 65001" in done.stdout.decode()


def test_every_answer_has_words_in_both_languages() -> None:
    vi, en = (lexicon("doctor")[language] for language in ("vi", "en"))
    assert vi.keys() == en.keys()
    for check in examine(Path.cwd()):
        for language in ("vi", "en"):
            assert Words(language, "doctor")(check.key, **check.values)


@pytest.mark.parametrize(("file", "state"), [("lexer.py", "note"), (f"lexer{EXTENSION_SUFFIXES[0]}", "ok")])
def test_the_core_is_compiled_or_not(monkeypatch, file: str, state: str) -> None:
    monkeypatch.setattr(lexer, "__file__", f"/x/{file}")
    assert parts.core().state == state


def test_models_that_are_missing(monkeypatch, tmp_path: Path) -> None:
    from camket.scoring import store

    store.load.cache_clear()
    store.word_index.cache_clear()
    monkeypatch.setattr(store, "models_dir", lambda: tmp_path)
    assert parts.models().state == "wrong"


def test_libraries_that_are_too_old(monkeypatch) -> None:
    monkeypatch.setattr(parts, "_version", lambda name: "0.0.1" if name.lower() == "pandas" else "999")
    check = parts.libraries()
    assert check.state == "wrong"
    assert "pandas" in str(check.values["missing"])


@pytest.mark.parametrize(("found", "state"), [("cp1252", "note"), ("utf-8", "ok"), ("cp65001", "ok")])
def test_consoles(monkeypatch, found: str, state: str) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", found)
    assert parts.console().state == state


def test_tools_that_are_missing(monkeypatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert [check().state for check in (tools.office, tools.tesseract)] == ["note", "note"]


def test_tesseract_without_vietnamese(monkeypatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr(tools, "_output", lambda command: "List of available languages:\neng\n")
    assert tools.tesseract().key == "tesseract_language_note"


def test_results_that_come_out_wrong(monkeypatch) -> None:
    monkeypatch.setattr(selftest, "TEXT", "BẢN CAM KẾT\n1. Tăng cường tuyên truyền.")
    assert selftest.selftest().state == "wrong"


def test_processes_that_do_not_start(monkeypatch) -> None:
    def refuse(*_):
        raise OSError("no more processes")

    monkeypatch.setattr("camket.batch.pool.Worker", refuse)
    assert selftest.processes().state == "wrong"
