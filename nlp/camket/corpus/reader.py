"""Read the labelled records and the fixed splits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ITEMS, DOCUMENTS, SPLITS, PAIRS = "items.jsonl", "documents.jsonl", "splits.json", "pairs.jsonl"


class CorpusError(RuntimeError):
    """The corpus is not there or not as it should be; the message says what to do."""


def corpus_dir(path: str | Path | None = None) -> Path:
    """Folder of the corpus.

    Parameters
    ----------
    path : str or Path, optional
        By default ``corpus/`` at the top of the checkout this package runs from.

    Returns
    -------
    Path

    Raises
    ------
    CorpusError
        Where there is no corpus.

    Examples
    --------
    >>> (corpus_dir() / "splits.json").is_file()
    True
    """
    folder = Path(path) if path else Path(__file__).parents[3] / "corpus"
    if not (folder / ITEMS).is_file():
        raise CorpusError(
            f"Không thấy tệp {ITEMS} trong “{folder}”. Hãy chỉ thư mục corpus/ của kho mã nguồn bằng --corpus."
        )
    return folder


def read_records(folder: Path, split: str | None = None) -> Iterator[dict[str, Any]]:
    """Labelled records in file order.

    Parameters
    ----------
    folder : Path
        The corpus, as :func:`corpus_dir` gives it.
    split : {"train", "validation", "test"}, optional
        One split only.

    Yields
    ------
    dict
        As the corpus guidelines define it.

    Examples
    --------
    >>> next(read_records(corpus_dir(), "test"))["kind"] in ("commitment", "report")
    True
    """
    wanted = set(read_splits(folder)[split]) if split else None
    with (folder / ITEMS).open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if wanted is None or record["doc"] in wanted:
                yield record


def read_splits(folder: Path) -> dict[str, list[str]]:
    """Documents of each split.

    Parameters
    ----------
    folder : Path
        The corpus, as :func:`corpus_dir` gives it.

    Returns
    -------
    dict of str to list of str

    Examples
    --------
    >>> list(read_splits(corpus_dir()))
    ['train', 'validation', 'test']
    """
    splits: dict[str, list[str]] = json.loads((folder / SPLITS).read_text(encoding="utf-8"))
    return splits


def read_documents(folder: Path) -> list[dict[str, Any]]:
    """What is known of each document, in file order.

    Parameters
    ----------
    folder : Path
        The corpus, as :func:`corpus_dir` gives it.

    Returns
    -------
    list of dict
        ``doc``, ``kind``, ``date``, ``type``, ``organisation``, ``level``, ``field``, ``era``, ``wording``.

    Examples
    --------
    >>> "organisation" in read_documents(corpus_dir())[0]
    True
    """
    return read_lines(folder / DOCUMENTS)


def plain_documents(folder: Path) -> set[str]:
    """Documents whose writers were asked for the plain wording of real reports, by name.

    Parameters
    ----------
    folder : Path
        The corpus, as :func:`corpus_dir` gives it.

    Returns
    -------
    set of str

    Examples
    --------
    >>> plain_documents(corpus_dir()) <= {document["doc"] for document in read_documents(corpus_dir())}
    True
    """
    return {document["doc"] for document in read_documents(folder) if document.get("wording") == "plain"}


def read_pairs(folder: Path) -> list[list[str]]:
    """Minimal pairs: two items that differ in one thing.

    Parameters
    ----------
    folder : Path
        The corpus, as :func:`corpus_dir` gives it.

    Returns
    -------
    list of list of str
        The ids of both items; empty where the file is missing.

    Examples
    --------
    >>> len(read_pairs(corpus_dir())[0])
    2
    """
    path = folder / PAIRS
    return [pair["items"] for pair in read_lines(path)] if path.is_file() else []


def read_lines(path: Path) -> list[dict[str, Any]]:
    """All records of a JSON Lines file.

    Parameters
    ----------
    path : Path

    Returns
    -------
    list of dict

    Raises
    ------
    CorpusError
        Where the file can't be read or a line is no JSON object.

    Examples
    --------
    >>> read_lines(corpus_dir() / "pairs.jsonl")[0].keys() >= {"items", "differ"}
    True
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"Không đọc được tệp “{path}”. Hãy kiểm tra lại tên, quyền đọc và mã UTF-8.") from error
    records = []
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
        except ValueError as error:
            raise CorpusError(f"{path}, dòng {number}: không phải là JSON hợp lệ. Hãy sửa dòng này.") from error
        if not isinstance(record, dict):
            raise CorpusError(f"{path}, dòng {number}: mỗi dòng phải là một đối tượng JSON. Hãy sửa dòng này.")
        records.append(record)
    return records
