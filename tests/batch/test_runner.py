"""Runs: the same results whatever the number of workers, and what is left of a run that was killed."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import psutil
import pytest

from batch.makers import ROOT, item_texts, make_documents, paragraphs, result_files
from camket.batch import Options, OutputExistsError, screen
from camket.batch.runner import LEDGER

WORDS = "Bản cam kết thực hiện nhiệm vụ và trách nhiệm của người đứng đầu đơn vị năm 2024 kèm theo phụ lục số liệu "


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def few(folder: Path, count: int = 6) -> Path:
    """A folder with a few text documents, a copy and a broken one."""
    texts = item_texts()
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text("\n".join(paragraphs(number, texts)), encoding="utf-8")
    (folder / "bản sao.txt").write_bytes((folder / "0.txt").read_bytes())
    (folder / "hỏng.docx").write_bytes(b"PK\x03\x04")
    return folder


@pytest.fixture(scope="module")
def screened(tmp_path_factory) -> tuple[Path, Path]:
    base = tmp_path_factory.mktemp("run")
    screen([few(base / "vào")], base / "ra", jobs=2)
    return base / "vào", base / "ra"


def test_results_stand_in_input_order(screened) -> None:
    documents = [row["document"] for row in rows(screened[1] / "documents.csv")]
    assert documents == [*(f"{n}.txt" for n in range(6)), "bản sao.txt", "hỏng.docx"]
    items = [json.loads(line) for line in (screened[1] / "items.jsonl").read_text(encoding="utf-8").splitlines()]
    assert list(dict.fromkeys(item["doc"] for item in items)) == documents[:-1]
    assert [row["document"] for row in rows(screened[1] / "items.csv")] == [item["doc"] for item in items]


def test_the_records_are_those_of_a_single_check(screened) -> None:
    from camket import check
    from camket.report.tables import to_jsonl

    whole = (screened[1] / "items.jsonl").read_text(encoding="utf-8").splitlines()
    one = [json.loads(line) for line in whole if json.loads(line)["doc"] == "3.txt"]
    assert one == [json.loads(line) for line in to_jsonl(check(screened[0] / "3.txt")).splitlines()]


def test_a_copy_has_the_results_of_the_first(screened) -> None:
    documents = {row["document"]: row for row in rows(screened[1] / "documents.csv")}
    assert documents["bản sao.txt"] | {"document": "0.txt"} == documents["0.txt"]


def test_a_bad_file_is_told_with_the_next_step(screened) -> None:
    bad = rows(screened[1] / "documents.csv")[-1]
    assert bad["status"] == "corrupt"
    assert "lấy lại bản gốc" in bad["message"]


def test_the_summary_adds_up(screened) -> None:
    table = rows(screened[1] / "summary.csv")
    total = table[-1]
    for column in ("items", "commitment", "vague"):
        for by in ("organisation", "field"):
            assert sum(int(r[column]) for r in table if r["by"] == by) == int(total[column])
    assert int(total["documents"]) == 7


def test_nothing_else_is_left_behind(screened) -> None:
    assert sorted(result_files(screened[1])) == [
        ".camket/ledger", ".camket/ledger.lock", "documents.csv", "items.csv", "items.jsonl", "summary.csv",
    ]  # fmt: skip


def test_results_are_not_overwritten_unasked(screened) -> None:
    with pytest.raises(OutputExistsError):
        screen([screened[0]], screened[1])


def test_a_second_run_reads_only_what_is_new(tmp_path: Path) -> None:
    source = few(tmp_path / "vào")
    screen([source], tmp_path / "ra")
    (source / "3.txt").rename(source / "ba.txt")
    (source / "4.txt").write_text("KẾ HOẠCH\n1. Trồng 12 ha rừng trước ngày 30/6/2024.", encoding="utf-8")
    result = screen([source], tmp_path / "ra", resume=True)
    assert result.documents - result.reused == 1
    screen([source], tmp_path / "mới")
    assert result_files(tmp_path / "ra") == result_files(tmp_path / "mới")


def test_other_options_read_everything_again(tmp_path: Path) -> None:
    source = few(tmp_path / "vào", 2)
    screen([source], tmp_path / "ra")
    assert screen([source], tmp_path / "ra", Options(kind="report"), resume=True).reused == 0


def test_a_configuration_reaches_the_workers(tmp_path: Path) -> None:
    source = few(tmp_path / "vào", 2)
    screen([source], tmp_path / "a")
    screen([source], tmp_path / "b", Options(config='{"rules": {"disable": ["SP02"]}}'))
    assert b"SP02" in (tmp_path / "a" / "items.jsonl").read_bytes()
    assert b"SP02" not in (tmp_path / "b" / "items.jsonl").read_bytes()


def test_a_name_of_200_vietnamese_letters_and_spaces(tmp_path: Path) -> None:
    source = tmp_path / "Thư mục có dấu cách"
    source.mkdir()
    # Linux allows 255 bytes a name, so most of the 200 letters carry no mark.
    name = unicodedata.normalize("NFC", (WORDS[:60] + "ke hoach nam " * 20)[:196]) + ".txt"
    (source / name).write_text("KẾ HOẠCH\n1. Trồng 12 ha rừng trước ngày 30/6/2024.", encoding="utf-8")
    screen([source], tmp_path / "kết quả")
    assert len(name) == 200
    assert rows(tmp_path / "kết quả" / "items.csv")[0]["document"] == name


def start(source: Path, out: Path) -> subprocess.Popen:
    """A run with two workers in a process of its own, by the command that users type."""
    command = [sys.executable, "-m", "camket", "check", str(source), "--jobs", "2", "--out", str(out), "--resume"]
    paths = {"PYTHONPATH": str(ROOT / "nlp"), "CAMKET_TEST": str(source.parent)}
    return subprocess.Popen(command, env=os.environ | paths, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def kill_at_random(source: Path, out: Path, chance: random.Random) -> int:
    """Start a run, kill it somewhere in the middle, and give the size its ledger has grown to."""
    ledger = out / LEDGER
    before = ledger.stat().st_size if ledger.exists() else 0
    run = start(source, out)
    while run.poll() is None and not (ledger.exists() and ledger.stat().st_size > before):
        time.sleep(0.02)
    time.sleep(chance.uniform(0, 1.0))
    assert run.poll() is None, "the run ended before it could be killed"
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stderr.close()
    return ledger.stat().st_size


def memory_of(run: subprocess.Popen) -> list[list[float]]:
    """Resident size in MB of the run and each of its workers, sampled until it ends."""
    sizes: dict[int, list[float]] = {}
    parent = psutil.Process(run.pid)
    while run.poll() is None:
        with contextlib.suppress(psutil.Error):
            for process in (parent, *parent.children(recursive=True)):
                sizes.setdefault(process.pid, []).append(process.memory_info().rss / 1e6)
        time.sleep(0.1)
    return list(sizes.values())


def growth(found: list[float]) -> float:
    """Mean of the last quarter over that of the second."""
    quarter = len(found) // 4
    return sum(found[-quarter:]) / sum(found[quarter : 2 * quarter])


def killed_and_resumed(base: Path, count: int, most: float, flat: float) -> None:
    """Memory stays flat in an uninterrupted run; three kills and a last run leave what it leaves, to the byte."""
    make_documents(base / "vào", count)
    run = start(base / "vào", base / "một mạch")
    sizes = memory_of(run)
    _, told = run.communicate()
    assert run.returncode == 3, told.decode()
    assert max(map(max, sizes)) < most
    assert [round(growth(found), 3) for found in sizes if len(found) > 20 and growth(found) > flat] == []
    chance = random.Random()
    sizes = [kill_at_random(base / "vào", base / "bị ngắt", chance) for _ in range(3)]
    assert 0 < sizes[0] < sizes[1] < sizes[2]
    last = start(base / "vào", base / "bị ngắt")
    last.communicate()
    assert last.returncode == 3
    assert result_files(base / "bị ngắt") == result_files(base / "một mạch")


def test_a_run_killed_three_times_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    # So short a run is still filling its caches of words and of groups of evidence: the size tells more than the growth.
    killed_and_resumed(tmp_path, 200, most=260, flat=1.6)


@pytest.mark.full
def test_a_long_run_killed_three_times_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    killed_and_resumed(tmp_path, 2000, most=400, flat=1.1)


def test_workers_do_not_outlive_a_killed_run(tmp_path: Path) -> None:
    make_documents(tmp_path / "vào", 240)
    kill_at_random(tmp_path / "vào", tmp_path / "ra", random.Random(0))
    for _ in range(100):
        if not children_of_the_run(tmp_path):
            break
        time.sleep(0.1)
    assert not children_of_the_run(tmp_path)


def children_of_the_run(base: Path) -> list[int]:
    """Python processes that were started in the run's environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"CAMKET_TEST=" + str(base).encode() in (process / "environ").read_bytes():
                found.append(int(process.name))
        except OSError:
            continue
    return found
