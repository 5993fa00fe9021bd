"""``camket label``: label the least certain items of one's own files, and learn from the labels."""

from __future__ import annotations

import sys
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Lang, LangOption, fail, parse_date
from camket.report.words import Language, Words

NAME = "label"


def command(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE…", help="Văn bản, hoặc tệp bản ghi .jsonl.")
    ] = None,
    labels: Annotated[
        str, typer.Option("--labels", metavar="PATH", help="Tệp hoặc thư mục giữ nhãn; ghi thêm, không ghi đè.")
    ] = "camket-labels.jsonl",
    models: Annotated[
        str | None, typer.Option("--models", metavar="DIR", help="Thư mục mô hình của riêng bạn.")
    ] = None,
    number: Annotated[int, typer.Option("-n", "--number", min=1, help="Số nhãn mỗi lần ngồi gán.")] = 20,
    by: Annotated[str | None, typer.Option("--by", help="Tên người gán nhãn.")] = None,
    with_claims: Annotated[bool, typer.Option("--claims/--no-claims", help="Hỏi cả kết quả và thời hạn.")] = True,
    retrain: Annotated[
        bool | None, typer.Option("--retrain/--no-retrain", help="Học lại mà không hỏi, hoặc không học lại.")
    ] = None,
    export: Annotated[
        str | None, typer.Option("--export", metavar="OUT.json", help="Ghi ra cho Label Studio thay vì hỏi.")
    ] = None,
    import_: Annotated[
        str | None, typer.Option("--import", metavar="IN.json", help="Nhận nhãn từ bản xuất của Label Studio.")
    ] = None,
    corpus: Annotated[str | None, typer.Option("--corpus", help="Thư mục kho ngữ liệu.")] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Ngày làm mốc.")] = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Gán nhãn những nội dung camket ít chắc chắn nhất trong tệp của bạn, rồi học lại từ nhãn đó."""
    from camket.cli.labels.work import Work

    language: Language = "en" if lang == "en" else "vi"
    words, own = Words(language), Words(language, "label_messages")
    work = Work(Path(labels), Path(models) if models else None, corpus, words, own)
    annotations = work.read(files or [], parse_date(date, words))
    if import_:
        work.take(Path(import_), by or _user())
    elif export:
        work.give(Path(export), annotations, number)
        return
    elif not retrain:
        if not annotations:
            fail(own("no_files"))
        if not sys.stdin.isatty():
            fail(own("no_terminal"))
        work.ask(annotations, number, by or _user(), with_claims)
    if retrain or (retrain is None and not import_ and work.wants_to_learn()):
        work.learn(annotations)


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return ""
