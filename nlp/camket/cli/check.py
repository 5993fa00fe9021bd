"""``camket check``: read documents, judge every item, ask what is unclear."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, parse_date, say
from camket.records import Report
from camket.report.words import Words

NAME = "check"


class Format(str, Enum):
    """Output formats."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class KindOption(str, Enum):
    """What a document is."""

    auto = "auto"
    commitment = "commitment"
    report = "report"


class FailOn(str, Enum):
    """Worst verdict that still counts as clean is the one above."""

    vague = "vague"
    incomplete = "incomplete"
    never = "never"


_FAILING = {FailOn.vague: {"vague"}, FailOn.incomplete: {"vague", "incomplete"}, FailOn.never: set()}


def command(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Tệp .docx, .xlsx, .pdf, .html, .txt hoặc .md.")],
    format: Annotated[Format, typer.Option("--format", help="Dạng kết quả.")] = Format.text,
    kind: Annotated[KindOption, typer.Option("--kind", help="Loại văn bản.")] = KindOption.auto,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="Ngày làm mốc; mặc định là ngày ban hành ghi trong văn bản."),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Mức khiến mã thoát bằng 1.")] = FailOn.vague,
    lang: Annotated[str, typer.Option("--lang", help="Ngôn ngữ của thông báo: vi hoặc en.")] = "vi",
) -> None:
    """Đọc văn bản, tìm từng nội dung cam kết hoặc kết quả, chỉ ra chỗ chưa rõ và câu cần hỏi."""
    words = Words("en" if lang == "en" else "vi")
    day = parse_date(date, words)
    reports, unread = [], False
    for path in files:
        report = _read(path, kind.value, day, words)
        unread = unread or report is None
        if report is not None:
            reports.append(report)
            if format in (Format.text, Format.jsonl):
                typer.echo(_one(report, format, words), nl=format is Format.text)
    if format in (Format.json, Format.csv):
        typer.echo(_all(reports, format), nl=False)
    raise typer.Exit(exit_code(reports, unread, fail_on))


def exit_code(reports: list[Report], unread: bool, fail_on: FailOn) -> Exit:
    """3 where a file could not be read, else 1 where a verdict is at or above the threshold, else 0."""
    if unread:
        return Exit.UNREADABLE
    verdicts = {a.judgement.verdict_in_document for r in reports for a in r.annotations}
    return Exit.FINDINGS if verdicts & _FAILING[fail_on] else Exit.CLEAN


def _read(path: str, kind: str, day: object, words: Words) -> Report | None:
    from camket.api import check
    from camket.io import ReadError

    if not Path(path).is_file():
        say(words("no_file", path=path))
        return None
    try:
        report = check(path, kind=kind, date=day)  # type: ignore[arg-type]
    except ReadError as error:
        say(str(error))
        return None
    if not report.annotations:
        say(words("no_items", path=path))
        return None
    return report


def _one(report: Report, format: Format, words: Words) -> str:
    from camket.report import tables, terminal

    return terminal.render(report, words) + "\n" if format is Format.text else tables.to_jsonl(report)


def _all(reports: list[Report], format: Format) -> str:
    from camket.report import tables

    return tables.to_json(reports) if format is Format.json else tables.to_csv(reports)
