"""Reader processes: a document that crashes or hangs ends its reader, and nothing else."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import anyio.to_thread

from camket.batch.limits import SECONDS_TO_START
from camket.batch.worker import Worker
from camket.io.errors import ReadError
from camket.web.guards.crashes import place_of
from camket.web.work.tasks import Answer, Job, run

log = logging.getLogger("camket.web")


class Busy(RuntimeError):
    """Too many documents are waiting already."""


class Refused(ValueError):
    """A job that ended in a sentence for people; ``code`` is that of :class:`camket.io.ReadError`."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def quietly(work: Callable[[Job], Answer], job: Job) -> Answer:
    """Do a job; of an error that nobody expected only its kind and place come back, never its text.

    A process that ends in an error would print it with whatever stands in it.
    """
    try:
        return work(job)
    except Exception as error:
        return "failed", type(error).__name__, place_of(error)


class Readers:
    """Some reader processes, started when they are first needed, each doing one job at a time.

    Parameters
    ----------
    count : int
        How many at most.
    seconds : float
        Time for one job, after which its reader is killed.
    waiting : int
        How many jobs may wait.
    work : callable
        What a reader does with a job.
    """

    def __init__(self, count: int, seconds: float, waiting: int, work: Callable[[Job], Answer] = run) -> None:
        self.seconds, self.most, self.work = seconds, count + waiting, partial(quietly, work)
        self.jobs = 0
        self._slots = asyncio.Semaphore(count)
        self._limiter = anyio.CapacityLimiter(count)
        self._free: list[Worker] = []
        self._all: set[Worker] = set()
        self._lock = threading.Lock()

    async def ask(self, *job: Any) -> Any:
        """Value of a job.

        Raises
        ------
        Busy
            Where too many wait.
        Refused
            Where the job ended in a reason, its reader died, or took too long.
        """
        if self.jobs >= self.most:
            raise Busy
        self.jobs += 1
        try:
            async with self._slots:
                answer = await anyio.to_thread.run_sync(self._do, job, limiter=self._limiter)
        finally:
            self.jobs -= 1
        if answer[0] == "refused":
            raise Refused(answer[1], answer[2])
        return answer[1]

    def _do(self, job: Job) -> Answer:
        worker = self._take()
        try:
            answer, retiring = self._exchange(worker, job)
        except TimeoutError:
            return self._lost(worker, "too_slow")
        except (EOFError, OSError):
            return self._lost(worker, "crashed")
        self._give_back(worker, retiring)
        if answer[0] == "failed":
            log.error("%s: %s in %s", answer[2], answer[1], job[0])
            return self._crashed("crashed")
        return answer

    def _exchange(self, worker: Worker, job: Job) -> tuple[Answer, bool]:
        """Hand a job over and wait; loading libraries is not part of its time."""
        if not worker.ready:
            if not worker.pipe.poll(SECONDS_TO_START):
                raise TimeoutError
            worker.pipe.recv()
            worker.ready = True
        worker.pipe.send(job)
        if not worker.pipe.poll(self.seconds):
            raise TimeoutError
        answer, retiring = worker.pipe.recv()
        return answer, retiring

    def _take(self) -> Worker:
        with self._lock:
            if self._free:
                return self._free.pop()
            worker = Worker(self.work)  # type: ignore[arg-type]
            self._all.add(worker)
            return worker

    def _give_back(self, worker: Worker, retiring: bool) -> None:
        if retiring:
            self._end(worker)
        else:
            with self._lock:
                self._free.append(worker)

    def _lost(self, worker: Worker, code: str) -> Answer:
        self._end(worker)
        return self._crashed(code)

    def _crashed(self, code: str) -> Answer:
        return "refused", code, str(ReadError(code, format="văn bản", limit=int(self.seconds)))

    def _end(self, worker: Worker) -> None:
        with self._lock:
            self._all.discard(worker)
        worker.stop()

    def close(self) -> None:
        """End all readers, whatever they are doing."""
        with self._lock:
            workers, self._all, self._free = list(self._all), set(), []
        for worker in workers:
            with contextlib.suppress(OSError):
                worker.stop()
