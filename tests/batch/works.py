"""Work functions for tests of the pool, in a module that worker processes can import."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from camket.batch import Options, Outcome, check_partition


def label(partition) -> list[Outcome]:
    """Name the process that did it; what is to go wrong is told by the ending."""
    for payload in partition:
        if payload.suffix == ".die":
            os.kill(os.getpid(), signal.SIGKILL)
        if payload.suffix == ".once" and not Path(payload.data.decode()).exists():
            Path(payload.data.decode()).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if payload.suffix == ".hang":
            time.sleep(60)
    return [Outcome(p.key, issuer=str(os.getpid())) for p in partition]


def models_loaded(partition) -> list[Outcome]:
    """How often this process has read its models."""
    from camket.scoring.store import load

    check_partition(Options(), partition)
    return [Outcome(p.key, issuer=str(os.getpid()), counts={"loads": load.cache_info().misses}) for p in partition]


def grown_label(partition) -> list[Outcome]:
    """As a worker whose memory has grown beyond what it may hold."""
    from camket.batch import pool

    pool.WORKER_MEMORY = 0
    return label(partition)


def _refuse() -> None:
    raise RuntimeError("not here")


class Unreadable:
    """Work that no other process can unpickle."""

    def __reduce__(self):
        return _refuse, ()

    def __call__(self, partition) -> list[Outcome]:
        return []
