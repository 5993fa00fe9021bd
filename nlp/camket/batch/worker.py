"""One worker process and what it does until its parent closes the pipe."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from typing import Any

from camket.batch.limits import SECONDS_TO_START, WORKER_MEMORY
from camket.batch.work import Outcome, Payload

Partition = Sequence[Payload]
Work = Callable[[Partition], list[Outcome]]
# More threads than processes would only get in each other's way.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(slots=True)
class Task:
    """A partition, and how many workers died with it in hand."""

    partition: Partition
    deaths: int = 0


class Worker:
    """A process with the task it has in hand."""

    def __init__(self, work: Work) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, work), daemon=False, name="camket")
        with _environment(_ONE_THREAD), _nobody_as_main():
            self.process.start()
        theirs.close()
        self.ready = False
        self.task: Task | None = None
        self.until = float("inf")

    def give(self, task: Task, seconds: float) -> None:
        """Hand over a task whose documents have so many seconds each."""
        self.task = task
        self.until = time.monotonic() + SECONDS_TO_START
        if self.ready:
            self.start_clock(seconds)
        try:
            self.pipe.send(task.partition)
        except OSError:
            self.process.kill()  # it is dying; its end of the pipe tells, and the task is lost like any other

    def start_clock(self, seconds: float) -> None:
        """Count the time for the documents in hand from now on; loading libraries is not theirs."""
        self.ready = True
        if self.task:
            self.until = time.monotonic() + seconds * len(self.task.partition)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


def serve(pipe: Connection, work: Work) -> None:
    """What a worker process does until its parent closes the pipe, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    retiring = False
    try:
        pipe.send(None)
        while not retiring:
            outcomes = work(pipe.recv())
            retiring = resident() > WORKER_MEMORY
            pipe.send((outcomes, retiring))
    except (EOFError, OSError):
        return


def resident() -> int:
    """Bytes of memory this process holds; 0 where the system does not say."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, AttributeError, ValueError):
        return 0


@contextmanager
def _nobody_as_main() -> Iterator[None]:
    """Keep a new process from running the caller's script again: a worker needs nothing of it.

    A script without a guard, or none at all (a notebook, standard input), works so as well.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _environment(values: dict[str, Any]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
