"""Work functions for tests of the pool, in a module that worker processes can import."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from camket.batch import Options, Outcome, Payload, check_partition


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
    from camket.batch import worker

    worker.WORKER_MEMORY = 0
    return label(partition)


def _refuse() -> None:
    raise RuntimeError("not here")


class Unreadable:
    """Work that no other process can unpickle."""

    def __reduce__(self):
        return _refuse, ()

    def __call__(self, partition) -> list[Outcome]:
        return []


def checked(partition) -> list[Outcome]:
    """Check for real; the first time it sees a document that says so, the process or its host is killed."""
    from camket.scoring.store import load

    for payload in partition:
        mark = Path(payload.key)
        if payload.suffix in (".once", ".host") and not mark.exists():
            mark.touch()
            os.kill(os.getpid() if payload.suffix == ".once" else _grandparent(), signal.SIGKILL)
            time.sleep(30)
    outcomes = check_partition(Options(), [Payload(p.key, ".txt", p.data) for p in partition])
    place = Path(partition[0].key).parent / f"loads-{os.getpid()}"
    loads = load.cache_info()
    place.write_text(f"{loads.misses} {loads.currsize}", encoding="ascii")
    return outcomes


def _grandparent() -> int:
    """The process above this one's parent: of a Spark worker, its executor."""
    return int(Path(f"/proc/{os.getppid()}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[1])
