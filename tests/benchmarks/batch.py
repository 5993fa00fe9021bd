"""Speed and memory of a batch: one job, two jobs, Dask and Spark on the same documents.

    python tests/benchmarks/batch.py [--documents 400] [--rounds 3] [--engines pool,dask,spark]

Documents are made from the corpus' items, half Word, half text. Times are those after start-up: every worker has its
models before the clock starts. The best of some rounds counts, since a shared machine can only make a run slower; the
load of the machine is printed beside. "whole" is ``camket check`` from the first file to the last result,
start-up included. Memory is the resident size of every process of a whole run, sampled each fifth of a second.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import psutil

# In place of this folder, where this file would hide the tests it takes its documents from.
sys.path[0] = str(Path(__file__).parents[1])

from batch.makers import make_documents  # noqa: E402
from camket.batch import Options, Payload, check_partition, walk  # noqa: E402
from camket.batch.engines import open_engine  # noqa: E402

CHUNK = 16
ENGINES = {"pool": "pool", "dask": "dask", "spark": "spark=local[2,4]"}


def main() -> None:
    """Print a table of times and one of memory."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=400)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--engines", default="pool,dask,spark")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as base:
        folder = Path(base, "documents")
        make_documents(folder, given.documents)
        partitions = load(folder)
        items = sum(len(o.lines) for part in partitions for o in check_partition(Options(), part))
        print(f"{given.documents} documents, {items} items")
        whole(folder, Path(base), items, given.rounds)
        names = [("pool", 1)] + [(name, 2) for name in given.engines.split(",")]
        times = {(name, jobs): after_start(ENGINES[name], jobs, partitions, given.rounds) for name, jobs in names}
        report(times, items)


def load(folder: Path) -> list[list[Payload]]:
    """All documents in partitions."""
    entries = list(walk([folder]))
    payloads = [Payload(str(n), entry.suffix, entry.load(50_000_000)) for n, entry in enumerate(entries)]
    return [payloads[n : n + CHUNK] for n in range(0, len(payloads), CHUNK)]


def after_start(spec: str, jobs: int, partitions: list[list[Payload]], rounds: int) -> float:
    """Seconds for all partitions once the workers are warm, the best of some rounds."""
    started = time.perf_counter()
    with open_engine(spec, partial(check_partition, Options()), jobs) as run:
        for _ in range(2):
            list(run(partitions[: 4 * jobs]))
        print(f"{spec:20s} jobs {jobs}: start-up {time.perf_counter() - started:5.1f} s", end="")
        seconds = [clock(lambda: list(run(partitions))) for _ in range(rounds)]
    print(f", then {' '.join(f'{s:.2f}' for s in seconds)} s (load {os.getloadavg()[0]:.1f})", flush=True)
    return min(seconds)


def clock(work) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(times: dict[tuple[str, int], float], items: int) -> None:
    """Ratios to one job and to the pool."""
    one, two = times["pool", 1], times["pool", 2]
    print(f"one job: {items / one:.0f} items/s; two jobs: {one / two:.2f} times as fast")
    for (name, jobs), seconds in times.items():
        if name != "pool":
            print(f"{name}: {seconds / two:.2f} times the pool's time with {jobs} workers")


def whole(folder: Path, base: Path, items: int, rounds: int) -> None:
    """Time and memory of whole runs of the command, start-up and result files included."""
    best = {}
    for jobs in (1, 2):
        for number in range(rounds):
            seconds, spent, sizes = run(folder, base / f"out{jobs}-{number}", jobs)
            best[jobs] = min(best.get(jobs, seconds), seconds)
            load = os.getloadavg()[0]
            print(
                f"whole, {jobs} jobs: {seconds:.1f} s, {items / seconds:.0f} items/s (load {load:.1f}); processor {spent}"
            )
        for name, found in sizes.items():
            if len(found) >= 8:
                print(f"  {name}: {memory(found)}", flush=True)
    print(f"whole: two jobs {best[1] / best[2]:.2f} times as fast as one")


def run(folder: Path, out: Path, jobs: int) -> tuple[float, str, dict[str, list[float]]]:
    """One run: seconds, processor seconds of each process, and the memory of each in MB as sampled."""
    command = [sys.executable, "-m", "camket", "check", str(folder), "--out", str(out), "--jobs", str(jobs)]
    sizes: dict[str, list[float]] = {}
    spent: dict[str, float] = {}
    start = time.perf_counter()
    parent = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while parent.poll() is None:
        for process in (parent, *children(parent)):
            name = "parent" if process.pid == parent.pid else f"child {process.pid}"
            with contextlib.suppress(psutil.Error):
                sizes.setdefault(name, []).append(process.memory_info().rss / 1e6)
                spent[name] = process.cpu_times().user + process.cpu_times().system
        time.sleep(0.2)
    seconds = time.perf_counter() - start
    return seconds, ", ".join(f"{value:.1f} s" for value in spent.values() if value > 0.1), sizes


def children(process: psutil.Process) -> list[psutil.Process]:
    """Processes that a process has started, none where it is gone."""
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def memory(found: list[float]) -> str:
    """The largest size, and how the mean of the last quarter compares to that of the second."""
    quarter = len(found) // 4
    second, last = (sum(part) / len(part) for part in (found[quarter : 2 * quarter], found[-quarter:]))
    return f"at most {max(found):.0f} MB, last quarter / second quarter {last / second:.3f}"


if __name__ == "__main__":
    main()
