"""``camket audit``: a register's commitments of one organisation and period, or the arithmetic of a report."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, Lang, LangOption, fail, parse_date
from camket.cli.tracking import Format, FormatOption, OutOption, Unit, emit, opened, read_items, save, words_of
from camket.report.words import Words

NAME = "audit"
_DATABASES = frozenset({".db", ".sqlite", ".sqlite3"})


def command(
    path: Annotated[
        str, typer.Argument(metavar="REGISTER|REPORT", help="Sổ theo dõi (.db, .sqlite) hoặc một báo cáo.")
    ],
    unit: Unit = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="2021H1", help="Kỳ: 2021, 2021H1, 2021Q3, 2021-2025.")
    ] = None,
    at: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Ngày tính hạn 30 ngày tới; mặc định: hôm nay.")
    ] = None,
    format: FormatOption = None,
    out: OutOption = None,
    chart: Annotated[str | None, typer.Option("--chart", metavar="FILE.svg", help="Vẽ thêm biểu đồ (.svg).")] = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Rà soát cam kết của một đơn vị trong một kỳ; với một báo cáo thì rà phép tính trong báo cáo."""
    words = words_of(lang)
    if Path(path).suffix not in _DATABASES:
        # Said, not passed over: who gives them believes that they count.
        for name, value in (("--unit", unit), ("--period", period), ("--date", at), ("--chart", chart)):
            if value is not None:
                fail(words("only_register", option=name, path=path))
        audit_report(path, format, out, words)
        return
    from camket.register.overview import overview
    from camket.report.tracking.register import register_dossier

    span, day = _period(period, words), parse_date(at, Words(words.language))
    with opened(path, words) as register:
        found = overview(register, unit, span, day or date.today())
    if unit and not found.rows:
        fail(words("no_unit_rows", unit=unit), Exit.UNREADABLE)
    emit(register_dossier(found, words, unit, period), format, out, words)
    if chart:
        rows = found.by_organisation if len(found.by_organisation) > 1 else _fields(found.by_field, words)
        draw(chart, rows, words("chart" if len(found.by_organisation) > 1 else "chart_field"), words)


def _period(text: str | None, words: Words) -> tuple[date, date] | None:
    from camket.register.periods import parse_period

    try:
        return parse_period(text) if text else None
    except ValueError:
        fail(words("bad_period", value=text))


def _fields(rows: list[tuple[str, int, int]], words: Words) -> list[tuple[str, int, int]]:
    return [(words(f"field_{name}"), met, total) for name, met, total in rows]


def draw(path: str, rows: list[tuple[str, int, int]], title: str, words: Words) -> None:
    """Write a chart of completion; without matplotlib one sentence says what to do."""
    from camket.register.charts import ChartsError, completion_chart

    try:
        save(path, completion_chart(rows, title, (words("column_met"), words("column_all"))), words)
    except ChartsError as error:
        fail(str(error))


def audit_report(path: str, format: Format | None, out: str | None, words: Words) -> None:
    """Figures of a report that do not agree; exit code 1 where there are some."""
    from camket.audit.arithmetic import audit
    from camket.audit.delays import delays
    from camket.report.tracking.arithmetic import arithmetic_dossier

    side = read_items(path, words)
    slips = list(audit(side.annotations))
    emit(arithmetic_dossier(side, slips, list(delays(side.annotations)), words), format, out, words)
    raise typer.Exit(Exit.FINDINGS if slips else Exit.CLEAN)
