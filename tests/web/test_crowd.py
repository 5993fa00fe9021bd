"""Twenty inspectors at once: all are answered, pages stay quick, memory stays flat."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import psutil
import pytest

from web.files import word_file
from web.servers import Server, Visitor, serving

VISITORS = 20
MEMORY = 1_000_000_000


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


@pytest.mark.alone
def test_twenty_at_once(server, record_property) -> None:
    late, memory = crowd(server, pages=3)
    record_property("p95 seconds, bytes", (late, memory))
    assert memory < MEMORY
    # On a machine that does other work besides.
    assert late <= 1.0


@pytest.mark.alone
@pytest.mark.full
def test_twenty_long_documents_at_once(server, record_property) -> None:
    late, memory = crowd(server, pages=30)
    record_property("p95 seconds, bytes", (late, memory))
    assert memory < MEMORY
    assert late <= 0.3
