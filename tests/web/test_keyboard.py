"""The whole way by keyboard alone, and where the focus goes and shows on every view."""

from __future__ import annotations

from pathlib import Path

import pytest

import camket
from web.files import codes_in_excel

# A desktop, the same at 200 %, a phone.
SIZES = ((1280, 860), (640, 430), (390, 844))
# What has the focus: an input for files is shown by its label. It is seen where a point of it lies on top.
FOCUS = """() => {
  const one = document.activeElement;
  if (one === document.body) { return null; }
  const shown = one.matches('input[type=file]') ? document.querySelector(`label[for=${one.id}]`) : one;
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
  const x = box.x + Math.min(box.width / 2, 30), y = Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 2);
  const top = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 2), y);
  return {
    name: one.outerHTML.slice(0, 120), path: one.id || one.getAttribute('href') || one.name || one.className,
    ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    seen: !!top && (shown.contains(top) || top.contains(shown)), place: Array.prototype.indexOf.call(
      document.querySelectorAll('*'), one),
  };
}"""


def tab_to(page, selector: str, most: int = 120) -> None:
    """Press Tab until an element that fits has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => !!document.activeElement && document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"no {selector} within {most} tabs")


def test_everything_by_keyboard(page, server, thuong_lam) -> None:
    report = camket.check(thuong_lam[0])
    page.goto(f"{server.address}kiem-tra")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**#chinh")
    with page.expect_file_chooser() as choosing:
        tab_to(page, "#tep")
        page.keyboard.press("Enter")
    with page.expect_navigation():
        choosing.value.set_files(thuong_lam[0])

    tab_to(page, ".paper a.mark")
    page.keyboard.press("Enter")
    page.locator(".question.here:focus").wait_for()
    tab_to(page, "input[name=ly-do]", 3)
    page.keyboard.type("đã có ở phụ lục")
    tab_to(page, "button[value=dismissed]", 2)
    page.keyboard.press("Enter")
    page.locator(".ruled").wait_for()
    page.keyboard.press("Escape")
    page.locator(".card").wait_for(state="detached")

    with page.expect_download() as waiting:
        tab_to(page, "button[formaction$=xlsx]", 200)
        page.keyboard.press("Enter")
    total = sum(len(a.findings) for a in report.annotations) + len(report.findings)
    assert codes_in_excel(Path(waiting.value.path()).read_bytes()).total() == total - 1


def walk(page, most: int = 200) -> list[dict]:
    """Everything that Tab reaches, in order, until it begins anew."""
    found: list[dict] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        one = page.evaluate(FOCUS)
        if one is None or (found and one["place"] == found[0]["place"]):
            return found
        found.append(one)
    raise AssertionError("Tab never comes to an end")


@pytest.mark.parametrize("size", [SIZES[0], pytest.param(SIZES[1], marks=pytest.mark.full), SIZES[2]])
@pytest.mark.parametrize("name", ["document", "item", "pair", "pairs", "register", "due", "commitment", "label"])
def test_the_focus_shows_wherever_it_goes_and_follows_the_text(page, views, name, size) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(views[name])
    order = walk(page)
    assert [one["name"] for one in order if one["ring"] < 2] == []
    assert [one["name"] for one in order if not one["seen"]] == []
    places = [one["place"] for one in order]
    assert places == sorted(places)
    assert order[0]["path"] == "#chinh"


def test_a_link_is_corrected_and_the_register_searched_by_keyboard(page, server, views) -> None:
    page.goto(views["pair"])
    tab_to(page, ".answer summary", 60)
    page.keyboard.press("Enter")
    tab_to(page, "select[name=ket-luan]", 2)
    page.keyboard.press("ArrowDown")
    tab_to(page, "input[name=ly-do]", 2)
    page.keyboard.type("nghiệm thu muộn")
    tab_to(page, "input[name=nguoi]", 2)
    page.keyboard.press("Control+a")
    page.keyboard.type("Lò Thị Mai")
    tab_to(page, "button[value=corrected]", 2)
    page.keyboard.press("Enter")
    page.locator(".ruled", has_text="nghiệm thu muộn").wait_for()
    # The focus is back on the row that was corrected.
    assert page.evaluate("document.activeElement.matches('.pair-row')")

    tab_to(page, "header.top a[href='/so-theo-doi']", 200)
    page.keyboard.press("Enter")
    page.wait_for_url("**/so-theo-doi")
    tab_to(page, "#tim", 30)
    page.keyboard.type("giao quan")
    page.keyboard.press("Enter")
    page.wait_for_url("**tim=giao**")
    assert "Giao quân" in page.inner_text(".entry")
