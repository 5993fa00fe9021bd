"""Engines that run partitions: worker processes of this machine, Dask, Spark.

An engine is a context that gives a function: partitions in, their outcomes in any order. A partition whose workers
kept dying comes back as :class:`Lost`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

from camket.batch.engines.lost import EngineError, Lost
from camket.batch.pool import Partition, Pool, Work
from camket.batch.work import Outcome

Run = Callable[[Iterable[Partition]], Iterator[list[Outcome] | Lost]]
__all__ = ["EngineError", "Lost", "MissingEngineError", "Run", "open_engine"]


class MissingEngineError(RuntimeError):
    """The libraries of an engine are not installed; the argument is its name."""


def open_engine(spec: str, work: Work, jobs: int) -> AbstractContextManager[Run]:
    """Start an engine.

    Parameters
    ----------
    spec : str
        "pool", "dask", "dask=ADDRESS" (of a scheduler), "spark" or "spark=MASTER".
    work : callable
        Picklable; takes a partition, returns its outcomes.
    jobs : int
        Worker processes, where the engine starts them.

    Raises
    ------
    ValueError
        Where there is no such engine.
    MissingEngineError
        Where it is not installed.
    """
    name, _, address = spec.partition("=")
    if name == "pool" and not address:
        return _pool(work, jobs)
    try:
        if name == "dask":
            from camket.batch.engines.dask import dask_engine

            return dask_engine(work, jobs, address)
        if name == "spark":
            from camket.batch.engines.spark import spark_engine

            return spark_engine(work, jobs, address)
    except ImportError as error:
        raise MissingEngineError(name) from error
    raise ValueError(spec)


@contextmanager
def _pool(work: Work, jobs: int) -> Iterator[Run]:
    with Pool(work, jobs) as pool:
        yield pool.run
