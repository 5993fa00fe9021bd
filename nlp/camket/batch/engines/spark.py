"""Spark: executors on this machine, or the cluster of a master."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import camket
from camket.batch.engines.lost import EngineError, Lost
from camket.batch.pool import Partition, Work
from camket.batch.work import Outcome

# The last line of a Python traceback within a Java one.
_RAISED = re.compile(r"Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)+(\S.*)")


def spark_engine(work: Work, jobs: int, master: str) -> AbstractContextManager[Any]:
    """Start Spark; see :func:`camket.batch.engines.open_engine`.

    Raises
    ------
    ImportError
        Where PySpark is not installed.
    """
    import pyspark  # noqa: F401

    # Four tries a task, as on a cluster; plain "local" would give up at the first.
    return _engine(work, master or f"local[{jobs},4]")


@contextmanager
def _engine(work: Work, master: str) -> Iterator[Any]:
    from pyspark import SparkConf, SparkContext

    conf = SparkConf().setMaster(master).setAppName("camket").setAll(_settings(master))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    context = SparkContext.getOrCreate(conf)
    context.setLogLevel("OFF")
    try:
        yield lambda partitions: _run(context, work, partitions)
    finally:
        context.stop()


def _settings(master: str) -> list[tuple[str, str]]:
    settings = [("spark.ui.enabled", "false"), ("spark.ui.showConsoleProgress", "false")]
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        path = os.pathsep.join([str(Path(camket.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
        # Executors of this machine find camket where the driver has it, installed or not.
        settings.append(("spark.executorEnv.PYTHONPATH", path))
        settings.append(("spark.driver.bindAddress", "127.0.0.1"))
    return settings


def _run(context: Any, work: Work, partitions: Iterable[Partition]) -> Iterator[list[Outcome] | Lost]:
    """One Spark job a partition, some at a time: results come as they are ready, not when a whole stage is done."""
    source = iter(partitions)
    window = 2 * max(1, context.defaultParallelism)
    with ThreadPoolExecutor(window) as threads:
        running: dict[Future[list[Outcome]], Partition] = {}
        while True:
            for partition in islice(source, window - len(running)):
                running[threads.submit(_job, context, work, partition)] = partition
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield _result(future, running.pop(future))


def _result(future: Future[list[Outcome]], partition: Partition) -> list[Outcome] | Lost:
    from py4j.protocol import Py4JJavaError

    try:
        return future.result()
    except Py4JJavaError as error:
        # The work itself raises nothing, so that a Python error is one of the worker's installation.
        if raised := _RAISED.search(str(error.java_exception)):
            raise EngineError(raised[1]) from error
        return Lost(partition)


def _job(context: Any, work: Work, partition: Partition) -> list[Outcome]:
    outcomes: list[Outcome] = context.parallelize([partition], 1).flatMap(work).collect()
    return outcomes
