"""The whole way by keyboard alone: upload, a highlight, a dismissal, the Excel file."""

from __future__ import annotations

from pathlib import Path

import camket
from web.files import codes_in_excel


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
