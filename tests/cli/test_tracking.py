"""``camket match``, ``audit``, ``drift``, ``register`` on real files."""

from __future__ import annotations

import csv
import io
import json

import docx
import openpyxl
import pytest
from typer.testing import CliRunner

from camket.cli.app import app

runner = CliRunner()
COMMITMENT, REPORT = "cam-ket-ubnd-xa-thuong-lam-2024.docx", "bao-cao-ubnd-xa-thuong-lam-2024.docx"
UNIT = "uy ban nhan dan xa thuong lam"


def run(*arguments, code=0):
    result = runner.invoke(app, list(map(str, arguments)))
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture(scope="module")
def pair(request):
    folder = request.getfixturevalue("documents")
    return folder / COMMITMENT, folder / REPORT


@pytest.fixture
def register(pair, tmp_path):
    path = tmp_path / "so.db"
    run("register", "add", path, *pair)
    return path


def word_file(path, *lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(path)
    return path


def test_match_prints_what_stands_how(pair):
    shown = run("match", *pair)
    assert "[VƯỢT] Thu ngân sách nhà nước" in shown
    assert "7,14 tỷ đồng ↔ ≥ 6,8 tỷ đồng" in shown
    assert "Cam kết chưa thấy báo cáo" in shown
    assert "Nguyên nhân chậm, chưa đạt" in shown


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "html", "xlsx", "docx"])
def test_match_writes_every_format(format, pair, tmp_path):
    out = tmp_path / f"a.{format}"
    assert run("match", *pair, "--format", format, "--out", out) == ""
    content = out.read_bytes()
    assert content
    assert _opened(format, content, out) >= 20


def _opened(format, content, path):
    """How many rows a file of links holds, read by the format's own reader."""
    if format == "xlsx":
        return openpyxl.load_workbook(path).worksheets[1].max_row
    if format == "docx":
        return len(docx.Document(str(path)).tables[0].rows)
    text = content.decode("utf-8-sig")
    if format == "json":
        return len(json.loads(text)["links"]) + len(json.loads(text)["silent"])
    counters = {"jsonl": lambda: len([json.loads(line) for line in text.splitlines()]),
                "csv": lambda: len(list(csv.DictReader(io.StringIO(text)))), "html": lambda: text.count("<tr>")}  # fmt: skip
    return counters[format]()


@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_binary_formats_need_a_file(format, pair):
    assert "--out" in run("match", *pair, "--format", format, code=2)


def test_cells_never_become_formulas(tmp_path):
    first = word_file(tmp_path / "a.docx", "BẢN CAM KẾT NĂM 2023", "=1+1 trồng 12 ha rừng trước ngày 30/6/2023.")
    second = word_file(tmp_path / "b.docx", "BÁO CÁO NĂM 2023", "@SUM đã trồng 12 ha rừng ngày 20/6/2023.")
    sides = (first, second, "--signed", "2023-01-10", "--reported", "2023-12-20")
    assert "'=1+1" in run("match", *sides, "--format", "csv")
    run("match", *sides, "--format", "xlsx", "--out", tmp_path / "a.xlsx")
    cells = [c for row in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[1].iter_rows() for c in row]
    assert all(cell.data_type != "f" for cell in cells)
    page = run("match", *sides, "--format", "html")
    assert "<script" not in page


def test_pairs_are_filled_and_labels_dropped(tmp_path):
    sides = {
        "commitment": {"date": "2023-02-10", "units": [{"id": "c1", "text": "1. Trồng 12 ha rừng trong năm 2023."}]},
        "report": {"date": "2023-12-20", "units": [{"id": "r1", "text": "Đã trồng 14 ha rừng."}]},
    }
    wrong = {"pair": "p", "unit": "xã A", **sides, "links": [], "silent": ["c1"], "orphan": ["r1"], "note": 1}
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps(wrong, ensure_ascii=False) + "\n", encoding="utf-8")
    run("match", "--pairs", source, out)
    (found,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert [(x["commitment"], x["report"], x["outcome"]) for x in found["links"]] == [("c1", "r1", "exceeded")]
    assert (found["silent"], found["orphan"], found["note"]) == ([], [], 1)


def test_a_bad_pair_names_line_and_field_and_writes_nothing(tmp_path):
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"commitment": {"units": []}}\n', encoding="utf-8")
    shown = run("match", "--pairs", source, out, code=2)
    assert "1" in shown
    assert "commitment.date" in shown
    assert not out.exists()


