"""Dask: a local cluster, or the scheduler at an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from camket.batch.engines.lost import EngineError, Lost
from camket.batch.pool import Partition, Work
from camket.batch.work import Outcome


def dask_engine(work: Work, jobs: int, address: str) -> AbstractContextManager[Any]:
    """Start Dask; see :func:`camket.batch.engines.open_engine`.

    Raises
    ------
    ImportError
        Where Dask is not installed.
    """
    import distributed  # noqa: F401

    return _engine(work, jobs, address)


@contextmanager
def _engine(work: Work, jobs: int, address: str) -> Iterator[Any]:
    from distributed import Client, LocalCluster

    if address:
        with Client(address) as client:
            yield lambda partitions: _run(client, work, partitions)
        return
    local = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
    with local as cluster, Client(cluster) as client:
        yield lambda partitions: _run(client, work, partitions)


def _run(client: Any, work: Work, partitions: Iterable[Partition]) -> Iterator[list[Outcome] | Lost]:
    from distributed import KilledWorker, as_completed

    source = iter(partitions)
    waiting: dict[Any, Partition] = {}
    queue = as_completed()

    def submit(partition: Partition) -> None:
        future = client.submit(work, partition, pure=False, retries=1)
        waiting[future.key] = partition
        queue.add(future)

    # Two tasks a thread: one that runs, one that is there when it is done.
    for _, partition in zip(range(2 * max(1, sum(client.nthreads().values()))), source, strict=False):
        submit(partition)
    for future in queue:
        partition = waiting.pop(future.key)
        try:
            yield future.result()
        except KilledWorker:
            yield Lost(partition)
        except Exception as error:  # the work itself raises nothing
            raise EngineError(f"{type(error).__name__}: {error}".splitlines()[0]) from error
        for following in source:
            submit(following)
            break
