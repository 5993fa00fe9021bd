"""The guide and a document on paper."""

from __future__ import annotations

from pypdfium2 import PdfDocument


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
    page.goto(views["document"])
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator(".paper").is_visible()
    assert page.locator(".asked").is_visible()
    page.close()


def test_a_pair_stands_side_by_side_on_paper(page, views) -> None:
    page.set_viewport_size({"width": 680, "height": 900})
    page.goto(views["pair"])
    page.emulate_media(media="print")
    left, right = (one.bounding_box() for one in page.locator(".pair-row:not(.heads)").first.locator("> div").all())
    assert right["x"] >= left["x"] + left["width"] - 1
    assert page.locator(".heads").is_visible()
    assert not page.locator("form.file").is_visible()
