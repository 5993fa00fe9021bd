"""Read the labelled records and the fixed splits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ITEMS, DOCUMENTS, SPLITS = "items.jsonl", "documents.jsonl", "splits.json"


class CorpusError(RuntimeError):
    """The corpus is not there or not as it should be; the message says what to do."""


def corpus_dir(path: str | Path | None = None) -> Path:
    """Folder of the corpus: ``path``, or ``corpus/`` at the top of the checkout this package runs from.

    Raises
    ------
    CorpusError
        Where there is no corpus.
    """
    folder = Path(path) if path else Path(__file__).parents[3] / "corpus"
    if not (folder / ITEMS).is_file():
        raise CorpusError(
            f"Không thấy tệp {ITEMS} trong “{folder}”. Hãy chỉ thư mục corpus/ của kho mã nguồn bằng --corpus."
        )
    return folder


def read_records(folder: Path, split: str | None = None) -> Iterator[dict[str, Any]]:
    """Labelled records in file order; those of one split ("train", "validation", "test") only, if given."""
    wanted = set(read_splits(folder)[split]) if split else None
    with (folder / ITEMS).open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if wanted is None or record["doc"] in wanted:
                yield record


def read_splits(folder: Path) -> dict[str, list[str]]:
    """Documents of each split."""
    return json.loads((folder / SPLITS).read_text(encoding="utf-8"))
