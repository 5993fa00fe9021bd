"""``camket match``: lay commitments beside what is reported of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from camket.cli.common import Exit, atomic_output, fail
from camket.cli.records import open_input
from camket.report.words import Language, Words

if TYPE_CHECKING:
    from camket.linking.documents import Side

NAME = "match"


def command(
    first: Annotated[str, typer.Argument(metavar="COMMITMENT", help="Bản cam kết; với --pairs là tệp IN.jsonl.")],
    second: Annotated[str, typer.Argument(metavar="REPORT", help="Báo cáo; với --pairs là tệp OUT.jsonl.")],
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Đọc các cặp văn bản (JSON Lines) và ghi kết quả; “-” là vào, ra chuẩn.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="Ngôn ngữ của thông báo: vi hoặc en.")] = "vi",
) -> None:
    """Đặt bản cam kết cạnh báo cáo: nội dung nào đã trả lời, đạt đến đâu, nội dung nào chưa thấy báo cáo."""
    language: Language = "en" if lang == "en" else "vi"
    if pairs:
        match_file(first, second, Words(language))
    else:
        show(first, second, as_json, language)


def show(commitment: str, report: str, as_json: bool, language: Language) -> None:
    """Print how the commitments of one file stand by another."""
    from camket.linking.documents import match_documents
    from camket.report.matching import render_match

    found = match_documents(*read_sides(commitment, report, language))
    if as_json:
        typer.echo(json.dumps(found.record(), ensure_ascii=False, indent=2))
    else:
        typer.echo(render_match(found, Words(language, "match_messages")), nl=False)


def read_sides(commitment: str, report: str, language: Language) -> tuple[Side, Side]:
    """Read a commitment and a report; a file that can't be read ends the program."""
    from camket.io import ReadError
    from camket.linking.documents import read_document

    words = Words(language)
    for path in (commitment, report):
        if not Path(path).is_file():
            fail(words("no_file", path=path), Exit.UNREADABLE)
    try:
        return read_document(commitment, "commitment"), read_document(report, "report")
    except ReadError as error:
        fail(str(error), Exit.UNREADABLE)


def match_file(source: str, target: str, words: Words) -> None:
    """Fill the pairs of a JSON Lines file."""
    from camket.convert import RecordError
    from camket.linking.match import match_record

    with atomic_output(target, words) as out:
        for number, pair in read_pairs(source, words):
            try:
                found = match_record(pair)
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
