"""``camket read``: what was read of a file, so that a doubter can check it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, Lang, LangOption, fail, parse_date
from camket.report.words import Words

NAME = "read"


class ReadFormat(StrEnum):
    """Output formats."""

    text = "text"
    json = "json"
    html = "html"


def command(
    path: Annotated[str, typer.Argument(metavar="FILE", help="Tệp cần xem.")],
    format: Annotated[ReadFormat, typer.Option("--format", help="Dạng kết quả.")] = ReadFormat.text,
    date: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Ngày văn bản.")] = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Cho xem camket đã đọc được gì: cấu trúc, số thứ tự, các nội dung tìm thấy, chỗ đã sửa và chỗ bỏ qua."""
    from camket import io, items
    from camket.report import reading

    words = Words("en" if lang == "en" else "vi")
    day = parse_date(date, words)
    if not Path(path).is_file():
        fail(words("no_file", path=path), Exit.UNREADABLE)
    try:
        document = io.read(path)
    except io.ReadError as error:
        fail(str(error), Exit.UNREADABLE)
    show = {"text": reading.reading_text, "json": reading.reading_json, "html": reading.reading_html}[format.value]
    typer.echo(show(document, items.split(document, date=day)))
