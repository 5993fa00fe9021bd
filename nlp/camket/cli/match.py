"""``camket match``: lay commitments beside what is reported of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from camket.cli.common import Exit, Lang, LangOption, atomic_output, fail
from camket.cli.records import open_input
from camket.cli.tracking import FormatOption, OutOption, emit, read_pair, words_of
from camket.report.words import Words

NAME = "match"


def command(
    first: Annotated[str, typer.Argument(metavar="COMMITMENT", help="Bản cam kết; với --pairs là tệp IN.jsonl.")],
    second: Annotated[str, typer.Argument(metavar="REPORT", help="Báo cáo; với --pairs là tệp OUT.jsonl.")],
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Đọc các cặp văn bản (JSON Lines) và ghi kết quả; “-” là vào, ra chuẩn.")
    ] = False,
    format: FormatOption = None,
    out: OutOption = None,
    signed: Annotated[
        str | None, typer.Option("--signed", metavar="YYYY-MM-DD", help="Ngày ký cam kết, nếu văn bản không ghi.")
    ] = None,
    reported: Annotated[
        str | None, typer.Option("--reported", metavar="YYYY-MM-DD", help="Ngày báo cáo, nếu văn bản không ghi.")
    ] = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Đặt bản cam kết cạnh báo cáo: nội dung nào đã trả lời, đạt đến đâu, nội dung nào chưa thấy báo cáo."""
    if pairs:
        match_file(first, second, Words("en" if lang == "en" else "vi"))
        return
    from camket.audit.delays import delays
    from camket.linking.documents import match_documents
    from camket.report.tracking.match import match_dossier

    words = words_of(lang)
    commitment, report = read_pair(first, second, words, signed, reported)
    found = match_documents(commitment, report)
    emit(match_dossier(found, list(delays(report.annotations)), words), format, out, words)


def match_file(source: str, target: str, words: Words) -> None:
    """Fill the pairs of a JSON Lines file."""
    from camket.convert import RecordError
    from camket.linking.match import match_record, unlabelled

    with atomic_output(target, words) as out:
        for number, pair in read_pairs(source, words):
            try:
                found = match_record(unlabelled(pair))
            except RecordError as error:
                fail(words("bad_line", path=source, line=number, field=error.field, reason=error), Exit.USAGE)
            out.write(json.dumps(found, ensure_ascii=False) + "\n")


def read_pairs(path: str, words: Words) -> Iterator[tuple[int, dict[str, Any]]]:
    """Objects of a JSON Lines file with their line numbers."""
    with open_input(path, words) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                pair = json.loads(line.decode("utf-8-sig"))
            except ValueError as error:
                fail(words("bad_line", path=path, line=number, field="-", reason=words("bad_json", reason=error)))
            if not isinstance(pair, dict):
                fail(words("bad_line", path=path, line=number, field="-", reason=words("not_object")))
            yield number, pair
