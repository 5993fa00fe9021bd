"""``camket corpus export`` and ``import``: the corpus for spaCy and for Label Studio, and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from camket.cli.common import Exit, atomic_output, fail, say
from camket.cli.corpus.common import Folder, find, readable
from camket.report.words import Words


def export(
    target: Annotated[str, typer.Argument(metavar="OUT", help="Tệp .spacy (DocBin) hoặc .json (Label Studio).")],
    corpus: Folder = None,
    split: Annotated[
        str | None, typer.Option("--split", help="train, validation hoặc test; mặc định là tất cả.")
    ] = None,
) -> None:
    """Xuất sang DocBin của spaCy hoặc nhiệm vụ của Label Studio (kèm giao diện gán nhãn .xml)."""
    from camket.corpus import read_records

    path = Path(target)
    with readable():
        folder = find(corpus)
        if split not in (None, "train", "validation", "test"):
            fail(f"Không có phần “{split}”. Hãy chọn train, validation hoặc test.")
        records = list(read_records(folder, split))
    if path.suffix == ".spacy":
        from camket.corpus.docbin import to_docbin

        _write_bytes(path, to_docbin(records))
    elif path.suffix == ".json":
        from camket.corpus.label_studio import config, to_task

        _write_text(path, json.dumps([to_task(record) for record in records], ensure_ascii=False))
        _write_text(path.with_suffix(".xml"), config())
    else:
        fail(f"Không rõ định dạng của “{target}”. Hãy đặt đuôi .spacy hoặc .json.")


def import_(
    source: Annotated[str, typer.Argument(metavar="IN", help="Tệp .spacy hoặc .json đã xuất và có thể đã sửa.")],
    target: Annotated[str, typer.Argument(metavar="OUT.jsonl", help="Tệp bản ghi; “-” là đầu ra chuẩn.")],
) -> None:
    """Đọc lại bản ghi từ DocBin hoặc Label Studio, kiểm tra từng mục rồi ghi JSONL."""
    from camket.corpus.items import check_item

    records = _imported(Path(source))
    problems = [problem for record in records for problem in check_item(record)]
    for problem in problems:
        say(f"{problem.where}: {problem.message}")
    with atomic_output(target, Words("vi")) as out:
        out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    raise typer.Exit(Exit.FINDINGS if problems else Exit.CLEAN)


def _imported(path: Path) -> list[dict[str, Any]]:
    try:
        if path.suffix == ".spacy":
            from camket.corpus.docbin import from_docbin

            return list(from_docbin(path.read_bytes()))
        from camket.corpus.label_studio import from_task

        return [from_task(task) for task in json.loads(path.read_text(encoding="utf-8"))]
    except OSError:
        fail(Words("vi")("no_file", path=path), Exit.UNREADABLE)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        fail(f"Tệp “{path}” không phải tệp đã xuất từ kho ngữ liệu ({error}).", Exit.UNREADABLE)


def _write_text(path: Path, text: str) -> None:
    with atomic_output(str(path), Words("vi")) as out:
        out.write(text)


def _write_bytes(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        fail(Words("vi")("cannot_write", path=path, reason=error.strerror))
