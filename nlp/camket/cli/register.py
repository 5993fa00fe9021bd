"""``camket register``: keep commitments and reports over the years in one file."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from camket.cli.common import Exit, Lang, LangOption, fail, parse_date
from camket.cli.named import named
from camket.cli.tracking import (
    Format,
    FormatOption,
    OutOption,
    Unit,
    emit,
    opened,
    read_any,
    read_pair,
    save,
    words_of,
)  # fmt: skip
from camket.report.words import Words

if TYPE_CHECKING:
    from camket.register.records import Row
    from camket.register.store import Register

NAME = "register"
app = typer.Typer(help="Sổ theo dõi cam kết qua các năm (một tệp SQLite).", no_args_is_help=True)


class Side(StrEnum):
    """The two kinds of items."""

    commitment = "commitment"
    report = "report"


File = Annotated[str, typer.Argument(metavar="REGISTER", help="Tệp sổ theo dõi.")]
Field = Annotated[str | None, typer.Option("--field", help="Lĩnh vực, ví dụ “y tế”, “giao thông”.")]
Status = Annotated[str | None, typer.Option("--status", help="Trạng thái, ví dụ “quá hạn”, “chưa thấy báo cáo”.")]


@app.command("add")
def add(
    path: File,
    first: Annotated[str, typer.Argument(metavar="COMMITMENT", help="Bản cam kết; đứng một mình thì cả báo cáo.")],
    report: Annotated[str | None, typer.Argument(metavar="[REPORT]", help="Báo cáo.")] = None,
    unit: Annotated[str, typer.Option("--unit", help="Đơn vị; mặc định là cơ quan ban hành.")] = "",
    lang: LangOption = Lang.vi,
) -> None:
    """Đưa bản cam kết, báo cáo của một đơn vị vào sổ; đưa lại nhiều lần cũng chỉ ghi một lần."""
    words = words_of(lang)
    if report is None:
        _add_one(path, first, unit, words)
        return
    from camket.register.imports import add_pair, filing

    sides = read_pair(first, report, words)
    if not (unit or sides[0].organisation or sides[1].organisation):
        fail(words("needs_unit", path=first, register=path))
    with opened(path, words, new=True) as register:
        links = add_pair(register, *sides, organisation=unit)
    promised, told = filing(sides[0], "commitment").entries, filing(sides[1], "report").entries
    typer.echo(words("added", commitments=len(promised), reports=len(told), links=links))


def _add_one(path: str, file: str, unit: str, words: Words) -> None:
    """Register one document, and link it with what its organisation has in the register."""
    from camket.register.imports import add_document

    side, kind = read_any(file, words)
    if not (unit or side.organisation):
        fail(words("needs_unit", path=file, register=path))
    with opened(path, words, new=True) as register:
        count, links = add_document(register, side, kind, unit)
    typer.echo(words("added_one", name=side.document.name, count=count, links=links))


@app.command("list")
def list_(
    path: File, unit: Unit = None, field: Field = None, status: Status = None,
    text: Annotated[str | None, typer.Option("--text", help="Từ cần tìm, không cần dấu.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Năm của văn bản.")] = None,
    kind: Annotated[Side, typer.Option("--kind", help="Cam kết hoặc nội dung báo cáo.")] = Side.commitment,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Số dòng.")] = 100,
    format: FormatOption = None, out: OutOption = None, lang: LangOption = Lang.vi,
) -> None:  # fmt: skip
    """Liệt kê nội dung trong sổ theo đơn vị, lĩnh vực, năm, trạng thái, từ ngữ."""
    words = words_of(lang)
    conditions = _conditions(unit, field, status, words)
    with opened(path, words) as register:
        rows = register.find(kind=kind.value, text=text, year=year, limit=limit, **conditions)
    _emit_rows(rows, words("title_commitments" if kind is Side.commitment else "title_results"), format, out, words)


def _conditions(unit: str | None, field: str | None, status: str | None, words: Words) -> dict[str, Any]:
    """What items have to meet, by the names that registers keep."""
    from camket.pipes.fields.finder import FIELDS
    from camket.register.records import STATUSES

    return {
        "organisation": unit,
        "field": named(field, "field", (*FIELDS, "general"), words),
        "status": named(status, "status", STATUSES, words),
    }


def _emit_rows(rows: list[Row], title: str, format: Format | None, out: str | None, words: Words) -> None:
    from camket.report.tracking.register import rows_dossier

    emit(rows_dossier(rows, title, words), format, out, words)


@app.command("show")
def show(
    path: File, number: Annotated[int, typer.Argument(metavar="ID")], format: FormatOption = None,
    out: OutOption = None, lang: LangOption = Lang.vi,
) -> None:  # fmt: skip
    """Xem một cam kết, những gì báo cáo về nó, và những gì đã quyết định."""
    from camket.register.rulings import rulings
    from camket.report.tracking.register import item_dossier

    words = words_of(lang)
    with opened(path, words) as register:
        rows = register.rows_of([number])
        if not rows:
            fail(words("no_item", id=number), Exit.UNREADABLE)
        answers = dict(register.answers(number) or register.answers_to(number))
        found = item_dossier(rows[0], register.rows_of(answers), answers, rulings(register, number), words)
        emit(found, format, out, words)


@app.command("due")
def due(
    path: File,
    days: Annotated[int, typer.Option("--days", min=1, help="Số ngày tới.")] = 30,
    at: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Tính từ ngày này.")] = None,
    unit: Unit = None, format: FormatOption = None, out: OutOption = None, lang: LangOption = Lang.vi,
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
    lang: LangOption = Lang.vi,
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
            _export(register, out, words, **_conditions(unit, field, status, words))


def _labels(register: Register) -> bytes:
    import json

    from camket.register.exports import labels

    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in labels(register)).encode()


def _export(register: Register, out: str, words: Words, **conditions: Any) -> None:
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
    outcome: Annotated[str | None, typer.Option("--outcome", help="Kết luận đúng.")] = None,
    lang: LangOption = Lang.vi,
) -> None:  # fmt: skip
    """Ghi quyết định của cán bộ kiểm tra: ghép đúng (accepted), ghép sai (rejected), kết luận lại (corrected).

    Quyết định được giữ khi máy chạy lại. Không nêu --report thì hiểu là cặp duy nhất của cam kết; với corrected là kết
    luận cho cả cam kết.
    """
    from camket.cli.deciding import enter
    from camket.register.records import Decision

    given = Decision(commitment, decision, reason, inspector, report, outcome)  # type: ignore[arg-type]
    enter(path, given, words_of(lang))
