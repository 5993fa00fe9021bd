"""``camket annotate``: labels from the text alone, fields and order kept, nothing half-written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from camket.cli.app import app
from camket.convert import LABEL_FIELDS

runner = CliRunner()


def write(path: Path, records: list[dict]) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


def read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def annotate(source: Path, target: Path, *options: str) -> None:
    result = runner.invoke(app, ["annotate", str(source), str(target), *options])
    assert result.exit_code == 0, result.output


def test_every_record_gets_every_field(tmp_path: Path, examples: list[dict]) -> None:
    out = tmp_path / "out.jsonl"
    annotate(write(tmp_path / "in.jsonl", examples), out)
    for record in read(out):
        assert set(LABEL_FIELDS) - {"camket"} <= set(record)


def test_other_fields_and_order_are_kept(tmp_path: Path, examples: list[dict]) -> None:
    out = tmp_path / "out.jsonl"
    annotate(write(tmp_path / "in.jsonl", examples), out)
    records = read(out)
    assert [r["id"] for r in records] == [r["id"] for r in examples]
    assert records[0]["extra"] == {"kept": 1}
    assert list(records[0])[: len(examples[0])] == list(examples[0])


def test_labels_in_the_input_are_never_seen(tmp_path: Path, labelled: list[dict]) -> None:
    stripped = [{k: v for k, v in r.items() if k not in LABEL_FIELDS} for r in labelled]
    lies = [{**r, "act": "other", "target": None, "verdict": None, "claims": [], "causes": ["land"]} for r in labelled]
    outputs = []
    for name, records in (("a", labelled), ("b", stripped), ("c", lies)):
        out = tmp_path / f"{name}.out"
        annotate(write(tmp_path / name, records), out)
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1] == outputs[2]


def test_two_processes_give_the_same_bytes(tmp_path: Path, labelled: list[dict]) -> None:
    source = write(tmp_path / "in.jsonl", labelled * 6)
    annotate(source, tmp_path / "one")
    annotate(source, tmp_path / "two", "--jobs", "2")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ('{"text": 5}', "text"),
        ("{broken", "-"),
        ('["a"]', "-"),
        ('{"text": "a", "date": "2/2/2020"}', "date"),
        ('{"kind": "commitment"}', "text"),
    ],
)
def test_a_malformed_line_is_named_and_nothing_is_written(tmp_path: Path, line: str, field: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": "Xong."}\n\n' + line + "\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    out.write_text("before", encoding="utf-8")
    result = runner.invoke(app, ["annotate", str(source), str(out)])
    assert result.exit_code == 2
    assert "dòng 3" in result.output
    assert f"“{field}”" in result.output
    assert out.read_text(encoding="utf-8") == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_missing_input_is_a_sentence(tmp_path: Path) -> None:
    result = runner.invoke(app, ["annotate", str(tmp_path / "không có.jsonl"), str(tmp_path / "out")])
    assert result.exit_code == 3
    assert "Không thấy tệp" in result.output


def test_standard_input_and_output(examples: list[dict]) -> None:
    lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in examples)
    done = subprocess.run(
        [sys.executable, "-m", "camket", "annotate", "-", "-"], input=lines.encode(), capture_output=True, check=True
    )
    assert len(done.stdout.decode("utf-8").splitlines()) == len(examples)
    assert done.stderr == b""


def test_an_empty_input_gives_an_empty_output(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"")
    annotate(tmp_path / "in", tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b""
