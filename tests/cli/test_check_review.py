"""``camket check`` with formats, configuration, decisions and baseline; ``camket rules`` and ``explain``."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from camket.cli.app import app
from camket.rules import builtin
from report.support import LINES, ROWS, word_file

runner = CliRunner()


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "cam-ket.docx"
    path.write_bytes(word_file(LINES, ROWS))
    return path


def run(*arguments):
    return runner.invoke(app, list(map(str, arguments)))


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "csv", "parquet", "html", "xlsx", "sarif", "docx"])
def test_formats_go_to_a_file(format, file, tmp_path) -> None:
    out = tmp_path / "ra" / f"ket-qua.{format}"
    result = run("check", file, "--format", format, "--out", out)
    assert result.exit_code == 1, result.output
    assert out.stat().st_size > 200
    assert not list(out.parent.glob(".*"))


@pytest.mark.parametrize("format", ["xlsx", "docx", "parquet"])
def test_binary_formats_need_a_file(format, file) -> None:
    result = run("check", file, "--format", format)
    assert result.exit_code == 2
    assert "--out" in result.output


def test_only_word_files_are_annotated(file, tmp_path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("BẢN CAM KẾT\n1. Tăng cường công tác tuyên truyền.\n", encoding="utf-8")
    result = run("check", text, file, "--format", "docx", "--out", tmp_path / "ra")
    assert "a.txt" in result.output
    assert [p.name for p in (tmp_path / "ra").iterdir()] == ["cam-ket.camket.docx"]


def test_two_files_of_one_name_get_two_names(file, tmp_path) -> None:
    other = tmp_path / "khac" / file.name
    other.parent.mkdir()
    other.write_bytes(file.read_bytes())
    run("check", file, other, "--format", "docx", "--out", tmp_path / "ra")
    assert len(list((tmp_path / "ra").iterdir())) == 2
    assert run("check", file, other, "--format", "docx", "--out", tmp_path / "một.docx").exit_code == 2


def test_baseline_only_new_findings_fail(file, tmp_path) -> None:
    assert run("check", file, "--write-baseline", "moc.json").exit_code == 1
    assert run("check", file, "--baseline", "moc.json").exit_code == 0
    assert "Đã có trong mốc" in run("check", file, "--baseline", "moc.json").output
    file.write_bytes(word_file([*LINES, "Đẩy mạnh công tác khuyến học."], ROWS))
    assert run("check", file, "--baseline", "moc.json").exit_code == 1


def test_configuration_is_found_and_obeyed(file, tmp_path) -> None:
    (tmp_path / "camket.toml").write_text('fail_on = "never"\n[rules]\nenable = ["SP07"]\n', encoding="utf-8")
    result = run("check", file, "--format", "json")
    assert result.exit_code == 0
    codes = {
        f["code"]
        for d in json.loads(result.stdout)["documents"]
        for i in d["items"]
        for f in i["camket"].get("findings", ())
    }
    assert codes == {"SP07"}
    (tmp_path / "camket.toml").write_text("failon = 1\n", encoding="utf-8")
    result = run("check", file)
    assert result.exit_code == 2
    assert "“fail_on”" in result.output


def test_side_file_and_its_unused_entries(file, tmp_path) -> None:
    entries = '[[suppress]]\ncode = "SP02"\nreason = "đã giao"\n[[suppress]]\ncode = "BC07"\nreason = "x"\n'
    (tmp_path / "bo-qua.toml").write_text(entries.replace('"đã giao"', '"đã giao"\nlabel = "1."'), encoding="utf-8")
    result = run("check", file, "--suppressions", "bo-qua.toml")
    assert "Đã bỏ qua: đã giao" in result.output
    assert "BC07" in result.output


@pytest.mark.parametrize("level", ["vague", "incomplete", "info", "warning"])
def test_levels(level, file) -> None:
    assert run("check", file, "--fail-on", level).exit_code == 1


@pytest.mark.parametrize("code", sorted(builtin().by_code))
def test_explain(code) -> None:
    result = run("explain", code.lower())
    assert result.exit_code == 0
    for word in (code, "Tiêu chí:", "Vì sao:", "Chưa rõ:", "Rõ:", "Giới hạn:", "Cấu hình:", "Câu hỏi:", "Gợi ý:"):
        assert word in result.stdout


def test_explain_something_unknown() -> None:
    result = run("explain", "SP0")
    assert result.exit_code == 2
    assert "Có phải là" in result.output


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_rules_are_listed(format) -> None:
    result = run("rules", "--format", format)
    assert result.exit_code == 0
    assert all(rule.code in result.stdout and rule.name in result.stdout for rule in builtin().rules)
