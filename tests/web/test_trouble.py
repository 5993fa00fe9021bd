"""What goes wrong between people and a browser: Back, two tabs, a second click, a server that is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from web.servers import serving
from web.steps import upload


@pytest.fixture(scope="module")
def document(context, server, thuong_lam) -> str:
    page = context.new_page()
    address = upload(page, server, thuong_lam[0])
    page.close()
    return address


def test_going_back_after_an_upload_shows_the_document_in_the_list(page, server, thuong_lam) -> None:
    upload(page, server, thuong_lam[1])
    page.go_back()
    page.wait_for_url(re.compile(r"/kiem-tra$"))
    page.locator(".sheet-name a", has_text=thuong_lam[1].name).wait_for()
    assert page.locator(".progress li").count() == 0


def test_the_same_file_again_opens_the_document_that_is_there(page, server, document, thuong_lam) -> None:
    assert upload(page, server, thuong_lam[0]) == document
    page.goto(f"{server.address}kiem-tra")
    assert page.locator(".sheet-name a", has_text=thuong_lam[0].name).count() == 1


def test_a_second_click_sends_nothing_twice(page, document) -> None:
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
    page.goto(document)
    page.click(".paper .mark >> nth=2")
    page.locator(".question.here").wait_for()
    page.evaluate(
        "const agree = document.querySelector('.question.here button[value=agreed]'); agree.click(); agree.click();"
    )
    page.locator(".question.here .ruled").wait_for()
    assert len(sent) == 1


def test_the_last_of_two_tabs_decides(context, page, document) -> None:
    other = context.new_page()
    for tab in (page, other):
        tab.goto(document)
        tab.click(".paper .mark >> nth=1")
        tab.locator(".question.here").wait_for()
    page.click(".question.here button[value=agreed]")
    page.locator(".question.here .ruled", has_text="Đã đồng ý").wait_for()
    other.fill(".question.here input[name=ly-do]", "đã nêu ở mục khác")
    other.click(".question.here button[value=dismissed]")
    other.locator(".question.here .ruled", has_text="đã nêu ở mục khác").wait_for()
    page.reload()
    assert page.locator(".paper .mark.dismissed").count() == 1
    other.close()


def test_what_another_tab_has_removed_is_said(context, page, server, documents) -> None:
    address = upload(page, server, documents / "cam-ket-dang-uy-xa-binh-khe-2025.pdf")
    page.click(".paper .mark >> nth=0")
    page.locator(".question.here").wait_for()
    other = context.new_page()
    other.on("dialog", lambda asked: asked.accept())
    other.goto(f"{server.address}kiem-tra")
    form = f"form[action='{address.removeprefix(server.address.rstrip('/'))}/xoa']"
    with other.expect_navigation():
        other.click(f"{form} button")
    other.close()
    page.click(".question.here button[value=agreed]")
    assert "Không thấy văn bản này" in page.inner_text("[role=alert]")
    page.click("text=Về trang Kiểm tra")
    page.wait_for_url(re.compile(r"/kiem-tra$"))


def test_a_folder_is_no_file(page, server) -> None:
    page.goto(f"{server.address}kiem-tra")
    page.evaluate("""() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['x'], 'thư mục'));
      DataTransferItem.prototype.webkitGetAsEntry = () => ({ isDirectory: true, isFile: false, name: 'thư mục' });
      document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, cancelable: true }));
    }""")
    assert "Đây là thư mục" in page.inner_text(".progress li")
    assert page.locator(".progress li").count() == 1


def test_a_server_that_is_gone_is_told_and_nothing_typed_is_lost(chromium, thuong_lam, tmp_path: Path) -> None:
    context = chromium.new_context()
    page, said = context.new_page(), []
    page.on("dialog", lambda one: (said.append(one.message), one.accept()))
    with serving(tmp_path / "so", "--readers", "1", said=tmp_path / "log") as server:
        upload(page, server, thuong_lam[0])
        page.click(".paper .mark >> nth=0")
        page.fill(".question.here input[name=ly-do]", "đã nêu ở phụ lục 2")
        start = context.new_page()
        start.goto(f"{server.address}kiem-tra")
    page.click(".question.here button[value=dismissed]")
    page.wait_for_timeout(300)
    assert said == ["Chương trình không trả lời nên chưa ghi được. Hãy mở lại camket rồi làm lại."]
    assert page.input_value(".question.here input[name=ly-do]") == "đã nêu ở phụ lục 2"
    start.set_input_files("#tep", thuong_lam[1])
    start.locator(".progress .problem", has_text="Hãy mở lại camket").wait_for()
    context.close()
