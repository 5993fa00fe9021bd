"""``camket serve``: the inspectors' page in the browser."""

from __future__ import annotations

import secrets
from pathlib import Path
from sqlite3 import DatabaseError
from typing import Annotated

import typer

from camket.cli.common import Exit, Lang, LangOption, fail
from camket.report.words import Words

NAME = "serve"
LOCAL = ("127.0.0.1", "localhost", "::1")


def command(
    folder: Annotated[
        Path,
        typer.Argument(metavar="[FOLDER]", help="Thư mục giữ sổ theo dõi và văn bản đang xem; không ghi ở nơi khác."),
    ] = Path(),
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, help="Cổng; nếu đang bận thì lấy cổng kế tiếp.")
    ] = 8321,
    host: Annotated[
        str, typer.Option("--host", help="Địa chỉ lắng nghe; khác 127.0.0.1 thì máy khác vào được bằng khóa in ra.")
    ] = "127.0.0.1",
    names: Annotated[list[str] | None, typer.Option("--name", help="Tên máy khác mà trang này được gọi bằng.")] = None,
    readers: Annotated[int | None, typer.Option("--readers", min=1, help="Số tiến trình đọc văn bản.")] = None,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Mở trang trong trình duyệt.")] = True,
    lang: LangOption = Lang.vi,
) -> None:  # fmt: skip
    """Mở trang làm việc trên trình duyệt: kiểm tra, đối chiếu, sổ theo dõi. Chỉ máy này vào được."""
    words = Words("en" if lang == "en" else "vi", "web_messages")
    try:
        from camket.web import run
        from camket.web.lock import FolderInUse
        from camket.web.settings import Settings
    except ModuleNotFoundError:
        fail(words("needs_web"))
    token = None if host in LOCAL else secrets.token_urlsafe(16)
    more = {"readers": readers} if readers else {}
    try:
        chosen = run.free_port(host, port)
        settings = Settings(folder.resolve(), host, chosen, token, tuple(names or ()), **more)  # type: ignore[arg-type]
        run.serve(settings, lambda address: _tell(address, token, settings.folder, words), open_page=open_page)
    except FolderInUse as error:
        _show_running(error.address, open_page, words)
    except DatabaseError:
        fail(words("bad_file"), Exit.UNREADABLE)
    except OSError as error:
        fail(words("cannot_serve", reason=error.strerror or error), Exit.USAGE)


def _tell(address: str, token: str | None, folder: Path, words: Words) -> None:
    typer.echo(words("serving", address=address))
    typer.echo(words("serving_folder", folder=folder))
    if token:
        typer.echo(words("serving_open", token=token))


def _show_running(address: str, open_page: bool, words: Words) -> None:
    """A second start in the same folder opens the page of the first."""
    if not address:
        fail(words("folder_in_use"))
    typer.echo(words("already_serving", address=address))
    if open_page:
        import webbrowser

        webbrowser.open(address)
