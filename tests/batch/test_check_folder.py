"""``camket check FOLDER``: exit codes, messages, consoles of every kind; and that no text gets into a log."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest

from batch.makers import ROOT

CLEAR = "BẢN CAM KẾT\nNgày 05 tháng 3 năm 2024\n1. Trồng 12 ha rừng trước ngày 30/6/2024."
VAGUE = "BẢN CAM KẾT\nNgày 05 tháng 3 năm 2024\n1. Tăng cường công tác tuyên truyền."


def camket(*arguments: str, encoding: str = "utf-8", cwd: Path | None = None) -> subprocess.CompletedProcess:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "nlp"), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "camket", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, cwd=cwd, check=False, timeout=120)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Xã Tân Hòa"
    place.mkdir()
    (place / "rõ.txt").write_text(CLEAR, encoding="utf-8")
    return place


def test_exit_codes_are_those_of_a_single_check(folder: Path, tmp_path: Path) -> None:
    clean = camket("check", str(folder), "--out", str(tmp_path / "a"))
    assert clean.returncode == 0, clean.stderr.decode()
    (folder / "mờ.txt").write_text(VAGUE, encoding="utf-8")
    assert camket("check", str(folder), "--out", str(tmp_path / "a"), "--resume").returncode == 1
    assert camket("check", str(folder), "--out", str(tmp_path / "b"), "--fail-on", "never").returncode == 0
    (folder / "hỏng.docx").write_bytes(b"PK\x03\x04")
    assert camket("check", str(folder), "--out", str(tmp_path / "c"), "--fail-on", "never").returncode == 3


def test_the_summary_names_fields_and_logs_no_text(folder: Path, tmp_path: Path) -> None:
    (folder / "mờ.txt").write_text(VAGUE, encoding="utf-8")
    done = camket("check", str(folder), "--out", str(tmp_path / "ra"))
    shown = done.stdout.decode()
    assert "Theo cơ quan" in shown
    assert "Nông nghiệp, nông thôn" in shown
    assert "2 cam kết: 1 rõ" in shown
    assert "Trồng 12 ha" not in shown + done.stderr.decode()
    assert "tuyên truyền" not in shown + done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "--out"),
        (["--out", "ra", "--engine", "ray"], 2, "ray"),
        (["--out", "ra", "--baseline", "moc.json"], 2, "baseline"),
        (["--out", "Xã Tân Hòa/rõ.txt"], 2, "Không ghi được"),
    ],
)
def test_wrong_usage_is_one_sentence(folder: Path, arguments: list[str], code: int, message: str) -> None:
    done = camket("check", folder.name, *arguments, cwd=folder.parent)
    assert done.returncode == code
    assert message in done.stderr.decode()
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_results_are_kept_unless_told_to_go_on(folder: Path, tmp_path: Path) -> None:
    camket("check", str(folder), "--out", str(tmp_path / "ra"))
    again = camket("check", str(folder), "--out", str(tmp_path / "ra"))
    assert again.returncode == 2
    assert "--resume" in again.stderr.decode()


def test_a_dry_run_lists_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "hỏng.zip").write_bytes(b"PK\x03\x04")
    done = camket("check", str(folder), "--out", str(tmp_path / "ra"), "--dry-run")
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["hỏng", "sẽ"]
    assert "2 văn bản" in lines[-1]
    assert not (tmp_path / "ra").exists()


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    done = camket("check", str(tmp_path / "trống"), "--out", str(tmp_path / "ra"))
    assert done.returncode == 3
    assert "Không có văn bản nào" in done.stderr.decode()


@pytest.mark.parametrize("encoding", ["cp1252", "cp1252:strict", "cp437", "ascii"])
def test_consoles_that_know_no_vietnamese(tmp_path: Path, encoding: str) -> None:
    name = unicodedata.normalize("NFC", ("Báo cáo kết quả thực hiện cam kết " + "nam hai nghin " * 20)[:196]) + ".txt"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(f"Thư mục con/{name}", CLEAR)
    (tmp_path / "hồ sơ nộp.zip").write_bytes(data.getvalue())
    done = camket("check", str(tmp_path / "hồ sơ nộp.zip"), "--out", str(tmp_path / "kết quả"), encoding=encoding)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    documents = (tmp_path / "kết quả" / "documents.csv").read_text(encoding="utf-8-sig")
    assert f"Thư mục con/{name},ok" in documents
    assert len(name) == 200
