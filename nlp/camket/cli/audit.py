"""``camket audit``: a register's commitments of one organisation and period, or the arithmetic of reports."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.common import Exit, fail
from camket.cli.register import opened, show_rows, words_of
from camket.report.words import Words

if TYPE_CHECKING:
    from camket.audit.records import Slip
    from camket.linking.documents import Side

NAME = "audit"
_DATABASES = frozenset({".db", ".sqlite", ".sqlite3"})


def command(
    path: Annotated[
        str, typer.Argument(metavar="REGISTER|REPORT", help="Sổ theo dõi (.db, .sqlite) hoặc một báo cáo.")
    ],
    unit: Annotated[str | None, typer.Option("--unit", help="Đơn vị, không cần dấu.")] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="2021H1", help="Kỳ: 2021, 2021H1, 2021Q3, 2021-2025.")
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help="Ngôn ngữ của thông báo: vi hoặc en.")] = "vi",
) -> None:
    """Rà soát cam kết của một đơn vị trong một kỳ; với một báo cáo thì rà phép tính trong báo cáo."""
    words = words_of(lang)
    if Path(path).suffix in _DATABASES:
        audit_register(path, unit, period, words)
    else:
        audit_report(path, words)


def audit_register(path: str, unit: str | None, period: str | None, words: Words) -> None:
    """How the commitments of an organisation and period stand."""
    from camket.register.exports import completion
    from camket.register.periods import parse_period

    try:
        span = parse_period(period) if period else None
    except ValueError:
        fail(words("bad_period", value=period))
    with opened(path, words) as register:
        rows = register.find(organisation=unit, period=span, limit=100_000)
        typer.echo(words("head", unit=unit or "–", count=len(rows), period=period or "–"))
        for status, count in Counter(row.status for row in rows).most_common():
            typer.echo(f"  {words(f'status_{status}')}: {count}")
        show_rows(rows, words)
        if unit is None:
            for name, met, total in completion(register):
                typer.echo(words("completion", name=name, met=met, total=total))


def audit_report(path: str, words: Words) -> None:
    """Figures of a report that do not agree; exit code 1 where there are some."""
    from camket.audit.arithmetic import audit
    from camket.io import ReadError
    from camket.linking.documents import read_document

    if not Path(path).is_file():
        fail(Words(words.language)("no_file", path=path), Exit.UNREADABLE)
    try:
        side = read_document(path, "report")
    except ReadError as error:
        fail(str(error), Exit.UNREADABLE)
    slips = list(audit(side.annotations))
    typer.echo(words("slips", name=side.document.name, count=len(slips)))
    for slip in slips:
        _show(slip, side, words)
    raise typer.Exit(Exit.FINDINGS if slips else Exit.CLEAN)


def _show(slip: Slip, side: Side, words: Words) -> None:
    text = next(a.item.text for a in side.annotations if a.item.id == slip.item)
    typer.echo(f"? {words(f'slip_{slip.check}')} “{text[slip.start : slip.end]}”")
    typer.echo(f"    {slip.calculation}")
    typer.echo("    " + " ".join(text.split()))
