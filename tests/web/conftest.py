"""A server, and Chromium with its eyes on every request."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from web.servers import HOSTILE, Server, Visitor, serving
from web.steps import lay, upload

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("so")
    with serving(folder, "--readers", "1", said=folder.parent / "server.log") as found:
        yield found


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with short limits, whose readers crash and hang where a document's name tells them to."""
    folder = tmp_path_factory.mktemp("limited")
    with serving(folder, command=HOSTILE, said=folder.parent / "limited.log") as found:
        yield found


@pytest.fixture
def visitor(limited: Server) -> Iterator[Visitor]:
    found = limited.visitor()
    yield found
    found.client.close()


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def context(chromium, server: Server):
    """One inspector's browser; nothing it does may leave the machine."""
    found = chromium.new_context(viewport={"width": 1280, "height": 860}, locale="vi-VN", accept_downloads=True)
    found.set_default_timeout(30_000)
    asked: list[str] = []
    found.on("request", lambda request: asked.append(request.url))
    yield found
    found.close()
    assert asked
    assert [url for url in asked if not url.startswith(server.address)] == []


@pytest.fixture
def page(context):
    found = context.new_page()
    wrong: list[str] = []
    found.on("pageerror", lambda error: wrong.append(str(error)))
    found.on("console", lambda message: wrong.append(message.text) if _is_wrong(message) else None)
    yield found
    found.close()
    assert wrong == []


def _is_wrong(message) -> bool:
    """Whether the console complains; that the server turned a file down is no complaint."""
    return message.type == "error" and "the server responded with a status of 4" not in message.text


@pytest.fixture(scope="module")
def views(context, server: Server, thuong_lam, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of all views with something in them: a document, one that can't be read, a pair in the register."""
    broken = tmp_path_factory.mktemp("hỏng") / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 khong phai Word")
    page = context.new_page()
    upload(page, server, broken, thuong_lam[1])
    pair = lay(page, server, *thuong_lam)
    page.click("form.file button")
    page.locator("text=đã ở trong sổ").wait_for()
    page.goto(f"{server.address}kiem-tra")
    path = page.locator(".sheet-name a", has_text=thuong_lam[0].name).get_attribute("href")
    document, register = server.address.rstrip("/") + path, f"{server.address}so-theo-doi"
    page.close()
    return {
        "document": document, "item": f"{document}?muc=0", "filtered": f"{document}?loc=product&tt=open",
        "no question": f"{document}?tt=agreed", "pair": pair, "one standing": f"{pair}?loc=silent",
        "no row": f"{pair}?loc=contradicted", "label": document.replace("kiem-tra", "gan-nhan"),
        "documents": f"{server.address}kiem-tra", "pairs": f"{server.address}doi-chieu", "register": register,
        "nothing found": f"{register}?tim=zzz", "no period": f"{register}?ky=x", "due": f"{register}/den-han",
        "no day": f"{register}/den-han?tu=x", "charts": f"{register}/bieu-do", "commitment": f"{register}/4",
        "labels": f"{server.address}gan-nhan", "guide": f"{server.address}huong-dan",
    }  # fmt: skip


@pytest.fixture(scope="session")
def thuong_lam(documents: Path) -> tuple[Path, Path]:
    """A commitment and the report on it."""
    return documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx", documents / "bao-cao-ubnd-xa-thuong-lam-2024.docx"
