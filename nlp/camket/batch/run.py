"""The work of one run: which documents are still to be read, and their outcomes into the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from camket.batch.engines import Lost, open_engine
from camket.batch.entries import Entry
from camket.batch.ledger import Ledger
from camket.batch.limits import PARTITION_BYTES, PARTITION_DOCUMENTS
from camket.batch.options import Options, program
from camket.batch.pool import Partition, Pool, Work
from camket.batch.work import Outcome, Payload, check_partition, key_of
from camket.io import Limits, ReadError

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Run:
    """Documents in input order, the key of each as far as it has been read, and the ledger they go to."""

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
