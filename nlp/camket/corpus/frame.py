"""The labelled corpus as data frames."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from camket.convert import from_dict, record_to_item
from camket.corpus.reader import corpus_dir, read_documents, read_records, read_splits
from camket.frames import Level, annotations_frame
from camket.records import Annotation, Evidence, Judgement

if TYPE_CHECKING:
    import pandas

SPLITS = ("train", "validation", "test")
# Columns that only camket's own analysis fills.
_EMPTY = [
    "label", "section", "verdict_in_document", "abstain", "person", "task", "time", "accountability", "authority",
    "product", "score",
]  # fmt: skip
_CATEGORIES = ["split", "type", "level", "era"]


def read_corpus(path: str | Path | None = None, *, split: str | None = None, level: Level = "item") -> pandas.DataFrame:
    """The labels of the corpus, each row with what is known of its document.

    Parameters
    ----------
    path : str or Path, optional
        Folder of a corpus; by default ``corpus/`` of the checkout this package runs from.
    split : {"train", "validation", "test"}, optional
        One split only.
    level : {"item", "commitment", "time", "figure", "party", "claim", "cause"}
        What a row is; columns as in :func:`camket.frames.annotations_frame`.

    Returns
    -------
    pandas.DataFrame
        The labelled fields, then ``split``, ``type``, ``organisation``, ``level``, ``field``, ``era`` and ``year`` of
        the document. Documents that ``documents.jsonl`` does not list have missing values there.

    Raises
    ------
    camket.corpus.CorpusError
        Where there is no corpus.
    ValueError
        Where there is no such level or split.

    Examples
    --------
    >>> claims = read_corpus(split="test", level="claim")
    >>> claims["result"].value_counts().idxmax()
    'completed'
    """
    folder = corpus_dir(path)
    if split is not None and split not in SPLITS:
        raise ValueError(f"Không có phần “{split}”. Hãy chọn một trong: {', '.join(SPLITS)}.")
    annotations = [labelled_annotation(record) for record in read_records(folder, split)]
    frame = annotations_frame(annotations, level)
    frame = frame.drop(columns=[name for name in _EMPTY if name in frame and level in ("item", "commitment")])
    return frame.merge(_documents(folder), on="doc", how="left")


def labelled_annotation(record: Mapping[str, Any]) -> Annotation:
    """A labelled record as the annotation it stands for: no criteria, no findings, no probabilities.

    Examples
    --------
    >>> record = {"text": "Xong.", "kind": "report", "act": "claim", "target": None, "verdict": None, "claims": [
    ...     {"start": 0, "end": 4, "result": "completed", "timing": "unstated", "estimated": False}]}
    >>> labelled_annotation(record).evidence.claims[0].result
    'completed'
    """
    judgement = {**{name: record.get(name) for name in ("act", "target", "verdict")}, "verdict_in_document": None}
    return Annotation(record_to_item(record), from_dict(Evidence, record), from_dict(Judgement, judgement))


def _documents(folder: Path) -> pandas.DataFrame:
    import pandas as pd

    split_of = {doc: name for name, docs in read_splits(folder).items() for doc in docs}
    rows = [{**record, "split": split_of.get(record["doc"])} for record in read_documents(folder)]
    frame = pd.DataFrame(rows).drop(columns=["kind"])
    frame["year"] = pd.to_datetime(frame.pop("date")).dt.year.astype("Int64")
    frame = frame.astype({"doc": "string", "organisation": "string", "field": "string"})
    frame = frame.astype(dict.fromkeys(_CATEGORIES, "category"))
    frame["split"] = frame["split"].cat.set_categories(SPLITS)
    return frame[["doc", "split", "type", "organisation", "level", "field", "era", "year"]]
