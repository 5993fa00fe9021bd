"""``camket corpus``: check the labelled corpus, measure it, look into it, take it elsewhere and back."""

from __future__ import annotations

import typer

from camket.cli.corpus.exchange import export, import_
from camket.cli.corpus.look import agreement, sample, stats, validate

NAME = "corpus"
app = typer.Typer(help="Kiểm tra, đo và chuyển đổi kho ngữ liệu đã gán nhãn.", no_args_is_help=True)
for name, command in (
    ("validate", validate), ("stats", stats), ("sample", sample), ("export", export), ("import", import_),
    ("agreement", agreement),
):  # fmt: skip
    app.command(name)(command)
