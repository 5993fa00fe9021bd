"""Worker processes of this machine, each holding its models, replaced when one dies, hangs or grows.

Unlike the standard pool it knows which documents a dead worker had, so that one document that kills its reader costs
that document and nothing else.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import ModuleType
from typing import Any

from camket.batch.limits import SECONDS_PER_DOCUMENT, SECONDS_TO_START, WORKER_MEMORY
from camket.batch.work import Outcome, Payload

Partition = Sequence[Payload]
Work = Callable[[Partition], list[Outcome]]
# A document that was in the hands of so many dying workers is taken to have killed them.
DEATHS = 3
# More threads than processes would only get in each other's way.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class WorkerStartError(RuntimeError):
    """Worker processes end before they are ready."""


@dataclass(slots=True)
class _Task:
    partition: Partition
    deaths: int = 0


class _Worker:
    """A process with the task it has in hand."""

    def __init__(self, work: Work) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, work), daemon=False, name="camket")
        with _environment(_ONE_THREAD), _nobody_as_main():
            self.process.start()
        theirs.close()
        self.ready = False
        self.task: _Task | None = None
        self.until = float("inf")

    def give(self, task: _Task, seconds: float) -> None:
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
        self.pipe.close()
        self.process.kill()
        self.process.join()


class Pool:
    """Run partitions in worker processes.

    Parameters
    ----------
    work : callable
        Picklable; takes a partition, returns its outcomes.
    jobs : int
        How many processes at most.
    seconds : float
        Time for one document, after which its worker is killed.
    """

    def __init__(self, work: Work, jobs: int, seconds: float = SECONDS_PER_DOCUMENT) -> None:
        self.work, self.jobs, self.seconds = work, jobs, seconds
        self.workers: list[_Worker] = []
        self._again: deque[_Task] = deque()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        while self.workers:
            self.workers.pop().stop()

    def run(self, partitions: Iterable[Partition]) -> Iterator[list[Outcome]]:
        """Outcomes as they come, in any order.

        Raises
        ------
        WorkerStartError
            Where no worker gets as far as its first document.
        """
        source = map(_Task, partitions)
        while self._hand_out(source) or any(w.task for w in self.workers):
            busy = {w.pipe: w for w in self.workers}
            until = min(w.until for w in self.workers)
            told = wait(list(busy), max(0.0, min(until - time.monotonic(), 3600)))
            for pipe in told:
                yield from self._hear(busy[pipe])  # type: ignore[index]
            yield from self._end_late()

    def _hand_out(self, source: Iterator[_Task]) -> bool:
        """Give every free worker a task; whether there was any."""
        given = False
        for _ in range(self.jobs - sum(w.task is not None for w in self.workers)):
            if not self._waiting(source):
                break
            free = next((w for w in self.workers if w.task is None), None)
            if free is None:
                free = _Worker(self.work)
                self.workers.append(free)
            free.give(self._again.popleft(), self.seconds)
            given = True
        # The next one is read while the workers are busy.
        self._waiting(source)
        return given

    def _waiting(self, source: Iterator[_Task]) -> bool:
        """Whether there is a task to give, taken from the source where none was given back."""
        if not self._again:
            self._again.extend(islice(source, 1))
        return bool(self._again)

    def _hear(self, worker: _Worker) -> Iterator[list[Outcome]]:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._lose(worker, "crashed")
            return
        if answer is None:
            worker.start_clock(self.seconds)
            return
        outcomes, retiring = answer
        worker.task, worker.until = None, float("inf")
        if retiring:
            self._remove(worker)
        yield outcomes

    def _end_late(self) -> Iterator[list[Outcome]]:
        now = time.monotonic()
        for worker in [w for w in self.workers if w.until < now]:
            yield from self._lose(worker, "too_slow")

    def _lose(self, worker: _Worker, code: str) -> Iterator[list[Outcome]]:
        """Take a task back from a worker that is gone: its documents are tried again one by one."""
        self._remove(worker)
        if not worker.ready and code == "crashed":
            raise WorkerStartError
        task = worker.task
        if task is None:
            return
        deaths = task.deaths + 1
        if len(task.partition) == 1 and (code == "too_slow" or deaths >= DEATHS):
            payload = task.partition[0]
            yield [Outcome(payload.key, code, {"format": payload.suffix, "limit": int(self.seconds)})]
            return
        self._again.extend(_Task([payload], deaths) for payload in task.partition)

    def _remove(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.stop()


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
