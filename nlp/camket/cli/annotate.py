"""``camket annotate``: label records of the corpus guidelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated, Any

import typer

from camket.cli.common import Lang, LangOption, atomic_output
from camket.cli.records import read_records
from camket.report.words import Words

NAME = "annotate"
CHUNK = 500


def command(
    source: Annotated[str, typer.Argument(metavar="IN.jsonl", help="Tệp JSON Lines đầu vào; “-” là đầu vào chuẩn.")],
    target: Annotated[str, typer.Argument(metavar="OUT.jsonl", help="Tệp kết quả; “-” là đầu ra chuẩn.")],
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Số tiến trình chạy song song.")] = 1,
    lang: LangOption = Lang.vi,
) -> None:
    """Gán nhãn từng nội dung trong tệp JSON Lines (act, target, verdict, times, figures, parties, claims, causes)."""
    words = Words("en" if lang == "en" else "vi")
    with atomic_output(target, words) as out:
        for line in annotate_lines(read_records(source, words), jobs):
            out.write(line)


def annotate_lines(records: Iterable[dict[str, Any]], jobs: int = 1) -> Iterator[str]:
    """JSON lines of the labelled records, in input order whatever the number of processes."""
    chunks = _chunks(iter(records))
    if jobs == 1:
        for chunk in chunks:
            yield from annotate_chunk(chunk)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(annotate_chunk, chunk) for chunk in islice(chunks, 2 * jobs)]
        while waiting:
            yield from waiting.pop(0).result()
            waiting += [pool.submit(annotate_chunk, chunk) for chunk in islice(chunks, 1)]


def annotate_chunk(records: list[dict[str, Any]]) -> list[str]:
    """Label one chunk of records; runs in a worker process."""
    from camket.api import annotate
    from camket.convert import json_line

    return [json_line(record) for record in annotate(records, batch_size=CHUNK)]


def _chunks(records: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while chunk := list(islice(records, CHUNK)):
        yield chunk
