"""``camket register``: keep commitments and reports over the years in one file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.common import Exit, fail, parse_date
from camket.report.words import Words

if TYPE_CHECKING:
    from camket.register.records import Row
    from camket.register.store import Register

NAME = "register"
app = typer.Typer(help="Sổ theo dõi cam kết qua các năm (một tệp SQLite).", no_args_is_help=True)

File = Annotated[str, typer.Argument(metavar="REGISTER", help="Tệp sổ theo dõi.")]
Lang = Annotated[str, typer.Option("--lang", help="Ngôn ngữ của thông báo: vi hoặc en.")]
Unit = Annotated[str | None, typer.Option("--unit", help="Đơn vị, không cần dấu.")]
Field = Annotated[str | None, typer.Option("--field", help="Lĩnh vực.")]
Status = Annotated[str | None, typer.Option("--status", help="Trạng thái, ví dụ overdue, silent.")]


def words_of(lang: str) -> Words:
    """Messages of registers in a language."""
    return Words("en" if lang == "en" else "vi", "register_messages")


@contextmanager
def opened(path: str, words: Words, *, new: bool = False) -> Iterator[Register]:
    """A register; only ``new`` may make one."""
    from camket.register.store import Register

    if not new and not Path(path).is_file():
        fail(words("no_database", path=path), Exit.UNREADABLE)
    try:
        register = Register(path)
    except sqlite3.DatabaseError:
        fail(words("no_database", path=path), Exit.UNREADABLE)
    with register:
        yield register


@app.command("add")
def add(
    path: File,
    commitment: Annotated[str, typer.Argument(metavar="COMMITMENT", help="Bản cam kết.")],
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Báo cáo.")],
    unit: Annotated[str, typer.Option("--unit", help="Đơn vị; mặc định là cơ quan ban hành.")] = "",
    lang: Lang = "vi",
) -> None:
    """Đưa bản cam kết và báo cáo của một đơn vị vào sổ; đưa lại nhiều lần cũng chỉ ghi một lần."""
    from camket.cli.match import read_sides
    from camket.register.imports import add_pair, filing

    words = words_of(lang)
    sides = read_sides(commitment, report, "en" if lang == "en" else "vi")
    with opened(path, words, new=True) as register:
        links = add_pair(register, *sides, organisation=unit)
    counts = [len(filing(side, kind).entries) for side, kind in zip(sides, ("commitment", "report"), strict=True)]
    typer.echo(words("added", commitments=counts[0], reports=counts[1], links=links))


@app.command("list")
def list_(
    path: File, unit: Unit = None, field: Field = None, status: Status = None,
    text: Annotated[str | None, typer.Option("--text", help="Từ cần tìm, không cần dấu.")] = None,
    kind: Annotated[str, typer.Option("--kind", help="commitment hoặc report.")] = "commitment",
    limit: Annotated[int, typer.Option("--limit", min=1, help="Số dòng.")] = 100, lang: Lang = "vi",
) -> None:  # fmt: skip
    """Liệt kê nội dung trong sổ theo đơn vị, lĩnh vực, trạng thái, từ ngữ."""
    words = words_of(lang)
    with opened(path, words) as register:
        show_rows(
            register.find(kind=kind, organisation=unit, field=field, status=status, text=text, limit=limit), words
        )


@app.command("show")
def show(path: File, number: Annotated[int, typer.Argument(metavar="ID")], lang: Lang = "vi") -> None:
    """Xem một cam kết và những gì báo cáo về nó."""
    words = words_of(lang)
    with opened(path, words) as register:
        rows = register.rows_of([number])
        if not rows:
            fail(words("no_item", id=number), Exit.UNREADABLE)
        show_rows(rows, words)
        answers = dict(register.answers(number))
        for row in register.rows_of(answers):
            typer.echo(f"    [{words(f'status_{answers[row.id]}')}] {row.id} · {row.text}")


@app.command("due")
def due(
    path: File,
    days: Annotated[int, typer.Option("--days", min=1, help="Số ngày tới.")] = 30,
    at: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Tính từ ngày này.")] = None,
    lang: Lang = "vi",
) -> None:
    """Cam kết chưa đạt mà sắp đến hạn."""
    words = words_of(lang)
    day = parse_date(at, Words(words.language)) or date.today()
    with opened(path, words) as register:
        show_rows(register.due(day, days), words)


@app.command("export")
def export_(
    path: File, out: Annotated[str, typer.Argument(metavar="OUT", help="Tệp .xlsx, .parquet, .csv hoặc .svg.")],
    unit: Unit = None, field: Field = None, status: Status = None,
    labels: Annotated[bool, typer.Option("--labels", help="Xuất quyết định của cán bộ kiểm tra (JSON Lines).")] = False,
    lang: Lang = "vi",
) -> None:  # fmt: skip
    """Xuất sổ ra bảng tính, Parquet, biểu đồ, hoặc xuất quyết định làm nhãn huấn luyện."""
    from camket.register import exports

    words = words_of(lang)
    with opened(path, words) as register:
        if labels:
            lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in exports.labels(register)]
            Path(out).write_text("".join(lines), encoding="utf-8")
        elif out.endswith(".svg"):
            _chart(register, out, words)
        else:
            try:
                exports.export(register, out, organisation=unit, field=field, status=status)
            except ValueError:
                fail(words("bad_format", path=out))


def _chart(register: Register, out: str, words: Words) -> None:
    from camket.register import charts, exports

    try:
        charts.completion_chart(exports.completion(register), out, words("chart"))
    except charts.ChartsError as error:
        fail(str(error))


@app.command("decide")
def decide(
    path: File, commitment: Annotated[int, typer.Argument(metavar="COMMITMENT_ID")],
    decision: Annotated[str, typer.Argument(metavar="accepted|rejected|corrected")],
    reason: Annotated[str, typer.Option("--reason", help="Lý do.")],
    inspector: Annotated[str, typer.Option("--by", help="Người quyết định.")],
    report: Annotated[int | None, typer.Option("--report", help="Số của nội dung báo cáo.")] = None,
    outcome: Annotated[str | None, typer.Option("--outcome", help="Kết luận đúng.")] = None, lang: Lang = "vi",
) -> None:  # fmt: skip
    """Ghi quyết định của cán bộ kiểm tra; quyết định này được giữ khi máy chạy lại."""
    from camket.linking.records import OUTCOMES
    from camket.register.records import RULINGS, Decision

    words = words_of(lang)
    if decision not in RULINGS or (outcome and outcome not in OUTCOMES):
        fail(
            words(
                "bad_status", value=outcome if decision in RULINGS else decision, known=", ".join((*RULINGS, *OUTCOMES))
            )
        )
    if decision == "corrected" and not outcome:
        fail(words("needs_outcome"))
    with opened(path, words) as register:
        try:
            register.decide(Decision(commitment, decision, reason, inspector, report, outcome))  # type: ignore[arg-type]
        except KeyError as error:
            fail(words("no_item", id=error.args[0]), Exit.UNREADABLE)
    typer.echo(words("decided"))


def show_rows(rows: list[Row], words: Words) -> None:
    """One line an item."""
    for row in rows:
        due_day = words.day(date.fromisoformat(row.due)) if row.due else words("no_due")
        typer.echo(
            words(
                "row",
                id=row.id,
                organisation=row.organisation,
                status=words(f"status_{row.status}"),
                due=due_day,
                text=row.text,
            )
        )
    if not rows:
        typer.echo(words("nothing"))
