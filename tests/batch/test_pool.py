"""Worker processes that die, hang or can't start."""

from __future__ import annotations

from pathlib import Path

import pytest

from batch import works
from camket.batch import Payload, WorkerStartError
from camket.batch.pool import Pool


def run(partitions, work=works.label, jobs=2, seconds=30.0):
    with Pool(work, jobs, seconds) as pool:
        return {o.key: o for found in pool.run(partitions) for o in found}


def payloads(*suffixes: str, data: bytes = b"") -> list[Payload]:
    return [Payload(f"{n}{suffix}", suffix, data) for n, suffix in enumerate(suffixes)]


def test_nothing_to_do_starts_nothing() -> None:
    with Pool(works.label, 2) as pool:
        assert list(pool.run([])) == []
        assert pool.workers == []


def test_partitions_are_shared_out() -> None:
    found = run([[p] for p in payloads(*[".txt"] * 6)])
    assert len(found) == 6


def test_a_document_that_kills_its_worker_costs_itself_alone() -> None:
    found = run([payloads(".txt", ".die", ".txt")])
    assert {key: o.code for key, o in found.items()} == {"0.txt": "", "1.die": "crashed", "2.txt": ""}


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    found = run([payloads(".txt", ".once", ".txt", data=str(tmp_path / "mark").encode())])
    assert {o.code for o in found.values()} == {""}


def test_a_document_that_hangs_is_given_up() -> None:
    found = run([payloads(".hang", ".txt")], jobs=1, seconds=1.5)
    assert {key: o.code for key, o in found.items()} == {"0.hang": "too_slow", "1.txt": ""}


def test_a_worker_that_has_grown_is_replaced(monkeypatch) -> None:
    one = {o.issuer for o in run([[p] for p in payloads(*[".txt"] * 3)], jobs=1).values()}
    assert len(one) == 1
    grown = {o.issuer for o in run([[p] for p in payloads(*[".txt"] * 3)], work=works.grown_label, jobs=1).values()}
    assert len(grown) == 3


def test_workers_that_can_not_start_are_told() -> None:
    with pytest.raises(WorkerStartError):
        run([payloads(".txt")], work=works.Unreadable())


def test_models_are_loaded_once_a_worker() -> None:
    text = "BẢN CAM KẾT\n1. Trồng 12 ha rừng trước ngày 30/6/2024.\n2. Tăng cường tuyên truyền.".encode()
    found = run([[Payload(str(n), ".txt", text)] for n in range(8)], work=works.models_loaded)
    by_worker: dict[str, set[int]] = {}
    for outcome in found.values():
        by_worker.setdefault(outcome.issuer, set()).add(outcome.counts["loads"])
    assert all(len(loads) == 1 for loads in by_worker.values())
