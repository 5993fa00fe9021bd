"""``camket docs``: the offline reference in the browser."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from camket.cli.common import Exit, Lang, LangOption, fail
from camket.report.words import Words

if TYPE_CHECKING:
    from camket.docs.tables import Command

NAME = "docs"


def command(
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Thư mục ghi tài liệu; mặc định là bộ nhớ tạm của bạn.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Mở trang đầu bằng trình duyệt.")] = True,
    lang: LangOption = Lang.vi,
) -> None:
    """Lập tài liệu tra cứu từ bản camket đang cài rồi mở bằng trình duyệt; không cần mạng."""
    from camket.docs import build, default_folder

    words = Words("en" if lang == "en" else "vi")
    folder = out or default_folder()
    try:
        first = build(folder, list(commands())).resolve()
    except OSError as error:
        fail(words("cannot_write", path=folder, reason=error.strerror), Exit.USAGE)
    typer.echo(words("docs_at", path=first))
    # A machine without a screen has no browser to open; the path is enough there.
    if open_:
        webbrowser.open(first.as_uri())


def commands() -> Iterator[Command]:
    """All commands with their options, those of groups one by one."""
    from camket.cli.app import COMMANDS
    from camket.cli.lazy import load

    for name, lazy in COMMANDS.items():
        found = load(lazy.target, name)
        if hasattr(found, "commands"):
            yield from (_described(f"camket {name} {sub}", one) for sub, one in found.commands.items())
        else:
            yield _described(f"camket {name}", found)


def _described(usage: str, found: Any) -> Command:
    from camket.docs.tables import Command

    shown = [p for p in found.params if not getattr(p, "hidden", False) and p.name != "help"]
    options = [(_spelling(p), getattr(p, "help", None) or "") for p in shown]
    positional = [_spelling(p) for p in shown if p.param_type_name == "argument"]
    return Command(" ".join([usage, *positional]), " ".join((found.help or "").split()), options)


def _spelling(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return " / ".join([*parameter.opts, *parameter.secondary_opts])
