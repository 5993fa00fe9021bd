"""An inspector's day in Chromium: check, decide, take away, compare, correct, look up, label."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import expect

import camket
from web.files import codes_in_excel, codes_in_page, codes_in_word, questions_in_excel

MARKS = """marks => marks.map(mark => {
  const copy = mark.cloneNode(true);
  copy.querySelectorAll('.tag').forEach(tag => tag.remove());
  return [copy.textContent, [...mark.classList].find(name => name.startsWith('m-')).slice(2)];
})"""
LAND = "BẢN CAM KẾT\nNăm 2024\n1. Hoàn thành giải phóng mặt bằng khu tái định cư Nà Lốc trước ngày 30/6/2024.\n2. Trồng mới 12 ha rừng."


def upload(page, server, *paths) -> str:
    """Send files through the page; the address of the document where it was one."""
    page.goto(f"{server.address}kiem-tra")
    with page.expect_navigation(url=re.compile(r"/kiem-tra(/|$)")):
        page.set_input_files("#tep", list(paths))
    page.wait_for_load_state()
    return page.url


def take(page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.click(button)
    return Path(waiting.value.path()).read_bytes()


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
    page.fill("input[name=ngay]", "2024-01-15")
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


def test_a_pair_is_matched_and_a_link_corrected(page, server, thuong_lam) -> None:
    page.goto(f"{server.address}doi-chieu")
    page.set_input_files("#tep-cam-ket", thuong_lam[0])
    page.set_input_files("#tep-bao-cao", thuong_lam[1])
    page.click("form.two button.primary")
    page.wait_for_url(re.compile(r"/doi-chieu/\S+"))
    assert page.locator(".answer").count() > 5
    row = page.locator(".pair-row", has=page.locator(".answer")).first
    name = row.get_attribute("id")
    answers = row.locator(".answer").count()
    row.locator("summary").first.click()
    row.locator("select[name=ket-luan]").first.select_option("contradicted")
    row.locator("input[name=ly-do]").first.fill("số liệu của huyện khác")
    row.locator("input[name=nguoi]").first.fill("Lò Thị Mai")
    row.locator("button[value=corrected]").first.click()
    page.locator(f"#{name} .ruled", has_text="Lò Thị Mai").wait_for()
    page.reload()
    assert "LỜI VÀ SỐ KHÔNG KHỚP" in page.locator(f"#{name}").inner_text().upper()

    silent = page.locator(".pair-row", has=page.locator(".s-silent")).first
    silent_name = silent.get_attribute("id")
    silent.locator("summary").click()
    silent.locator("select[name=bao-cao]").select_option(index=3)
    silent.locator("input[name=ly-do]").fill("cùng một việc")
    silent.locator("button[value=accepted]").click()
    page.locator(f"#{silent_name} .answer").wait_for()

    page.locator(f"#{name} summary").first.click()
    page.locator(f"#{name} input[name=ly-do]").first.fill("khác việc")
    page.locator(f"#{name} button[value=rejected]").first.click()
    expect(page.locator(f"#{name} .answer")).to_have_count(answers - 1)

    page.click("form.file button")
    page.locator("text=đã ở trong sổ theo dõi").wait_for()


def test_corrections_of_a_filed_pair_stand_in_the_register(page, server) -> None:
    page.goto(f"{server.address}so-theo-doi?loai=commitment")
    decided = page.locator(".entry", has=page.locator(".s-met")).count()
    assert decided >= 1
    page.goto(f"{server.address}doi-chieu")
    page.click(".sheet-name a")
    row = page.locator(".pair-row", has=page.locator(".stamp.s-met")).last
    text = row.locator(".told").first.inner_text()
    row.locator("summary").first.click()
    row.locator("select[name=ket-luan]").first.select_option("overdue")
    row.locator("input[name=ly-do]").first.fill("nghiệm thu muộn")
    row.locator("button[value=corrected]").first.click()
    page.locator(".ruled", has_text="nghiệm thu muộn").wait_for()
    page.goto(f"{server.address}so-theo-doi?tinh-trang=overdue")
    words = text.split(". ", 1)[-1].split(") ", 1)[-1]
    entry = page.locator(".entry", has_text=words[:40])
    assert entry.count() == 1
    entry.locator("a").click()
    assert "nghiệm thu muộn" in page.locator("main").inner_text()


def test_the_register_is_searched_without_marks(page, server, tmp_path) -> None:
    path = tmp_path / "giải phóng.txt"
    path.write_text(LAND, encoding="utf-8")
    upload(page, server, path)
    page.click(".filing summary")
    page.fill("input[name=don-vi]", "UBND xã Nà Lốc")
    page.click(".filing button")
    page.wait_for_url(re.compile("so-theo-doi"))
    page.fill("#don-vi >> xpath=ancestor::form//input[@id='tim']", "giai phong mat bang")
    page.press("#tim", "Enter")
    page.wait_for_url(re.compile("tim=giai"))
    entries = page.locator(".entry")
    assert entries.count() == 1
    assert "giải phóng mặt bằng" in entries.inner_text()
    table = take(page, "text=Xuất CSV").decode("utf-8-sig")
    assert "giải phóng mặt bằng" in table
    assert "Trồng mới" not in table


def test_due_and_charts(page, server) -> None:
    page.goto(f"{server.address}so-theo-doi/den-han?ngay=60&tu=2024-05-15")
    assert page.locator(".entry", has_text="giải phóng mặt bằng").count() == 1
    page.goto(f"{server.address}so-theo-doi/bieu-do")
    assert page.locator("figure").count() == 3
    told = page.locator("figure svg[role=img]").first.get_attribute("aria-label")
    assert told.startswith("2024: ")
    assert "Đạt" in told


def test_labels_go_to_a_file_of_the_folder(page, server) -> None:
    page.goto(f"{server.address}gan-nhan")
    page.click(".sheet-name a >> text=cam-ket-ubnd-xa-thuong-lam-2024.docx >> nth=0")
    first = page.locator("blockquote").inner_text()
    page.check("input[value=commitment]")
    page.check("input[value=khong]")
    page.click("button.primary")
    page.locator("text=đã gán 1").wait_for()
    assert page.locator("blockquote").inner_text() != first
    assert '"act": "commitment", "target": false' in (server.folder / "camket-labels.jsonl").read_text("utf-8")


def test_english(page, server) -> None:
    page.goto(f"{server.address}kiem-tra")
    page.click("a.language")
    page.locator("h1", has_text="Check").wait_for()
    assert page.get_attribute("html", "lang") == "en"
    page.click("a.language")
    page.locator("h1", has_text="Kiểm tra").wait_for()
