"""``camket corpus validate``, ``stats``, ``sample`` and ``agreement``: what the corpus is, and whether it is sound."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, fail, say
from camket.cli.corpus.common import Folder, find, held_out, readable


def validate(
    corpus: Folder = None,
    against: Annotated[
        str | None,
        typer.Option("--against", help="Bản ghi (JSONL) không được lặp lại; mặc định ../shared/gold/dev.jsonl nếu có."),
    ] = None,
) -> None:
    """Kiểm tra cấu trúc, vị trí, nhãn suy ra, phần chia, trùng lặp."""
    from camket.corpus import checks

    with readable():
        folder = find(corpus)
        found = checks.validate(folder, Path(against) if against else held_out(folder))
    for problem in found:
        typer.echo(f"{problem.where}: {problem.message}")
    say(f"{len(found)} lỗi")
    raise typer.Exit(Exit.FINDINGS if found else Exit.CLEAN)


def stats(
    corpus: Folder = None,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> None:
    """Số lượng, độ phong phú của từ, độ dài, số bằng chứng; kèm dev.jsonl bên cạnh nếu có."""
    from dataclasses import asdict

    from camket.corpus import read_documents, read_lines, read_pairs, read_splits
    from camket.corpus.reader import ITEMS
    from camket.corpus.report import composition, table
    from camket.corpus.stats import statistics

    with readable():
        folder = find(corpus)
        columns = {"corpus": statistics(read_lines(folder / ITEMS))}
        if beside := held_out(folder):
            columns[beside.stem] = statistics(read_lines(beside))
        whole = composition(read_documents(folder), read_splits(folder), read_pairs(folder))
    if as_json:
        shown = {"composition": whole, **{name: asdict(column) for name, column in columns.items()}}
        typer.echo(json.dumps(shown, ensure_ascii=False))
    else:
        typer.echo(table(whole, columns))


def sample(
    corpus: Folder = None,
    seed: Annotated[int, typer.Option("--seed", help="Hạt giống của phép chọn.")] = 0,
    number: Annotated[int, typer.Option("-n", "--number", min=1, help="Số mục.")] = 50,
) -> None:
    """In các mục chọn ngẫu nhiên cùng nhãn của chúng."""
    import random

    from camket.corpus import read_lines
    from camket.corpus.reader import ITEMS
    from camket.corpus.report import show

    with readable():
        records = read_lines(find(corpus) / ITEMS)
    for record in random.Random(seed).sample(records, min(number, len(records))):
        typer.echo(show(record))


def agreement(
    corpus: Folder = None,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE.jsonl", help="Các bản gán nhãn; mặc định là mọi tệp trong second/ của kho."),
    ] = None,
) -> None:
    """Tính lại độ đồng thuận giữa các bản gán nhãn: alpha của Krippendorff, F1 từng cặp."""
    from camket.corpus import read_lines
    from camket.evaluation.agreement import agreement as measure

    with readable():
        paths = [Path(name) for name in files or ()] or sorted((find(corpus) / "second").glob("*.jsonl"))
        labellings = [{record["id"]: record for record in read_lines(path)} for path in paths]
    if len(labellings) < 2:
        fail("Cần ít nhất hai bản gán nhãn của cùng các mục (JSONL). Hãy nêu tệp hoặc đặt chúng vào corpus/second/.")
    for found in measure(labellings):
        typer.echo(f"{found.field:18s} {found.measure:6s} {found.value:6.3f}  ({found.support})")