def test_audit_of_a_report_asks_and_shows_the_sum(tmp_path):
    wrong = "Có 9.831 việc, gồm 7.892 việc đúng hạn, 1.602 việc trước hạn và 319 việc quá hạn."
    head = ("BÁO CÁO", "Kết quả thực hiện nhiệm vụ năm 2023", "I. KẾT QUẢ ĐẠT ĐƯỢC")
    file = word_file(tmp_path / "a.docx", *head, f"1. {wrong}")
    assert "7.892 + 1.602 + 319 = 9.813 việc" in run("audit", file, code=1)
    clean = word_file(tmp_path / "b.docx", *head, f"1. {wrong}".replace("1.602", "1.620"))
    run("audit", clean)


def test_audit_of_a_register(register, tmp_path):
    shown = run("audit", register, "--unit", UNIT, "--period", "2024H1", "--date", "2024-05-10")
    assert "3 cam kết trong kỳ 2024H1" in shown
    assert "Đã, chưa hoàn thành × trong hạn, quá hạn" in shown
    assert "Đến hạn trong 30 ngày tới" in shown
    whole = json.loads(run("audit", register, "--format", "json"))
    assert whole["by_organisation"][0]["all"] == 22
    assert sum(row[key] for row in whole["official"] for key in ("in_time", "late", "unknown")) == 22
    assert {row["name"] for row in whole["by_field"]} >= {"y tế", "nông nghiệp"}


