"""``camket drift``: what changed between two commitments of one organisation."""

from __future__ import annotations

from typing import Annotated

import typer

from camket.cli.common import Lang, LangOption
from camket.cli.tracking import FormatOption, OutOption, emit, read_side, words_of

NAME = "drift"


def command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Bản cam kết cũ.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Bản cam kết mới.")],
    format: FormatOption = None,
    out: OutOption = None,
    lang: LangOption = Lang.vi,
) -> None:
    """So hai bản cam kết: chỉ tiêu hạ, thời hạn lùi, nội dung bỏ bớt, nội dung chép lại."""
    from camket.audit.drift import drift
    from camket.report.tracking.changes import drift_dossier

    words = words_of(lang)
    before, after = (read_side(path, "commitment", words) for path in (old, new))
    changes = drift(before.annotations, after.annotations)
    emit(drift_dossier(before, after, changes, words), format, out, words)
