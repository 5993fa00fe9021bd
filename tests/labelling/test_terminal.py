"""A person at a real terminal: twenty labels on one report, then models that have learned from them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="no pseudo-terminals on Windows")
if sys.platform == "win32":
    pytest.skip("no pseudo-terminals on Windows", allow_module_level=True)

REPORT = "bao-cao-ubnd-xa-thuong-lam-2024.docx"
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "LC_ALL": "C.UTF-8", "TERM": "xterm"}
QUESTION = re.compile(
    r"(Nội dung này là gì\?|kết quả thế nào\?|so với thời hạn\?|dứt khoát|Học lại ngay)[^\n]*\[Enter = [^\]]+\]\r\n"
)
# What this person holds against camket: words of an item or a claim, the question, and the key.
HOLDS = (
    ("đã đối thoại 03 lần", "kết quả thế nào", "4"),
    ("người dân chưa đồng thuận”", "kết quả thế nào", "x"),
    ("Giao quân 13/13", "so với thời hạn", "2"),
)


def start(folder: Path, *arguments: str) -> pexpect.spawn:
    command = ["-m", "camket", "label", *arguments, "--labels", str(folder)]
    return pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=180, dimensions=(60, 500), env=ENVIRONMENT)


def answer(terminal: pexpect.spawn, item: str) -> str:
    """Wait for a question and give the key this person presses; the item shown is told on."""
    terminal.expect(QUESTION)
    asked = re.sub(r"\x1b\[\d+m", "", terminal.before + terminal.match.group())
    shown = re.findall(r"\[\d+/\d+\].*\r\n(?:  \(.*\)\r\n)?  (.*)\r\n", asked)
    item = shown[-1] if shown else item
    last = asked.strip().splitlines()[-1]
    keys = [key for words, question, key in HOLDS if question in last and (words in last or words in item)]
    terminal.send(keys[0] if keys else "\r")
    return item


def labels(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "camket-labels.jsonl").read_text(encoding="utf-8").splitlines()]


def test_twenty_labels_then_learning(documents: Path, tmp_path: Path) -> None:
    terminal = start(tmp_path, str(documents / REPORT), "--by", "Lò Thị Mai", "-n", "20")
    item = ""
    while not terminal.match or "Học lại" not in terminal.match.group():
        item = answer(terminal, item)
    terminal.expect(pexpect.EOF)
    told = terminal.before
    terminal.close()
    assert terminal.exitstatus == 0

    given = labels(tmp_path)
    assert len({label["id"] for label in given}) == 20
    assert {label["labelled"]["by"] for label in given} == {"Lò Thị Mai"}
    talks = next(label for label in given if "đã đối thoại 03 lần" in label["text"])
    assert talks["claims"][0]["result"] == "in_progress"

    for metric in ("act_macro_f1", "vague_f1", "verdict_macro_f1", "claims_result_f1"):
        assert re.search(rf"{metric} +trước 0\.\d+ \[0\.\d+; 0\.\d+\] +sau 0\.\d+ \[0\.\d+; 0\.\d+\]", told)
    assert re.search(r"act +20 nhãn: trước đúng \d+, sau đúng \d+", told)
    assert re.search(r"Kết quả: hoàn thành[^→]*→ Kết quả: đang thực hiện[^\n]*đối thoại 03 lần", told), told

    models = tmp_path / "camket-models"
    assert {path.name for path in models.iterdir()} == {"acts", "claims_label"}
    assert json.loads((models / "acts" / "meta.json").read_text(encoding="utf-8"))["own"] == 20
    assert results(documents / REPORT, "--models", str(models)) != results(documents / REPORT)


def results(report: Path, *options: str) -> list[list[str]]:
    command = [sys.executable, "-m", "camket", "check", "--format", "json", "--fail-on", "never", *options, str(report)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)
    found = json.loads(done.stdout)
    return [[claim["result"] for claim in item["claims"]] for item in found["documents"][0]["items"]]


def test_skip_back_quit_and_going_on_later(documents: Path, tmp_path: Path) -> None:
    terminal = start(tmp_path, str(documents / REPORT), "--no-claims", "--no-retrain", "-n", "5")
    shown, screens = [], []
    for key in ("s", "\r", "b", "5", "q"):
        terminal.expect(QUESTION)
        screens.append(terminal.before)
        shown.append(re.search(r"chắc chắn \d+%.*\r\n  (.*)\r\n", terminal.before).group(1))
        terminal.send(key)
    terminal.expect(pexpect.EOF)
    assert "Đã ghi 1 nhãn" in terminal.before
    assert shown[1] == shown[3]
    assert ["bạn đã ghi" in screen for screen in screens] == [False, False, False, True, False]
    assert [label["act"] for label in labels(tmp_path)][-1] == "other"

    terminal = start(tmp_path, str(documents / REPORT), "--no-claims", "--no-retrain", "-n", "5")
    terminal.expect(QUESTION)
    # What was skipped comes first again, what has a label does not come.
    assert shown[0] in terminal.before
    terminal.send("s")
    terminal.expect(QUESTION)
    assert shown[1] not in terminal.before
    terminal.close(force=True)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_sitting_keeps_its_labels(documents: Path, tmp_path: Path, stop: int) -> None:
    terminal = start(tmp_path, str(documents / REPORT), "--no-claims", "--no-retrain")
    for _ in range(3):
        terminal.expect(QUESTION)
        terminal.send("\r")
    terminal.expect(QUESTION)
    terminal.kill(stop)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert len(labels(tmp_path)) == 3


def test_without_a_terminal_it_says_what_to_do(documents: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "camket", "label", str(documents / REPORT), "--labels", str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env=ENVIRONMENT
    )
    assert done.returncode == 2
    assert "--export" in done.stderr
    assert not list(tmp_path.iterdir())


def test_label_studio_round_trip(documents: Path, tmp_path: Path) -> None:
    tasks, done = tmp_path / "viec.json", tmp_path / "xong.json"
    base = [sys.executable, "-m", "camket", "label", "--labels", str(tmp_path)]
    subprocess.run([*base, str(documents / REPORT), "-n", "6", "--export", str(tasks)], check=True, env=ENVIRONMENT)
    assert (tmp_path / "viec.xml").read_text(encoding="utf-8").startswith("<View>")
    found = json.loads(tasks.read_text(encoding="utf-8"))
    labelled = [{**task, "annotations": task["predictions"]} for task in found[:4]] + found[4:]
    done.write_text(json.dumps(labelled), encoding="utf-8")
    said = subprocess.run([*base, "--import", str(done)], check=True, capture_output=True, text=True, env=ENVIRONMENT)
    assert "4 nhãn" in said.stderr
    assert "2 nội dung" in said.stderr
    assert len(labels(tmp_path)) == 4
