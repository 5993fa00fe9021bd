"""Twenty inspectors at once: all are answered, pages stay quick, memory stays flat."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import psutil
import pytest
from docx import Document

from batch.makers import item_texts
from web.servers import Server, Visitor, serving

VISITORS = 20
# A page of A4 in 14 points holds about twelve items.
ITEMS_PER_PAGE = 12
MEMORY = 1_000_000_000


def word_file(pages: int, number: int) -> bytes:
    texts = item_texts()
    document = Document()
    document.add_paragraph("BẢN CAM KẾT")
    for line in range(pages * ITEMS_PER_PAGE):
        document.add_paragraph(f"{line + 1}. {texts[(number * 997 + line * 31) % len(texts)]}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path / "so", said=tmp_path / "log") as found:
        yield found


def held(server: Server) -> int:
    """Bytes that the server and its readers hold."""
    own = psutil.Process(server.process.pid)
    total = 0
    for process in (own, *own.children(recursive=True)):
        try:
            total += process.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


def watch(server: Server, visitor: Visitor, stop: Event) -> tuple[list[float], int]:
    """How long a small page takes meanwhile, and the most memory that was held."""
    times, most = [], 0
    while not stop.wait(0.02):
        start = time.perf_counter()
        assert visitor.client.get("/huong-dan").status_code == 200
        times.append(time.perf_counter() - start)
        most = max(most, held(server))
    return times, most


def crowd(server: Server, pages: int) -> tuple[float, int]:
    """The 95th percentile of a small page's time in seconds, and the most memory in bytes."""
    visitors = [server.visitor() for _ in range(VISITORS)]
    documents = [word_file(pages, number) for number in range(VISITORS)]
    stop = Event()
    with ThreadPoolExecutor(VISITORS + 1) as threads:
        watching = threads.submit(watch, server, server.visitor(), stop)
        answers = list(threads.map(lambda v, d: v.send("cam-ket.docx", d), visitors, documents))
        stop.set()
        times, most = watching.result()
    assert [a.status_code for a in answers] == [201] * VISITORS
    shown = [v.client.get(a.json()["files"][0]["address"]) for v, a in zip(visitors, answers, strict=True)]
    assert all(page.status_code == 200 for page in shown)
    return statistics.quantiles(times, n=20)[-1], max(most, held(server))


def test_twenty_at_once(server) -> None:
    late, memory = crowd(server, pages=3)
    assert memory < MEMORY
    # On a machine that does other work besides.
    assert late <= 1.0


@pytest.mark.full
def test_twenty_long_documents_at_once(server) -> None:
    late, memory = crowd(server, pages=30)
    assert memory < MEMORY
    assert late <= 0.3
