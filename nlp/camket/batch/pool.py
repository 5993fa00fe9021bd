"""Worker processes of this machine, each holding its models, replaced when one dies, hangs or grows.

Unlike the standard pool it knows which documents a dead worker had, so that one document that kills its reader costs
that document and nothing else.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from multiprocessing.connection import wait

from camket.batch.limits import SECONDS_PER_DOCUMENT
from camket.batch.work import Outcome
from camket.batch.worker import Partition, Task, Work, Worker

# A document that was in the hands of so many dying workers is taken to have killed them.
DEATHS = 3
__all__ = ["Partition", "Pool", "Work", "WorkerStartError"]


class WorkerStartError(RuntimeError):
    """Worker processes end before they are ready."""


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
        self.workers: list[Worker] = []
        self._again: deque[Task] = deque()

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
        source = map(Task, partitions)
        while self._hand_out(source) or any(w.task for w in self.workers):
            busy = {w.pipe: w for w in self.workers}
            until = min(w.until for w in self.workers)
            told = wait(list(busy), max(0.0, min(until - time.monotonic(), 3600)))
            for pipe in told:
                yield from self._hear(busy[pipe])  # type: ignore[index]
            yield from self._end_late()

    def _hand_out(self, source: Iterator[Task]) -> bool:
        """Give every free worker a task; whether there was any."""
        given = False
        for _ in range(self.jobs - sum(w.task is not None for w in self.workers)):
            if not self._waiting(source):
                break
            free = next((w for w in self.workers if w.task is None), None)
            if free is None:
                free = Worker(self.work)
                self.workers.append(free)
            free.give(self._again.popleft(), self.seconds)
            given = True
        # The next one is read while the workers are busy.
        self._waiting(source)
        return given

    def _waiting(self, source: Iterator[Task]) -> bool:
        """Whether there is a task to give, taken from the source where none was given back."""
        if not self._again:
            self._again.extend(islice(source, 1))
        return bool(self._again)

    def _hear(self, worker: Worker) -> Iterator[list[Outcome]]:
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

    def _lose(self, worker: Worker, code: str) -> Iterator[list[Outcome]]:
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
        self._again.extend(Task([payload], deaths) for payload in task.partition)

    def _remove(self, worker: Worker) -> None:
        self.workers.remove(worker)
        worker.stop()
