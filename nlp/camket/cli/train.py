"""``camket train``: rebuild the shipped models from the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, fail, say

NAME = "train"


def command(
    corpus: Annotated[str | None, typer.Option("--corpus", help="Thư mục kho ngữ liệu.")] = None,
    out: Annotated[
        str | None, typer.Option("--out", help="Thư mục ghi mô hình; mặc định là models/ của kho mã nguồn.")
    ] = None,
    judgements_only: Annotated[bool, typer.Option("--judgements-only", hidden=True)] = False,
    links_only: Annotated[bool, typer.Option("--links-only", hidden=True)] = False,
) -> None:
    """Huấn luyện lại các mô hình từ phần huấn luyện của kho ngữ liệu."""
    from camket.corpus import CorpusError, corpus_dir, plain_documents, read_records
    from camket.training.train import train_all, train_judgements

    try:
        folder = corpus_dir(corpus)
    except CorpusError as error:
        fail(str(error), Exit.UNREADABLE)
    models = Path(out) if out else folder.parent / "models"
    if links_only:
        from camket.linking.training.run import train_links

        train_links(folder.absolute(), models.absolute(), say)
    elif judgements_only:
        train_judgements(list(read_records(folder, "train")), models, say, plain_documents(folder))
    else:
        train_all(folder.absolute(), models.absolute(), say)
