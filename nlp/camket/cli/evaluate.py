"""``camket evaluate``: how good the labels are on labelled records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from camket.cli.common import Exit, Lang, LangOption, fail
from camket.cli.records import read_records
from camket.report.words import Words

NAME = "evaluate"
NEEDED = ("id", "act", "target", "verdict", "times", "figures", "parties", "claims", "causes")


def command(
    gold: Annotated[
        str | None, typer.Argument(metavar="[GOLD.jsonl]", help="Bản ghi đã gán nhãn theo hướng dẫn của kho ngữ liệu.")
    ] = None,
    cards: Annotated[bool, typer.Option("--cards", help="In mọi bảng của thẻ mô hình.")] = False,
    corpus: Annotated[str | None, typer.Option("--corpus", help="Thư mục kho ngữ liệu (cho --cards).")] = None,
    write: Annotated[str | None, typer.Option("--write", help="Ghi thẻ vào thư mục mô hình thay vì in.")] = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Chấm điểm camket trên dữ liệu đã gán nhãn, kèm khoảng tin cậy 95% theo văn bản."""
    words = Words("en" if lang == "en" else "vi")
    if cards:
        _cards(corpus, write)
        return
    if gold is None:
        fail(words("no_gold", path="GOLD.jsonl"))
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


def _cards(corpus: str | None, write: str | None) -> None:
    """Print the tables of the model cards, or write the cards."""
    from camket.corpus import CorpusError, corpus_dir
    from camket.training.cards import CARDS, card_tables, gather, write_cards
    from camket.training.plot import draw_calibration

    try:
        evidence = gather(corpus_dir(corpus))
    except CorpusError as error:
        fail(str(error), Exit.UNREADABLE)
    if write:
        write_cards(Path(write), evidence, draw_calibration)
        return
    for name in CARDS:
        typer.echo(f"## {name}\n")
        for table in card_tables(name, evidence):
            typer.echo(table.markdown() + "\n")
