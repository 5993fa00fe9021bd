"""Speed of the whole analysis, as a ratio to underthesea's word segmentation in the same run.

    python tests/benchmarks/throughput.py [FILE.jsonl]

One process, one core, warm; megabytes are UTF-8 bytes of the items' texts; every third item of the file, in batches of
500. "annotate" takes records and writes JSON lines, "nlp.pipe" takes Docs and reads the records back, "evidence" is
times, figures and parties with their roles alone, finder by finder over a batch as the pipeline does it. Each is run
several times in turn with the reference; the median ratio counts.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import camket
from camket import pipeline
from camket.collecting import no_collection
from camket.convert import json_line, record_to_item
from camket.pipes import figures, parties, times
from camket.text.compiled import is_compiled

CORPUS = Path(__file__).parents[2] / "corpus" / "items.jsonl"
EVERY, BATCH, ROUNDS = 3, 500, 5
Records = list[dict[str, Any]]


def word_tokenize(records: Records) -> None:
    """The reference: item by item, as underthesea is called."""
    from underthesea import word_tokenize as reference

    for record in records:
        reference(record["text"])


def annotate(records: Records) -> None:
    """Records in, JSON lines out."""
    for record in camket.annotate(records, batch_size=BATCH):
        json_line(record)


def pipe(records: Records) -> None:
    """Docs in, records out, through spaCy."""
    docs = (
        camket.make_doc(r["text"], date=r["date"], kind=r["kind"], context=r.get("context"), nlp=NLP) for r in records
    )
    for doc in NLP.pipe(docs, batch_size=BATCH):
        json_line(camket.get_record(doc))


def evidence(records: Records) -> None:
    """Times, figures and parties with their roles, given the act."""
    for start in range(0, len(records), BATCH):
        with no_collection():
            _evidence(records[start : start + BATCH])


def _evidence(batch: Records) -> None:
    acts = [record["act"] for record in batch]
    sources = [pipeline.Source(record_to_item(record)) for record in batch]
    found = list(map(times.find_times, sources))
    counted = list(map(figures.find_figures, sources, found))
    final = list(map(times.assign_roles, found, sources, acts))
    list(map(figures.assign_roles, counted, sources, acts, final))
    list(map(parties.find_parties, sources, acts))


STEPS: tuple[Callable[[Records], None], ...] = (annotate, pipe, evidence)
NLP = camket.load()


def seconds(step: Callable[[Records], None], records: Records) -> float:
    """Processor time of one run: the machine may be shared."""
    start = time.process_time()
    step(records)
    return time.process_time() - start


def measure(records: Records, rounds: int = ROUNDS) -> dict[str, tuple[float, float]]:
    """Megabytes a second and the ratio to word segmentation, by step."""
    size = sum(len(r["text"].encode()) for r in records) / 1e6
    for step in (word_tokenize, *STEPS):
        step(records[:100])
    speeds: dict[str, list[float]] = {}
    for _ in range(rounds):
        for step in (word_tokenize, *STEPS):
            speeds.setdefault(step.__name__, []).append(size / seconds(step, records))
    base = speeds["word_tokenize"]
    return {
        name: (statistics.median(found), statistics.median(a / b for a, b in zip(found, base, strict=True)))
        for name, found in speeds.items()
    }


def main() -> None:
    """Print one line a step."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][::EVERY]
    print("compiled core" if is_compiled() else "from the Python sources: a wheel is compiled and faster")
    print(f"{len(records)} items, {sum(len(r['text'].encode()) for r in records) / 1e6:.2f} MB")
    for name, (speed, ratio) in measure(records).items():
        print(f"{name:14s} {speed:6.2f} MB/s   {ratio:5.2f} x word_tokenize")


if __name__ == "__main__":
    main()
