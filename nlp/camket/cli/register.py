"""``camket register``: keep commitments and reports over the years in one file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.common import Exit, fail, parse_date
from camket.cli.tracking import (
    Format,
    FormatOption,
    Lang,
    OutOption,
    Unit,
    emit,
    opened,
    read_any,
    read_side,
    save,
    words_of,
)  # fmt: skip
from camket.report.words import Words

if TYPE_CHECKING:
    from camket.register.records import Row
    from camket.register.store import Register

NAME = "register"
app = typer.Typer(help="Sổ theo dõi cam kết qua các năm (một tệp SQLite).", no_args_is_help=True)

File = Annotated[str, typer.Argument(metavar="REGISTER", help="Tệp sổ theo dõi.")]
Field = Annotated[str | None, typer.Option("--field", help="Lĩnh vực.")]
Status = Annotated[str | None, typer.Option("--status", help="Trạng thái, ví dụ overdue, silent.")]


@app.command("add")
def add(
    path: File,
    first: Annotated[str, typer.Argument(metavar="COMMITMENT", help="Bản cam kết; đứng một mình thì cả báo cáo.")],
    report: Annotated[str | None, typer.Argument(metavar="[REPORT]", help="Báo cáo.")] = None,
    unit: Annotated[str, typer.Option("--unit", help="Đơn vị; mặc định là cơ quan ban hành.")] = "",
    lang: Lang = "vi",
) -> None:
    """Đưa bản cam kết, báo cáo của một đơn vị vào sổ; đưa lại nhiều lần cũng chỉ ghi một lần."""
    words = words_of(lang)
    if report is None:
        _add_one(path, first, unit, words)
        return
    from camket.register.imports import add_pair, filing

    sides = read_side(first, "commitment", words), read_side(report, "report", words)
    if not (unit or sides[0].organisation or sides[1].organisation):
        fail(words("needs_unit", path=first))
    with opened(path, words, new=True) as register:
        links = add_pair(register, *sides, organisation=unit)
    promised, told = filing(sides[0], "commitment").entries, filing(sides[1], "report").entries
    typer.echo(words("added", commitments=len(promised), reports=len(told), links=links))


def _add_one(path: str, file: str, unit: str, words: Words) -> None:
    """Register one document, and link it with what its organisation has in the register."""
    from camket.register.imports import add_document

    side, kind = read_any(file, words)
    if not (unit or side.organisation):
        fail(words("needs_unit", path=file))
    with opened(path, words, new=True) as register:
        count, links = add_document(register, side, kind, unit)
    typer.echo(words("added_one", name=side.document.name, count=count, links=links))


@app.command("list")
def list_(
    path: File, unit: Unit = None, field: Field = None, status: Status = None,
    text: Annotated[str | None, typer.Option("--text", help="Từ cần tìm, không cần dấu.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Năm của văn bản.")] = None,
    kind: Annotated[str, typer.Option("--kind", help="commitment hoặc report.")] = "commitment",
    limit: Annotated[int, typer.Option("--limit", min=1, help="Số dòng.")] = 100,
    format: FormatOption = Format.text, out: OutOption = None, lang: Lang = "vi",
) -> None:  # fmt: skip
    """Liệt kê nội dung trong sổ theo đơn vị, lĩnh vực, năm, trạng thái, từ ngữ."""
    words = words_of(lang)
    with opened(path, words) as register:
        rows = register.find(
            kind=kind, organisation=unit, field=field, status=status, text=text, year=year, limit=limit
        )  # fmt: skip
    _emit_rows(rows, words("title_commitments" if kind == "commitment" else "title_results"), format, out, words)


def _emit_rows(rows: list[Row], title: str, format: Format, out: str | None, words: Words) -> None:
    from camket.report.tracking.register import rows_dossier

    emit(rows_dossier(rows, title, words), format, out, words)


@app.command("show")
def show(
    path: File, number: Annotated[int, typer.Argument(metavar="ID")], format: FormatOption = Format.text,
    out: OutOption = None, lang: Lang = "vi",
) -> None:  # fmt: skip
    """Xem một cam kết và những gì báo cáo về nó."""
    from camket.report.tracking.register import item_dossier

    words = words_of(lang)
    with opened(path, words) as register:
        rows = register.rows_of([number])
        if not rows:
            fail(words("no_item", id=number), Exit.UNREADABLE)
        answers = dict(register.answers(number) or register.answers_to(number))
        emit(item_dossier(rows[0], register.rows_of(answers), answers, words), format, out, words)


@app.command("due")
def due(
    path: File,
    days: Annotated[int, typer.Option("--days", min=1, help="Số ngày tới.")] = 30,
    at: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Tính từ ngày này.")] = None,
    unit: Unit = None, format: FormatOption = Format.text, out: OutOption = None, lang: Lang = "vi",
) -> None:  # fmt: skip
    """Cam kết chưa đạt mà sắp đến hạn."""
    words = words_of(lang)
    day = parse_date(at, Words(words.language)) or date.today()
    with opened(path, words) as register:
        rows = register.due(day, days, organisation=unit)
    _emit_rows(rows, words("title_due_days", days=days), format, out, words)


@app.command("export")
def export_(
    path: File, out: Annotated[str, typer.Argument(metavar="OUT", help="Tệp .xlsx, .parquet, .csv hoặc .svg.")],
    unit: Unit = None, field: Field = None, status: Status = None,
    labels: Annotated[bool, typer.Option("--labels", help="Xuất quyết định của cán bộ kiểm tra (JSON Lines).")] = False,
    lang: Lang = "vi",
) -> None:  # fmt: skip
    """Xuất sổ ra bảng tính, Parquet, biểu đồ, hoặc xuất quyết định làm nhãn huấn luyện."""
    words = words_of(lang)
    with opened(path, words) as register:
        if labels:
            save(out, _labels(register), words)
        elif out.endswith(".svg"):
            from camket.cli.audit import draw
            from camket.register.overview import completion

            draw(out, completion(register), words("chart"), words)
        else:
            _export(register, out, words, organisation=unit, field=field, status=status)


def _labels(register: Register) -> bytes:
    import json

    from camket.register.exports import labels

    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in labels(register)).encode()


def _export(register: Register, out: str, words: Words, **conditions: str | None) -> None:
    from camket.register.exports import export

    try:
        count = export(register, out, **conditions)
    except ValueError:
        fail(words("bad_format", path=out))
    except OSError as error:
        fail(Words(words.language)("cannot_write", path=out, reason=error.strerror))
    except ImportError:
        fail(Words(words.language)("needs_extra", format="parquet"))
    typer.echo(words("exported", count=count, path=out))


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
    from camket.register.records import Decision

    words = words_of(lang)
    _check_decision(decision, outcome, words)
    with opened(path, words) as register:
        try:
            register.decide(Decision(commitment, decision, reason, inspector, report, outcome))  # type: ignore[arg-type]
        except KeyError as error:
            fail(words("no_item", id=error.args[0]), Exit.UNREADABLE)
    typer.echo(words("decided"))


def _check_decision(decision: str, outcome: str | None, words: Words) -> None:
    from camket.linking.records import OUTCOMES
    from camket.register.records import RULINGS

    wrong = decision if decision not in RULINGS else outcome if outcome and outcome not in OUTCOMES else None
    if wrong is not None:
        fail(words("bad_status", value=wrong, known=", ".join((*RULINGS, *OUTCOMES))))
    if decision == "corrected" and not outcome:
        fail(words("needs_outcome"))
