"""A server, and Chromium with its eyes on every request."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from web.servers import HOSTILE, Server, Visitor, serving

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


@pytest.fixture(scope="session")
def thuong_lam(documents: Path) -> tuple[Path, Path]:
    """A commitment and the report on it."""
    return documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx", documents / "bao-cao-ubnd-xa-thuong-lam-2024.docx"
