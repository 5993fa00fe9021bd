"""``camket check``: read documents, judge every item, ask what is unclear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from camket.batch import Options
from camket.cli import screen
from camket.cli.common import Exit, Lang, LangOption, fail, parse_date, say
from camket.cli.outputs import Sink
from camket.cli.review import Reviewer
from camket.config import ConfigError, Loaded, find_config, load_config
from camket.records import Report
from camket.report.words import Words

NAME = "check"
T = TypeVar("T")


class Format(StrEnum):
    """Output formats."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    html = "html"
    xlsx = "xlsx"
    sarif = "sarif"
    docx = "docx"


class KindOption(StrEnum):
    """What a document is."""

    auto = "auto"
    commitment = "commitment"
    report = "report"


class FailOn(StrEnum):
    """Worst verdict, or severity of an open finding, that makes a run fail."""

    vague = "vague"
    incomplete = "incomplete"
    info = "info"
    warning = "warning"
    error = "error"
    never = "never"


def command(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Tệp văn bản, thư mục hoặc tệp .zip.")],
    format: Annotated[
        Format | None, typer.Option("--format", help="Dạng kết quả; mặc định: theo đuôi tệp --out, không có thì text.")
    ] = None,
    out: Annotated[
        str | None, typer.Option("--out", metavar="PATH", help="Tệp kết quả, hoặc thư mục khi có nhiều tệp .docx.")
    ] = None,
    kind: Annotated[KindOption, typer.Option("--kind", help="Loại văn bản.")] = KindOption.auto,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="Ngày làm mốc; mặc định là ngày ban hành ghi trong văn bản."),
    ] = None,
    config: Annotated[
        str | None, typer.Option("--config", metavar="FILE", help="Tệp cấu hình; mặc định: camket.toml ở thư mục này.")
    ] = None,
    models: Annotated[
        str | None, typer.Option("--models", metavar="DIR", help="Thư mục mô hình của riêng bạn, do camket label ghi.")
    ] = None,
    suppressions: Annotated[
        str | None, typer.Option("--suppressions", metavar="FILE", help="Tệp ghi các câu hỏi bỏ qua, mỗi mục có lý do.")
    ] = None,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="FILE", help="Tệp mốc: chỉ câu hỏi mới làm mã thoát bằng 1.")
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option("--write-baseline", metavar="FILE", help="Ghi các câu hỏi hiện có làm mốc.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Mức khiến mã thoát bằng 1; mặc định: vague.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Số tiến trình đọc song song.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Chạy tiếp lần trước trong thư mục --out.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ liệt kê văn bản sẽ đọc.")] = False,
    engine: Annotated[
        str, typer.Option("--engine", metavar="NAME", help="pool, dask[=ĐỊA_CHỈ] hoặc spark[=MASTER].")
    ] = "pool",
    lang: LangOption = Lang.vi,
) -> None:
    """Đọc văn bản, tìm từng nội dung cam kết hoặc kết quả, chỉ ra chỗ chưa rõ và câu cần hỏi."""
    words = Words("en" if lang == "en" else "vi")
    day = parse_date(date, words)
    loaded = _configuration(config, models)
    level = fail_on.value if fail_on else loaded.config.fail_on or FailOn.vague.value
    if screen.is_batch(files, jobs, resume, dry_run, engine):
        screen.refuse_decisions(loaded, suppressions, baseline, write_baseline, words.language)
        options = Options(kind.value, day, loaded.config.model_dump_json(exclude_defaults=True))
        how = screen.How(jobs=jobs, resume=resume, dry_run=dry_run, engine=engine, level=level)
        raise typer.Exit(screen.run_batch(files, out, options, how, words.language))
    reviewer = _guarded(lambda: Reviewer(loaded, suppressions, baseline, write_baseline, words))
    sink = Sink(_format(format, out), out, words, files)
    reports, unread = [], False
    for path in files:
        report = _read(path, kind.value, day, loaded, words)
        unread = unread or report is None
        if report is not None:
            report = reviewer.review(report)
            reports.append(report)
            sink.add(path, report)
    reviewer.end(reports)
    sink.end(reports)
    raise typer.Exit(exit_code(reports, unread, level))


def _format(format: Format | None, out: str | None) -> str:
    """The format that was asked for, or that the name of the file tells; else text."""
    ending = Path(out).suffix.lower().lstrip(".") if out else ""
    return format.value if format else ending if ending in list(Format) else Format.text.value


def exit_code(reports: Sequence[Report], unread: bool, level: str) -> Exit:
    """3 where a file could not be read, else 1 where a report fails at the level, else 0."""
    from camket.review import failing

    if unread:
        return Exit.UNREADABLE
    return Exit.FINDINGS if any(failing(report, level) for report in reports) else Exit.CLEAN


def _configuration(path: str | None, models: str | None) -> Loaded:
    """The configuration, with the models of the command line in place of its own; their path is made absolute."""
    loaded = _guarded(lambda: load_config(path or find_config(Path())))
    folder = Path(models) if models else loaded.path(loaded.config.models)
    if folder is None:
        return loaded
    config = loaded.config.model_copy(update={"models": str(folder.absolute())})
    return replace(_guarded(lambda: load_config(config.model_dump(exclude_defaults=True))), folder=loaded.folder)


def _guarded(make: Callable[[], T]) -> T:
    """What a function makes, or one sentence on stderr where the configuration is wrong."""
    try:
        return make()
    except ConfigError as error:
        fail(str(error))


def _read(path: str, kind: str, day: object, loaded: Loaded, words: Words) -> Report | None:
    from camket.api import check
    from camket.io import ReadError

    if not Path(path).is_file():
        say(words("no_file", path=path))
        return None
    try:
        report = check(path, kind=kind, date=day, settings=loaded.settings, registry=loaded.registry)  # type: ignore[arg-type]
    except ReadError as error:
        say(str(error))
        return None
    if not report.annotations:
        say(words("no_items", path=path))
        return None
    return report
