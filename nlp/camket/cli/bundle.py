"""``camket bundle``: a folder from which camket installs on a machine without internet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, Lang, LangOption, fail, say
from camket.report.words import Words

NAME = "bundle"


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Thư mục sẽ tạo; chép cả thư mục sang máy không có mạng.")
    ],
    platform: Annotated[
        str | None, typer.Option("--platform", help="Máy đích, ví dụ win_amd64; mặc định là loại máy này.")
    ] = None,
    python: Annotated[
        str | None, typer.Option("--python", help="Bản Python trên máy đích, ví dụ 3.12; mặc định là bản đang chạy.")
    ] = None,
    installer: Annotated[
        Path | None, typer.Option("--installer", help="Bộ cài Python để chép kèm, cho máy chưa có Python.")
    ] = None,
    lang: LangOption = Lang.vi,
) -> None:  # fmt: skip
    """Tạo thư mục cài đặt không cần mạng: camket, các thư viện, tệp mở trang cho Windows và Linux."""
    from camket.bundle import BundleError, Target, make_bundle

    words = Words("en" if lang == "en" else "vi", "bundle_messages")
    target = Target(**{k: v for k, v in (("python", python), ("platform", platform)) if v})
    if not re.fullmatch(r"3\.\d{1,2}", target.python):
        fail(words("bad_python", value=python))
    if installer and not installer.is_file():
        fail(words("no_installer", path=installer))
    try:
        count = make_bundle(folder, target, python=installer, tell=lambda step: say(words(f"step_{step}")))
    except BundleError as error:
        fail(words(error.code, **error.details))
    except OSError as error:
        fail(words("cannot_write", path=folder, reason=error.strerror or error), Exit.USAGE)
    typer.echo(words("made", path=folder, count=count, target=target))
