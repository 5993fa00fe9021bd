"""What is wrong with a command line is said in its language, before anything is written."""

from __future__ import annotations

import docx
import openpyxl
import pytest
from typer.testing import CliRunner

from camket.cli.app import app

runner = CliRunner()
HEAD = "BẢN CAM KẾT NĂM 2024"
PROMISE = "1. Trồng 12 ha rừng trước ngày 30/6/2024."


def run(*arguments, code=0):
    result = runner.invoke(app, list(map(str, arguments)))
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result.output


def word_file(path, *lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(path)
    return path


@pytest.fixture
def promise(tmp_path):
    return word_file(tmp_path / "cam-ket.docx", HEAD, PROMISE)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check",), ("Thiếu FILE…", "camket check --help")),
        (
            ("register", "decide", "so.db", "5", "rejected"),
            ("Thiếu tùy chọn --reason", "camket register decide --help"),
        ),
        (("check", "a.docx", "--frmat", "json"), ("Không có tùy chọn --frmat", "--format")),
        (("check", "a.docx", "--out"), ("--out cần một giá trị", "camket check --help")),
        (("check", "a.docx", "--resume=3"), ("--resume không nhận giá trị",)),
        (("check", "a.docx", "--format", "pdf"), ("Giá trị của --format", "text, json", "docx")),
        (("check", "a.docx", "--lang", "fr"), ("Giá trị của --lang", "vi, en")),
        (("match", "a.docx", "b.docx", "--lang", "fr"), ("Giá trị của --lang", "vi, en")),
        (("rules", "--lang", "fr"), ("Giá trị của --lang", "vi, en")),
        (("check", "a.docx", "--jobs", "hai"), ("--jobs", "số nguyên")),
        (("check", "a.docx", "--jobs", "0"), ("--jobs", "từ 1 trở lên")),
        (("match", "a", "b", "c"), ("Thừa tham số: c",)),
        (("register", "lst"), ("Không có lệnh “lst”",)),
    ],
)
def test_usage_is_explained_in_vietnamese(arguments, says):
    shown = run(*arguments, code=2)
    for words in says:
        assert words in shown
    for english in ("Error", "Usage", "Missing", "No such", "Invalid", "Input"):
        assert english not in shown


def test_usage_is_explained_in_english_where_asked():
    assert "No such option: --frmat" in run("check", "a.docx", "--frmat", "x", "--lang", "en", code=2)
    assert "Missing argument" in run("drift", "--lang=en", code=2)


@pytest.mark.parametrize("name", ["a.xlsx", "a.XLSX", "a.json", "a.csv", "a.docx", "a.txt"])
@pytest.mark.parametrize("command", ["check", "drift"])
def test_the_name_of_the_file_tells_the_format(command, name, promise, tmp_path):
    out = tmp_path / name
    files = (promise,) if command == "check" else (promise, promise)
    run(command, *files, "--out", out)
    if out.suffix.lower() == ".xlsx":
        assert openpyxl.load_workbook(out).worksheets
    elif out.suffix == ".docx":
        assert docx.Document(str(out)).paragraphs
    else:
        starts = {".json": "{", ".csv": "\ufeff", ".txt": {"check": "cam-ket.docx", "drift": "• Chép nguyên"}[command]}
        assert out.read_text(encoding="utf-8").startswith(starts[out.suffix])


def test_a_format_that_is_named_goes_before_the_name_of_the_file(promise, tmp_path):
    run("check", promise, "--format", "json", "--out", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("{")


def test_several_word_files_for_one_name_are_refused_before_any_is_written(promise, tmp_path):
    other, out = word_file(tmp_path / "b.docx", HEAD, PROMISE), tmp_path / "out.docx"
    assert "hai lần" in run("check", promise, other, "--format", "docx", "--out", out, code=2)
    assert not out.exists()
    (tmp_path / "folder").mkdir()
    run("check", promise, other, "--format", "docx", "--out", tmp_path / "folder")
    assert len(list((tmp_path / "folder").iterdir())) == 2


@pytest.mark.parametrize("option", [("--period", "2024X"), ("--period", "2024"), ("--unit", "xã A")])
def test_options_for_a_register_are_refused_for_a_document(option, tmp_path):
    file = word_file(tmp_path / "a.docx", "BÁO CÁO NĂM 2024", "1. Đã trồng 12 ha rừng.")
    assert option[0] in run("audit", file, *option, code=2)


def test_files_in_each_others_place_are_told(promise, tmp_path):
    report = word_file(tmp_path / "bao-cao.docx", "BÁO CÁO", "Kết quả thực hiện cam kết năm 2024",
                       "I. KẾT QUẢ", "1. Đã trồng 12 ha rừng.")  # fmt: skip
    days = ("--signed", "2024-01-10", "--reported", "2024-12-20")
    assert "đứng ngược chỗ" in run("match", report, promise, *days, code=2)
    assert "đứng ngược chỗ" in run("register", "add", tmp_path / "so.db", report, promise, "--unit", "xã A", code=2)
    assert not (tmp_path / "so.db").exists()
    assert "đứng ngược chỗ" not in run("match", promise, report, *days)
