"""What axe-core finds on every view, and that nothing sticks out of a phone."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdfium2 import PdfDocument

# Width, and how many of the views are looked at: those with most in them stand first.
WIDTHS = ((1280, 99), (390, 5))


@pytest.fixture(scope="module")
def views(context, server, thuong_lam) -> list[str]:
    """Addresses of all views with something in them."""
    page = context.new_page()
    page.goto(f"{server.address}doi-chieu")
    page.set_input_files("#tep-cam-ket", thuong_lam[0])
    page.set_input_files("#tep-bao-cao", thuong_lam[1])
    page.click("form.two button.primary")
    page.wait_for_url(re.compile(r"/doi-chieu/\S+"))
    pair = page.url
    page.click("form.file button")
    page.locator("a.button", has_text="Mở sổ").wait_for()
    page.goto(f"{server.address}kiem-tra")
    document = server.address.rstrip("/") + page.get_attribute(".sheet-name a >> nth=1", "href")
    label = document.replace("kiem-tra", "gan-nhan")
    page.close()
    rest = ["kiem-tra", "doi-chieu", "so-theo-doi", "so-theo-doi/den-han", "so-theo-doi/bieu-do", "so-theo-doi/1",
            "gan-nhan", "huong-dan", "khong-co"]  # fmt: skip
    return [
        document,
        f"{document}?muc=0",
        f"{document}?loc=product&tt=open",
        pair,
        label,
        *(server.address + path for path in rest),
    ]


@pytest.mark.parametrize(("width", "most"), WIDTHS)
def test_no_serious_violation(context, views, width, most) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 860})
    found = {}
    for view in views[:most]:
        page.goto(view)
        if view.endswith("muc=0"):
            page.locator(".card").wait_for()
        answer = Axe().run(page).response
        bad = [v for v in answer["violations"] if v["impact"] in ("serious", "critical")]
        if bad:
            found[view] = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in bad]
    page.close()
    assert found == {}


def test_nothing_sticks_out_of_a_phone(context, views) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    for view in views:
        page.goto(view)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, view
    page.close()


def test_everything_that_can_be_chosen_has_a_visible_focus(context, views) -> None:
    page = context.new_page()
    page.goto(views[0])
    for _ in range(25):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        hidden = page.evaluate("document.activeElement.matches('input[type=file]')")
        assert hidden or width >= 2
    page.close()


def test_the_guide_has_two_pages_and_pictures(context, server) -> None:
    page = context.new_page()
    page.goto(f"{server.address}huong-dan")
    widths = page.eval_on_selector_all(".guide img", "all => all.map(one => one.naturalWidth)")
    assert len(widths) == 4
    assert min(widths) > 500
    assert len(PdfDocument(page.pdf(prefer_css_page_size=True))) == 2
    page.close()


def test_print_leaves_the_document_and_its_questions(context, views) -> None:
    page = context.new_page()
    page.goto(views[0])
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator(".paper").is_visible()
    assert page.locator(".asked").is_visible()
    page.close()
