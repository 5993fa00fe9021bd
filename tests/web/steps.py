"""Steps of an inspector's work that several tests begin with."""

from __future__ import annotations

import re
from pathlib import Path

from web.servers import Server


def upload(page, server: Server, *paths: Path) -> str:
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


def lay(page, server: Server, commitment: Path, report: Path) -> str:
    """Lay two files side by side; the address of the pair."""
    page.goto(f"{server.address}doi-chieu")
    page.set_input_files("#tep-cam-ket", commitment)
    page.set_input_files("#tep-bao-cao", report)
    page.click("form.two button.primary")
    page.wait_for_url(re.compile(r"/doi-chieu/\S+"))
    return page.url
