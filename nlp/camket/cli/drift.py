"""``camket drift``: what changed between two commitments of one organisation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, fail
from camket.cli.register import words_of
from camket.report.words import Words

NAME = "drift"


def command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Bản cam kết cũ.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Bản cam kết mới.")],
    lang: Annotated[str, typer.Option("--lang", help="Ngôn ngữ của thông báo: vi hoặc en.")] = "vi",
) -> None:
    """So hai bản cam kết: chỉ tiêu hạ, thời hạn lùi, nội dung bỏ bớt, nội dung chép lại."""
    from camket.audit.drift import drift
    from camket.io import ReadError
    from camket.linking.documents import read_document

    words, sides = words_of(lang), []
    for path in (old, new):
        if not Path(path).is_file():
            fail(Words(words.language)("no_file", path=path), Exit.UNREADABLE)
        try:
            sides.append(read_document(path, "commitment"))
        except ReadError as error:
            fail(str(error), Exit.UNREADABLE)
    texts = [{a.item.id: " ".join(a.item.text.split()) for a in side.annotations} for side in sides]
    changes = drift(sides[0].annotations, sides[1].annotations)
    for change in changes:
        shown = texts[0].get(change.old) or texts[1][change.new]
        typer.echo(f"• {words(f'change_{change.change}')} {change.detail}".rstrip() + f"\n    {shown}")
    if not changes:
        typer.echo(words("drift_none"))
