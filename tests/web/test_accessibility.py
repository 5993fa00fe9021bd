"""What axe-core finds on every view, with work in it, empty and refused, and that nothing sticks out sideways."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

# A desktop, the same at 200 %, a phone.
SIZES = ((1280, 860), (640, 430), (390, 844))
# What is looked at in every size even where time is short.
RICH = ("document", "item", "pair", "register")
EMPTY = ("kiem-tra", "doi-chieu", "so-theo-doi", "so-theo-doi/den-han", "so-theo-doi/bieu-do", "gan-nhan", "khong-co",
         "kiem-tra/khong-co")  # fmt: skip


def faults(page) -> list[str]:
    """Serious violations of the page as it stands, and whether it is wider than its window."""
    found = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    told = [f"{v['id']}: {[n['html'][:160] for n in v['nodes'][:3]]}" for v in found]
    is_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return told + (["wider than its window"] if is_wide else [])


def look(page, addresses: dict[str, str], size: tuple[int, int]) -> dict[str, list[str]]:
    """Faults of some views in one size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    found = {}
    for name, address in addresses.items():
        page.goto(address)
        found[name] = faults(page)
    return {name: told for name, told in found.items() if told}


@pytest.mark.parametrize("size", SIZES)
def test_no_serious_violation(page, views, size) -> None:
    shown = views if size == SIZES[0] else {name: views[name] for name in RICH}
    assert look(page, shown, size) == {}


@pytest.mark.full
@pytest.mark.parametrize("size", SIZES[1:])
def test_no_serious_violation_on_any_view_in_any_size(page, views, size) -> None:
    assert look(page, views, size) == {}


@pytest.mark.parametrize("size", [SIZES[0], pytest.param(SIZES[1], marks=pytest.mark.full), SIZES[2]])
def test_no_serious_violation_where_there_is_nothing_or_no_such_thing(chromium, limited, size) -> None:
    context = chromium.new_context()
    assert look(context.new_page(), {path: limited.address + path for path in EMPTY}, size) == {}
    context.close()


def test_no_serious_violation_while_something_is_decided(page, views) -> None:
    page.goto(views["document"])
    page.click(".paper .mark >> nth=0")
    page.click("button[value=dismissed] >> nth=0")
    page.click(".examples summary >> nth=0")
    assert faults(page) == []
    page.fill("input[name=ly-do] >> nth=0", "đã nêu ở phụ lục 2")
    page.click("button[value=dismissed] >> nth=0")
    page.locator(".ruled").wait_for()
    assert faults(page) == []
    page.goto(views["pair"])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert faults(page) == []


def test_no_serious_violation_in_english(page, server, views) -> None:
    page.goto(f"{server.address}ngon-ngu/en")
    assert look(page, {name: views[name] for name in ("item", "pair")}, SIZES[0]) == {}
    page.goto(f"{server.address}ngon-ngu/vi")