def test_audit_draws(register, tmp_path):
    pytest.importorskip("matplotlib")
    for name in ("a.svg", "b.svg"):
        run("audit", register, "--chart", tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert "Cam kết đạt hoặc vượt" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_register_counts_a_pair_once(register, pair):
    before = run("register", "list", register, "--format", "json")
    run("register", "add", register, *pair)
    assert run("register", "list", register, "--format", "json") == before
    assert len(json.loads(before)["items"]) == 22


def test_register_links_documents_that_come_one_by_one(pair, tmp_path):
    path = tmp_path / "so.db"
    assert "ghép được 0 cặp" in run("register", "add", path, pair[0])
    assert "ghép được 0 cặp" not in run("register", "add", path, pair[1])
    assert "silent" not in run("register", "list", path, "--status", "met", "--format", "json")


def test_register_finds_without_marks(register):
    assert "bảo hiểm y tế" in run("register", "list", register, "--text", "bao hiem y te")
    assert "Không có nội dung nào" in run("register", "list", register, "--unit", "xã khác")
    assert "Nà Lốc" in run("register", "due", register, "--date", "2024-05-10", "--unit", UNIT)


def test_register_decisions_win_and_come_out_as_labels(register, pair, tmp_path):
    late = json.loads(run("register", "list", register, "--status", "overdue", "--format", "json"))["items"][0]["id"]
    answer = json.loads(run("register", "show", register, late, "--format", "json"))["answers"][0]["id"]
    by = ("--reason", "đã xong", "--by", "An")
    run("register", "decide", register, late, "corrected", "--report", answer, "--outcome", "met", *by)
    run("register", "add", register, *pair)
    assert "[đạt]" in run("register", "show", register, late)
    run("register", "export", register, tmp_path / "l.jsonl", "--labels")
    (label,) = map(json.loads, (tmp_path / "l.jsonl").read_text(encoding="utf-8").splitlines())
    assert (label["linked"], label["outcome"], label["reason"]) == (True, "met", "đã xong")


def test_a_decision_says_what_became_of_the_commitment_and_is_shown(register, tmp_path):
    items = json.loads(run("register", "list", register, "--format", "json"))["items"]
    shown = {one["id"]: json.loads(run("register", "show", register, one["id"], "--format", "json")) for one in items}
    single = next(number for number, one in shown.items() if len(one["answers"]) == 1)
    silent = next(number for number, one in shown.items() if not one["answers"])
    by = ("--reason", "khác phạm vi", "--by", "Nguyễn An")
    assert "→ chưa thấy báo cáo" in run("register", "decide", register, single, "rejected", *by)
    after = run("register", "show", register, single)
    for word in ("chưa thấy báo cáo", "ghép sai", "khác phạm vi", "Nguyễn An"):
        assert word in after
    run("register", "export", register, tmp_path / "l.jsonl", "--labels")
    (label,) = map(json.loads, (tmp_path / "l.jsonl").read_text(encoding="utf-8").splitlines())
    assert (label["linked"], label["reason"]) == (False, "khác phạm vi")
    assert "--report" in run("register", "decide", register, silent, "rejected", *by, code=2)
    assert "khác phạm vi" not in run("register", "show", register, silent)
    assert "→ đạt" in run("register", "decide", register, silent, "kết luận lại", "--outcome", "đạt", *by)


@pytest.mark.parametrize("status", ["quá hạn", "qua han", "QUÁ HẠN", "overdue"])
def test_a_status_is_given_as_it_is_shown(status, register):
    items = json.loads(run("register", "list", register, "--status", status, "--format", "json"))["items"]
    assert {one["outcome"] for one in items} == {"quá hạn"}


@pytest.mark.parametrize("unit", ["UBND xã Thượng Lâm", "thuong lam", "XÃ THƯỢNG LÂM"])
def test_a_part_of_a_name_finds_an_organisation(unit, register):
    assert len(json.loads(run("register", "list", register, "--unit", unit, "--format", "json"))["items"]) == 22
    assert "22 cam kết" in run("audit", register, "--unit", unit)


def test_a_document_without_an_organisation_asks_for_it(tmp_path):
    file = word_file(tmp_path / "a.docx", "BẢN CAM KẾT NĂM 2023", "1. Trồng 12 ha rừng trong năm 2023.")
    said = run("register", "add", tmp_path / "so.db", file, code=2)
    assert f'register add "{tmp_path / "so.db"}" "{file}" --unit' in said.replace("\n", "")
    assert not (tmp_path / "so.db").exists()
    run("register", "add", tmp_path / "so.db", file, "--unit", "UBND xã A")


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.parquet"])
def test_register_exports(name, register, tmp_path):
    assert "22 dòng" in run("register", "export", register, tmp_path / name)
    assert (tmp_path / name).stat().st_size > 500


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("audit", "{db}", "--period", "2021X"), 2, "2021H1"),
        (("audit", "{db}", "--unit", "xã khác"), 3, "register list"),
        (("register", "show", "{db}", "99999"), 3, "register list"),
        (("register", "decide", "{db}", "1", "maybe", "--reason", "x", "--by", "An"), 2, "accepted"),
        (("register", "decide", "{db}", "1", "corrected", "--reason", "x", "--by", "An"), 2, "--outcome"),
        (("register", "list", "{db}", "--status", "xong rồi"), 2, "quá hạn (overdue)"),
        (("register", "list", "{db}", "--field", "vũ trụ"), 2, "y tế (health)"),
        (("register", "list", "khong-co.db"), 3, "register add"),
        (("register", "export", "{db}", "a.pdf"), 2, ".xlsx"),
        (("match", "khong-co.docx", "khong-co.docx"), 3, "khong-co.docx"),
        (("drift", "khong-co.docx", "khong-co.docx"), 3, "khong-co.docx"),
    ],
)
def test_bad_input_is_one_sentence(arguments, code, says, register):
    shown = run(*(a.format(db=register) for a in arguments), code=code)
    assert says in shown
    assert "Traceback" not in shown


def test_drift_between_two_years(tmp_path):
    old = word_file(tmp_path / "a.docx", "BẢN CAM KẾT NĂM 2023", "Ngày 10 tháng 01 năm 2023",
                    "1. Trồng 120 ha rừng trong năm 2023.", "2. Tăng cường tuyên truyền pháp luật năm 2023.")  # fmt: skip
    new = word_file(tmp_path / "b.docx", "BẢN CAM KẾT NĂM 2024", "Ngày 10 tháng 01 năm 2024",
                    "1. Trồng 90 ha rừng trong năm 2024.", "2. Tăng cường tuyên truyền pháp luật năm 2024.")  # fmt: skip
    changes = json.loads(run("drift", old, new, "--format", "json"))["changes"]
    assert [(c["kind"], c["detail"]) for c in changes] == [("target_lowered", "120 ha → 90 ha"), ("copied", None)]
    assert "Chỉ tiêu hạ" in run("drift", old, new, "--format", "csv")
    shown = run("drift", old, new)
    for line in ("Chỉ tiêu hạ: 120 ha → 90 ha", "Bản cũ: Trồng 120 ha rừng", "Bản mới: Trồng 90 ha rừng"):
        assert line in shown
