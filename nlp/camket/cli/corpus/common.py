"""What the corpus commands share: where the corpus is, and how an unreadable one ends the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, fail

Folder = Annotated[
    str | None, typer.Option("--corpus", help="Thư mục kho ngữ liệu; mặc định là corpus/ của kho mã nguồn.")
]


@contextmanager
def readable() -> Iterator[None]:
    """End the program with one sentence where the corpus can't be read."""
    from camket.corpus import CorpusError

    try:
        yield
    except (CorpusError, OSError) as error:
        fail(str(error), Exit.UNREADABLE)


def find(corpus: str | None) -> Path:
    """Folder of the corpus."""
    from camket.corpus import corpus_dir

    return corpus_dir(corpus)


def held_out(folder: Path) -> Path | None:
    """Held-out records beside the checkout, where there are some."""
    path = folder.resolve().parents[1] / "shared" / "gold" / "dev.jsonl"
    return path if path.is_file() else None
