"""Đối chiếu in Chromium: a pair is matched, links and outcomes are corrected, the register follows."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from web.steps import lay


def test_a_pair_is_matched_and_a_link_corrected(page, server, thuong_lam) -> None:
    lay(page, server, *thuong_lam)
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
    # Whether a promise is kept is never taken for granted.
    assert silent.locator("select[name=ket-luan]").input_value() == ""
    silent.locator("select[name=ket-luan]").select_option("in_progress")
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


def test_an_outcome_says_what_it_rests_on(page, server) -> None:
    page.goto(f"{server.address}doi-chieu")
    page.click(".sheet-name a")
    heads = page.locator(".heads").inner_text()
    assert "ngày 22/01/2024" in heads
    assert "ngày 18/12/2024" in heads
    late = page.locator(".pair-row", has_text="trước ngày 31/5/2024")
    assert "Hạn cuối 30/05/2024, báo cáo ngày 18/12/2024." in late.inner_text()
    grounds = page.eval_on_selector_all(".answer", "all => all.map(one => one.querySelectorAll('.ground').length)")
    assert grounds
    assert min(grounds) >= 1


def test_a_pair_laid_again_is_the_same_pair_with_its_corrections(page, server, thuong_lam) -> None:
    address = lay(page, server, *thuong_lam)
    assert page.locator(".ruled", has_text="Lò Thị Mai").count() >= 1
    page.goto(f"{server.address}doi-chieu")
    assert page.locator(".sheet").count() == 1
    assert address.endswith(page.get_attribute(".sheet-name a", "href"))


def test_filing_twice_enters_nothing_twice(page, server) -> None:
    page.goto(f"{server.address}doi-chieu")
    page.click(".sheet-name a")
    address, key = page.url, page.locator("input[name=csrf]").first.input_value()
    counts = []
    for _ in range(2):
        page.request.post(f"{address}/vao-so", form={"csrf": key, "don-vi": "UBND xã Thượng Lâm"})
        page.goto(f"{server.address}so-theo-doi?don-vi=UBND+xã+Thượng+Lâm")
        counts.append(page.locator(".entry").count())
    assert counts[0] == counts[1] > 5


def test_a_document_is_not_matched_with_itself(page, server, thuong_lam) -> None:
    page.goto(f"{server.address}doi-chieu")
    page.set_input_files("#tep-cam-ket", thuong_lam[0])
    assert page.inner_text("#ten-cam-ket") == thuong_lam[0].name
    page.set_input_files("#tep-bao-cao", thuong_lam[0])
    page.click("form.two button.primary")
    assert "cùng một văn bản" in page.inner_text("[role=alert]")
    page.click("[data-back]")
    page.wait_for_url(re.compile(r"/doi-chieu$"))
    assert page.locator("form.two button.primary").is_enabled()


def test_a_choice_of_the_list_and_a_file_exclude_each_other(page, server, thuong_lam) -> None:
    page.goto(f"{server.address}doi-chieu")
    page.select_option("#cam-ket", index=1)
    page.set_input_files("#tep-cam-ket", thuong_lam[0])
    assert page.input_value("#cam-ket") == ""
    page.select_option("#cam-ket", index=1)
    assert page.inner_text("#ten-cam-ket") == "chưa chọn tệp"


def test_a_silent_promise_is_ruled_only_with_a_chosen_outcome(page, server) -> None:
    page.goto(f"{server.address}so-theo-doi?tinh-trang=silent")
    page.click(".entry a >> nth=0")
    page.click("details.box summary")
    assert page.input_value("details.box select[name=ket-luan]") == ""
    page.fill("details.box input[name=ly-do]", "đã kiểm tra tại chỗ")
    page.fill("details.box input[name=nguoi]", "Lò Thị Mai")
    page.click("details.box button")
    # The browser asks for it; nothing was sent.
    assert page.locator("details.box select:invalid").count() == 1
    page.select_option("details.box select[name=ket-luan]", "met")
    page.click("details.box button")
    page.locator(".facts .s-met").wait_for()
