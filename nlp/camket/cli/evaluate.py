"""``camket evaluate``: how good the labels are on labelled records."""

from __future__ import annotations

from typing import Annotated

import typer

from camket.cli.common import Exit, fail
from camket.cli.records import read_records
from camket.report.words import Words

NAME = "evaluate"
NEEDED = ("id", "act", "target", "verdict", "times", "figures", "parties", "claims", "causes")


def command(
    gold: Annotated[
        str, typer.Argument(metavar="GOLD.jsonl", help="Bản ghi đã gán nhãn theo hướng dẫn của kho ngữ liệu.")
    ],
    lang: Annotated[str, typer.Option("--lang", help="Ngôn ngữ của thông báo: vi hoặc en.")] = "vi",
) -> None:
    """Chấm điểm camket trên dữ liệu đã gán nhãn, kèm khoảng tin cậy 95% theo văn bản."""
    words = Words("en" if lang == "en" else "vi")
    records = list(read_records(gold, words))
    if not records:
        fail(words("no_gold", path=gold), Exit.UNREADABLE)
    for number, record in enumerate(records, 1):
        for field in NEEDED:
            if field not in record:
                reason = words("not_labelled", field=field)
                fail(words("bad_line", path=gold, line=number, field=field, reason=reason))
    from camket.api import annotate
    from camket.evaluation import evaluate

    predicted = {record["id"]: record for record in annotate(records)}
    for score in evaluate(records, predicted):
        typer.echo(f"{score.metric:20s} {score.value:.4f} [{score.low:.3f}; {score.high:.3f}] ({score.support})")
