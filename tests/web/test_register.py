"""Sổ theo dõi and Gán nhãn in Chromium."""

from __future__ import annotations

import re

import pytest

from web.steps import lay, take, upload

LAND = "BẢN CAM KẾT\nNăm 2024\n1. Hoàn thành giải phóng mặt bằng khu tái định cư Nà Lốc trước ngày 30/6/2024.\n2. Trồng mới 12 ha rừng."


@pytest.fixture(scope="module", autouse=True)
def filed(context, server, thuong_lam) -> None:
    """A pair in the register."""
    page = context.new_page()
    lay(page, server, *thuong_lam)
    page.click("form.file button")
    page.locator("text=đã ở trong sổ theo dõi").wait_for()
    page.close()


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
    page.goto(f"{server.address}so-theo-doi/den-han?ngay=60&tu=15/05/2024")
    assert page.input_value("#tu") == "15/05/2024"
    soon = page.locator("h2:has-text('đến hạn trong') + ul .entry", has_text="giải phóng mặt bằng")
    assert soon.count() == 1
    page.fill("#tu", "1/7/2024")
    page.click("form button.primary")
    page.locator("h2:has-text('Đã qua hạn') + ul .entry", has_text="giải phóng mặt bằng").wait_for()
    page.goto(f"{server.address}so-theo-doi/den-han?tu=31/02/2024")
    assert "“31/02/2024” không phải là ngày" in page.inner_text(".notice")
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


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("quý II/2024", 1),
        ("6 tháng đầu năm 2024", 1),
        ("năm 2024", 2),
        ("2024q2", 1),
        ("quý III năm 2024", 0),
        ("2019-2020", 0),
    ],
)
def test_a_period_is_understood_as_people_write_it(page, server, written, found) -> None:
    page.goto(f"{server.address}so-theo-doi")
    page.select_option("#don-vi", "UBND xã Nà Lốc")
    page.fill("#ky", written)
    page.press("#ky", "Enter")
    page.wait_for_url(re.compile("ky="))
    assert page.locator(".entry").count() == found
    assert page.locator(".notice").count() == 0
    # An empty answer offers nothing to take away, but a way on.
    assert page.locator("a:has-text('Xuất Excel')").count() == (found > 0)


def test_what_is_no_period_is_said(page, server) -> None:
    page.goto(f"{server.address}so-theo-doi?ky=quý V/2024")
    assert "“quý V/2024” không phải là kỳ" in page.inner_text(".notice")


def test_days_read_as_in_vietnam_on_every_view(page, server) -> None:
    for view in ("so-theo-doi", "so-theo-doi/den-han", "so-theo-doi/1", "kiem-tra", "doi-chieu"):
        page.goto(server.address + view)
        fields = page.eval_on_selector_all("input:not([type=hidden])", "all => all.map(one => [one.type, one.value])")
        assert "date" not in {kind for kind, _ in fields}
        shown = page.inner_text("main") + " ".join(value for _, value in fields)
        assert re.search(r"\d{4}-\d\d-\d\d", shown) is None, view
