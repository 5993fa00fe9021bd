"""A run from the list of documents to the result files, and what is left of it after a kill."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from camket.batch.entries import Entry, walk
from camket.batch.files import sweep
from camket.batch.ledger import Ledger, recorded
from camket.batch.options import Options
from camket.batch.outputs import FILES, write_outputs
from camket.batch.run import Progress, Run
from camket.batch.summary import Summary
from camket.batch.work import key_of
from camket.io import Limits, ReadError
from camket.report.words import Words

LEDGER = Path(".camket", "ledger")


class OutputExistsError(RuntimeError):
    """The output folder holds an earlier run, and nothing was said of going on with it."""


@dataclass(frozen=True, slots=True)
class Screening:
    """A finished run: its summary, and how many documents were done now and how many before."""

    summary: Summary
    documents: int
    reused: int


def screen(
    places: Sequence[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    options: Options | None = None,
    *,
    jobs: int = 1,
    resume: bool = False,
    engine: str = "pool",
    words: Words | None = None,
    progress: Progress | None = None,
) -> Screening:
    """Check every document of some folders, zips and files.

    Parameters
    ----------
    places : sequence of path
        What to read; see :func:`camket.batch.walk`.
    out : path
        Folder of the results: ``items.jsonl``, ``items.csv``, ``documents.csv``, ``summary.csv``, and the ledger.
    options : Options, optional
        How to judge.
    jobs : int
        Worker processes.
    resume : bool
        Go on with an earlier run: documents whose content was read with the same options are not read again.
    engine : str
        See :func:`camket.batch.engines.open_engine`.
    words : Words, optional
        Messages for ``documents.csv``; Vietnamese by default.
    progress : callable, optional
        Called with the number of documents done and of all.

    Returns
    -------
    Screening
        Of all documents; the files have them in the order of the walk whatever the number of workers.

    Raises
    ------
    OutputExistsError
        Where ``out`` holds results and ``resume`` is false.
    LedgerInUseError
        Where another run is writing there.
    OSError
        Where ``out`` can't be written.

    Examples
    --------
    >>> import tempfile
    >>> from camket.batch import screen
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "rong.txt").write_text("")
    ...     screen([folder], Path(folder, "ket-qua")).summary.failures
    Counter({'empty': 1})
    """
    folder = Path(out)
    if not resume and holds_results(folder):
        raise OutputExistsError(str(folder))
    entries = list(walk(places, leave_out=folder))
    with Ledger(folder / LEDGER) as ledger:
        sweep(folder)
        ledger.forget_passing()
        run = Run(entries, ledger, options or Options(), progress)
        run.work_off(engine, jobs)
        summary = write_outputs(folder, run.results(), words or Words("vi", "batch"))
        ledger.rewrite(key for key in run.keys if key)
    return Screening(summary, len(entries), run.reused)


def plan(
    places: Sequence[str | os.PathLike[str]], out: str | os.PathLike[str] | None, options: Options | None = None
) -> Iterator[tuple[Entry, Literal["new", "done", "bad"]]]:
    """What a run would do: every document, and whether it would be read, has its outcome or can't be read."""
    folder = Path(out) if out else None
    fingerprint = (options or Options()).fingerprint()
    known = recorded(folder / LEDGER) if folder else frozenset()
    for entry in walk(places, leave_out=folder):
        try:
            key = key_of(entry.load(Limits().file_size), entry.suffix, fingerprint)
        except ReadError:
            yield entry, "bad"
            continue
        yield entry, "done" if key in known else "new"


def holds_results(folder: Path) -> bool:
    """Whether a folder holds an earlier run."""
    return any((folder / name).exists() for name in (*FILES, LEDGER))
