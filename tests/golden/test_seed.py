"""Facts that a reader finds in a real web page with an interview on the regime (kept outside the project)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import camket
from camket.records import Annotation, Report

CAUSES = {
    "resources": "thiếu nguồn lực",
    "approval": "chờ xin ý kiến",
    "third_party": "nhà đầu tư",
    "initiative": "thiếu chủ động",
    "coordination": "phối hợp có lúc chưa đồng bộ",
    "assignment": "giao việc chưa sát",
}
ORDINALS = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy")


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    return camket.check(shared / "seed.txt")


def holding(report: Report, words: str) -> Annotation:
    return next(a for a in report.annotations if words in a.item.text)


def figure(report: Report, words: str, written: str) -> camket.records.Figure:
    annotation = holding(report, words)
    text = annotation.item.text
    return next(f for f in annotation.evidence.figures if written in text[f.start : f.end])


def test_date_of_the_page(report: Report) -> None:
    assert report.date == date(2021, 3, 2)


@pytest.mark.parametrize(
    "words", ["Liên hệ", "Quay lại", "CAPTCHA", "escort", "108973726", "CÁC TIN KHÁC", "Bình luận"]
)
def test_remains_of_the_page_are_dropped(report: Report, words: str) -> None:
    assert not any(words in a.item.text for a in report.annotations)


def test_money_is_multiplied_out(report: Report) -> None:
    found = figure(report, "Thu ngân sách đạt", "3.655,6")
    assert (found.low, found.high, found.unit, found.role) == (3655600000000, 3655600000000, "VND", "actual")


@pytest.mark.parametrize(
    ("written", "base"), [("108%", "dự toán địa phương"), ("131%", "dự toán Trung ương"), ("112%", "cùng kỳ")]
)
def test_rates_with_their_own_bases(report: Report, written: str, base: str) -> None:
    found = figure(report, "Thu ngân sách đạt", written)
    assert (found.low, found.unit, found.role) == (float(written[:-1]), "%", "actual")
    assert found.base is not None
    text = holding(report, "Thu ngân sách đạt").item.text
    assert base in text[found.base[0] : found.base[1]]


def test_part_of_a_whole(report: Report) -> None:
    found = figure(report, "16/25", "16/25")
    assert (found.low, found.of, found.unit) == (16, 25, "chỉ tiêu")


def test_growth(report: Report) -> None:
    assert figure(report, "GRDP", "3,51").low == 3.51


def test_late_claims(report: Report) -> None:
    annotation = holding(report, "chưa hoàn thành theo tiến độ")
    text = annotation.item.text
    late = [text[c.start : c.end] for c in annotation.evidence.claims if c.timing == "late"]
    assert any("thực hiện chậm" in words for words in late)
    assert any("chưa hoàn thành theo tiến độ" in words for words in late)


@pytest.mark.parametrize(("cause", "words"), CAUSES.items())
def test_causes_each_in_its_own_item(report: Report, cause: str, words: str) -> None:
    assert cause in holding(report, words).evidence.causes


@pytest.mark.parametrize("ordinal", ORDINALS)
def test_each_task_is_a_judged_commitment(report: Report, ordinal: str) -> None:
    annotation = next(a for a in report.annotations if a.item.label.startswith(ordinal) and a.item.section == "tasks")
    assert annotation.judgement.act == "commitment"
    assert annotation.judgement.verdict is not None


def test_most_tasks_are_vague_and_say_why(report: Report) -> None:
    tasks = [a for a in report.annotations if a.item.section == "tasks" and a.judgement.act == "commitment"]
    vague = [a for a in tasks if a.judgement.verdict_in_document == "vague"]
    assert len(vague) > len(tasks) / 2
    assert all(a.findings for a in vague)


@pytest.mark.parametrize(
    ("words", "rule"), [("định kỳ 6 tháng", "FREQ=MONTHLY;INTERVAL=6"), ("Hằng quý", "FREQ=MONTHLY;INTERVAL=3")]
)
def test_recurrences(report: Report, words: str, rule: str) -> None:
    assert rule in {t.rrule for t in holding(report, words).evidence.times}
