"""``camket doctor``: is this machine fit, and what to do where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, Lang, LangOption
from camket.report.words import Words

NAME = "doctor"


def command(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Thư mục sẽ ghi kết quả.")] = Path(),
    lang: LangOption = Lang.vi,
) -> None:
    """Kiểm tra máy: phiên bản, mô hình, công cụ kèm theo, cửa sổ lệnh, quyền ghi, chạy thử."""
    from camket.doctor import examine

    words = Words("en" if lang == "en" else "vi", "doctor")
    wrong = 0
    for check in examine(folder.resolve()):
        typer.echo(f"{words(check.state):<5}  {words(check.key, **check.values)}")
        wrong += check.state == "wrong"
    typer.echo(words("bad", number=wrong) if wrong else words("good"))
    raise typer.Exit(Exit.FINDINGS if wrong else Exit.CLEAN)
