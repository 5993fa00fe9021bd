"""Kiểm tra in Chromium: highlights, reasons, filters, decisions, files to take away."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import expect

import camket
from camket.web.show.why import why
from web.files import codes_in_excel, codes_in_page, codes_in_word, questions_in_excel
from web.steps import take, upload

MARKS = """marks => marks.map(mark => {
  const copy = mark.cloneNode(true);
  copy.querySelectorAll('.tag').forEach(tag => tag.remove());
  return [copy.textContent, [...mark.classList].find(name => name.startsWith('m-')).slice(2)];
})"""


@pytest.fixture(scope="module")
def read(context, server, thuong_lam):
    """Address of a commitment that was uploaded once, and its report."""
    page = context.new_page()
    address = upload(page, server, thuong_lam[0])
    page.close()
    return address, camket.check(thuong_lam[0])


def findings(report):
    return [(a.item.text, f) for a in report.annotations for f in a.findings]


def test_the_words_of_findings_are_marked_by_criterion(page, read) -> None:
    address, report = read
    page.goto(address)
    wanted = {}
    for text, finding in findings(report):
        if finding.start is not None:
            wanted.setdefault(text[finding.start : finding.end], set()).add(finding.criterion)
    marks = page.eval_on_selector_all(".paper .mark", MARKS)
    assert {text for text, _ in marks} == set(wanted)
    assert all(criterion in wanted[text] for text, criterion in marks)
    chips = page.locator(".paper .chip").count()
    assert chips == sum(finding.start is None for _, finding in findings(report))


def test_the_document_reads_as_it_is(page, read) -> None:
    address, report = read
    page.goto(address)
    shown = page.eval_on_selector(
        ".paper",
        "paper => { paper.querySelectorAll('.tag, .chip, .verdict').forEach(x => x.remove()); return paper.textContent; }",
    )
    plain = " ".join(shown.split())
    told = (text for block in report.document.blocks for text in block.cells or (block.text,))
    assert [text for text in told if " ".join(text.split()) not in plain] == []


def test_a_click_shows_reason_evidence_question_and_suggestion(page, read) -> None:
    address, report = read
    page.goto(address)
    text, finding = next((t, f) for t, f in findings(report) if f.start is not None)
    page.click(".paper .mark >> nth=0")
    card = page.locator(".card")
    card.wait_for()
    told = card.inner_text()
    assert finding.message in told
    assert finding.suggestion in told
    assert why(finding.code).reason in told
    card.locator(".examples summary").first.click()
    assert why(finding.code).clear in card.inner_text()
    assert text[finding.start : finding.end] in told
    assert "Sáu tiêu chí rõ" in told


def test_filters_show_what_they_name(page, read) -> None:
    address, report = read
    page.goto(address)
    page.click("nav.filters a.m-time")
    page.wait_for_url(re.compile("loc=time"))
    late = [f for _, f in findings(report) if f.criterion == "time"]
    assert page.locator(".asked li").count() == len(late)
    assert page.locator(".paper .mark:not(.m-time)").count() == 0


def test_dismissing_needs_a_reason_and_the_files_follow(page, read) -> None:
    address, report = read
    page.goto(address)
    codes = Counter(f.code for _, f in findings(report)) + Counter(f.code for f in report.findings)
    page.click(".paper .mark >> nth=0")
    code = page.inner_text(".question .code")
    page.click("button[value=dismissed]")
    assert page.locator("[aria-invalid=true]").count() == 1
    assert page.locator(".question .problem").first.inner_text() == "Hãy ghi lý do rồi bấm “Bỏ qua”."
    page.fill("input[name=ly-do]", "đã nêu ở phụ lục 2")
    page.click("button[value=dismissed]")
    page.locator(".ruled", has_text="đã nêu ở phụ lục 2").wait_for()
    left = codes - Counter([code])
    assert codes_in_word(take(page, "button[formaction$=docx]")) == left
    assert codes_in_excel(take(page, "button[formaction$=xlsx]")) == left
    assert codes_in_page(take(page, "button[formaction$=html]").decode()) == left

    page.check("input[name=kem]")
    rows = questions_in_excel(take(page, "button[formaction$=xlsx]"))
    assert Counter(row["Mã"] for row in rows) == codes
    assert [row["Mã"] for row in rows if "phụ lục 2" in (row["Tình trạng"] or "")] == [code]


def test_decisions_outlive_the_page_and_can_be_taken_back(page, read) -> None:
    address, _ = read
    page.goto(address)
    assert page.locator(".paper .mark.dismissed").count() == 1
    page.click(".paper .mark.dismissed")
    page.click(".question.here button")
    page.locator(".question.here button[value=agreed]").click()
    page.locator(".ruled", has_text="Đã đồng ý").wait_for()
    assert page.locator(".paper .mark.agreed").count() == 1
    assert page.locator(".paper .mark.dismissed").count() == 0


def test_words_with_two_findings_carry_both_signs(page, read) -> None:
    address, report = read
    spans = Counter((a.item.id, f.start, f.end) for a in report.annotations for f in a.findings if f.start is not None)
    page.goto(address)
    signs = page.eval_on_selector_all(
        ".paper .mark", "marks => marks.map(mark => mark.querySelectorAll('.tag').length)"
    )
    assert sorted(signs) == sorted(spans.values())


def test_a_document_without_a_date_is_read_again_from_one(page, server, tmp_path) -> None:
    path = tmp_path / "không ngày.txt"
    path.write_text("BẢN CAM KẾT\n1. Hoàn thành 5 km đường thôn trước ngày 30/6.", encoding="utf-8")
    upload(page, server, path)
    assert "không ghi ngày ban hành" in page.inner_text("main")
    page.click(".again summary")
    page.fill("input[name=ngay]", "15/01/2024")
    page.click(".again button")
    expect(page.locator(".notice")).to_have_count(0)
    page.click("a.verdict >> nth=0")
    page.locator(".evidence", has_text="trước 30/06/2024").wait_for()


def test_several_files_and_one_that_is_none(page, server, documents, tmp_path) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 khong phai Word")
    page.goto(f"{server.address}kiem-tra")
    with page.expect_navigation():
        page.set_input_files("#tep", [documents / "bao-cao-ubnd-xa-thuong-lam-2024.pdf", broken])
    failed = page.locator(".sheet.failed", has_text="hỏng.docx")
    assert "bị hỏng" in failed.inner_text()
    assert page.locator(".sheet.read", has_text="bao-cao-ubnd-xa-thuong-lam-2024.pdf").count() == 1


def test_english(page, server) -> None:
    page.goto(f"{server.address}kiem-tra")
    page.click("a.language")
    page.locator("h1", has_text="Check").wait_for()
    assert page.get_attribute("html", "lang") == "en"
    page.click("a.language")
    page.locator("h1", has_text="Kiểm tra").wait_for()
