"""Findings set aside with a reason, baselines, and when a run fails."""

from __future__ import annotations

import io
import json

import pytest
from docx import Document

from camket.config import ConfigError
from camket.review import (
    apply_baseline,
    apply_suppressions,
    complaints,
    failing,
    from_comments,
    read_baseline,
    read_suppressions,
    write_baseline,
)
from camket.review.baseline import every_finding
from report.support import LINES, ROWS, report_of, word_file


def commented(text: str, paragraph: int = 4) -> bytes:
    document = Document(io.BytesIO(word_file(LINES, ROWS)))
    document.add_comment(document.paragraphs[paragraph].runs, text=text, author="Lò Thị Mai", initials="M")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def statuses(report) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for _, finding in every_finding(report):
        found.setdefault(finding.code, set()).add(finding.status)
    return found


@pytest.mark.parametrize("text", ["camket: bỏ qua SP02 - đã giao ở Kế hoạch số 3", "Camket: ignore SP02: see plan 3"])
def test_a_comment_sets_a_finding_aside_with_its_reason(text) -> None:
    report = report_of(commented(text))
    decisions = from_comments(report.document)
    marked, used = apply_suppressions(report, decisions)
    first = next(f for a in marked.annotations for f in a.findings if f.code == "SP02")
    assert first.status == "suppressed"
    assert first.reason in ("đã giao ở Kế hoạch số 3", "see plan 3")
    assert set(decisions) == used
    # The same code in the table's row is another place.
    assert statuses(marked)["SP02"] == {"suppressed", "open"}


def test_a_comment_without_a_reason_has_no_effect() -> None:
    report = report_of(commented("camket: bỏ qua SP02"))
    decisions = from_comments(report.document)
    marked, used = apply_suppressions(report, decisions)
    assert marked == report
    assert "không nêu lý do" in complaints(decisions, used, kind="no_reason")[0]


def test_an_unused_comment_is_reported() -> None:
    report = report_of(commented("camket: bỏ qua BC07 - không có bảng"))
    decisions = from_comments(report.document)
    _, used = apply_suppressions(report, decisions)
    assert "BC07" in complaints(decisions, used, kind="unused")[0]


def test_other_comments_are_only_comments() -> None:
    assert from_comments(report_of(commented("Cần xem lại SP02.")).document) == []


@pytest.mark.parametrize(
    ("entry", "hits"),
    [
        ('code = "SP02"\nreason = "x"\ntext = "Nâng cao"', 0), ('code = "SP02"\nreason = "x"\nlabel = "2"', 0),
        ('code = "sp02"\nreason = "x"\ntext = "tăng  cường công tác"', 1), ('code = "SP02"\nreason = "x"\ndocument = "khac*"', 0),
        ('code = "SP02"\nreason = "x"\ndocument = "cam-ket*"\nlabel = "1"', 2),
    ],
)  # fmt: skip
def test_side_file(entry, hits, tmp_path) -> None:
    path = tmp_path / "bo-qua.toml"
    path.write_text(f"[[suppress]]\n{entry}\n", encoding="utf-8")
    report = report_of(word_file(LINES, ROWS))
    marked, used = apply_suppressions(report, read_suppressions(path))
    found = [f for _, f in every_finding(marked) if f.status == "suppressed"]
    assert bool(found) == bool(hits) == bool(used)
    assert all(f.reason == "x" for f in found)


@pytest.mark.parametrize(
    "content", ["x = [", '[[suppress]]\nreason = "x"\n', '[[suppress]]\ncode = "SP02"\nline = 3\n']
)
def test_a_wrong_side_file_is_an_error(content, tmp_path) -> None:
    path = tmp_path / "bo-qua.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError):
        read_suppressions(path)


def test_baseline_accepts_what_was_there_and_no_more(tmp_path) -> None:
    path = tmp_path / "moc.json"
    path.write_text(write_baseline([report_of(word_file(LINES[:1]))]), encoding="utf-8")
    [same] = apply_baseline([report_of(word_file(LINES[:1]), "tên khác.docx")], read_baseline(path))
    assert not failing(same, "vague")
    assert {f.status for _, f in every_finding(same)} == {"accepted"}
    [more] = apply_baseline([report_of(word_file([LINES[0], "Đẩy mạnh công tác khuyến học."]))], read_baseline(path))
    assert failing(more, "warning")
    [twice] = apply_baseline([report_of(word_file([LINES[0], LINES[0]]))], read_baseline(path))
    assert {"open"} < {f.status for _, f in every_finding(twice)}


def test_baseline_of_a_moved_item(tmp_path) -> None:
    path = tmp_path / "moc.json"
    path.write_text(write_baseline([report_of(word_file(LINES))]), encoding="utf-8")
    [report] = apply_baseline([report_of(word_file(LINES))], read_baseline(path))
    assert not any(f.status == "open" for _, f in every_finding(report))
    assert json.loads(path.read_text(encoding="utf-8"))["accepted"][0]["code"]


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"accepted": [{}]}'])
def test_a_broken_baseline_is_a_sentence(content, tmp_path) -> None:
    path = tmp_path / "moc.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match="mốc"):
        read_baseline(path)


def test_gates() -> None:
    vague, clear = report_of(word_file(LINES[:1])), report_of(word_file(LINES[1:2]))
    assert failing(vague, "vague")
    assert failing(vague, "warning")
    assert not failing(vague, "error")
    assert not failing(vague, "never")
    assert not failing(clear, "vague")
    assert not failing(clear, "incomplete")
