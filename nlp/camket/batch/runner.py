"""A run from the list of documents to the result files, and what is left of it after a kill."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Literal

from camket.batch.engines import Lost, open_engine
from camket.batch.entries import Entry, walk
from camket.batch.files import sweep
from camket.batch.ledger import Ledger, recorded
from camket.batch.limits import PARTITION_BYTES, PARTITION_DOCUMENTS
from camket.batch.options import Options, program
from camket.batch.outputs import FILES, write_outputs
from camket.batch.pool import Partition, Pool, Work
from camket.batch.summary import Summary
from camket.batch.work import Outcome, Payload, check_partition, key_of
from camket.io import Limits, ReadError
from camket.report.words import Words

LEDGER = Path(".camket", "ledger")
Progress = Callable[[int, int], None]


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
        run = _Run(entries, ledger, options or Options(), progress)
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


@dataclass(slots=True)
class _Run:
    entries: list[Entry]
    ledger: Ledger
    options: Options
    progress: Progress | None
    keys: list[str] = field(default_factory=list)
    unread: dict[int, Outcome] = field(default_factory=dict)
    reused: int = 0
    _done: int = 0

    def work_off(self, engine: str, jobs: int) -> None:
        """Get every document's outcome into the ledger."""
        work = partial(check_partition, replace(self.options, program=program()))
        partitions = self._partitions()
        first = next(partitions, None)
        if first is None:
            return
        with open_engine(engine, work, jobs) as run:
            for result in run(_chain(first, partitions)):
                outcomes = _alone(work, result.partition) if isinstance(result, Lost) else result
                self.ledger.add(outcomes)
                self._advance(len(outcomes))

    def results(self) -> Iterator[tuple[str, Outcome]]:
        """Names and outcomes in input order."""
        for number, (entry, key) in enumerate(zip(self.entries, self.keys, strict=True)):
            yield entry.name, self.unread[number] if number in self.unread else self.ledger.get(key)

    def _partitions(self) -> Iterator[Partition]:
        batch: list[Payload] = []
        size = 0
        for payload in self._payloads():
            if batch and (len(batch) == PARTITION_DOCUMENTS or size + len(payload.data) > PARTITION_BYTES):
                yield batch
                batch, size = [], 0
            batch.append(payload)
            size += len(payload.data)
        if batch:
            yield batch

    def _payloads(self) -> Iterator[Payload]:
        """Documents that are not in the ledger, copies of one another once."""
        fingerprint, given = self.options.fingerprint(), set[str]()
        for number, entry in enumerate(self.entries):
            try:
                data = entry.load(Limits().file_size)
            except ReadError as error:
                self.unread[number] = Outcome("", error.code, error.details)
                self.keys.append("")
                self._advance(1)
                continue
            key = key_of(data, entry.suffix, fingerprint)
            self.keys.append(key)
            if key in given or key in self.ledger:
                self.reused += key not in given
                self._advance(1)
                continue
            given.add(key)
            yield Payload(key, entry.suffix, data)

    def _advance(self, number: int) -> None:
        self._done += number
        if self.progress:
            self.progress(self._done, len(self.entries))


def _chain(first: Partition, rest: Iterator[Partition]) -> Iterator[Partition]:
    yield first
    yield from rest


def _alone(work: Work, partition: Partition) -> list[Outcome]:
    """Find out in a process of this machine which document of a lost partition is the bad one."""
    with Pool(work, 1) as pool:
        return [outcome for found in pool.run([payload] for payload in partition) for outcome in found]
