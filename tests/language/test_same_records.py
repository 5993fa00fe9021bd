"""The same records by every way there is: Docs one by one, streams, processes, DocBin, disk, pickle, command line.

Over items of the corpus always, over the labelled examples outside the project where they are.
"""

from __future__ import annotations

import json
import math
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import camket
import camket.pandas
from camket.convert import LABEL_FIELDS, annotation_to_record
from camket.corpus import corpus_dir, read_lines, read_records

Record = dict[str, Any]
TOLERANCE = 1e-9


def bare(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in LABEL_FIELDS}


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return camket.load()


@pytest.fixture(scope="module", params=["corpus", "examples outside"])
def records(request: pytest.FixtureRequest) -> list[Record]:
    if request.param == "corpus":
        return [bare(r) for r in list(read_records(corpus_dir(), "validation"))[:150]]
    folder = request.getfixturevalue("shared")
    return [bare(r) for r in read_lines(folder / "gold" / "dev.jsonl")]


@pytest.fixture(scope="module")
def expected(records: list[Record]) -> list[Record]:
    return [{name: record[name] for name in LABEL_FIELDS} for record in camket.annotate(records)]


def made(nlp: spacy.Language, records: list[Record]) -> Iterator[Doc]:
    for r in records:
        yield camket.make_doc(r["text"], date=r.get("date"), kind=r["kind"], context=r.get("context"), nlp=nlp)


def one_by_one(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    return [camket.get_record(nlp(doc)) for doc in made(nlp, records)]


def by_annotation(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    return [annotation_to_record(doc._.camket) for doc in nlp.pipe(made(nlp, records))]


def stream(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    return [camket.get_record(doc) for doc in nlp.pipe(made(nlp, records), batch_size=7)]


def tuples(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    texts = [(record["text"], record) for record in records]
    return [doc._.camket_record for doc, _ in nlp.pipe(texts, as_tuples=True)]


def processes(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    return [camket.get_record(doc) for doc in nlp.pipe(made(nlp, records), n_process=2, batch_size=20)]


def tuples_in_processes(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    texts = [(record["text"], record) for record in records]
    return [camket.get_record(d) for d, _ in nlp.pipe(texts, as_tuples=True, n_process=2, batch_size=20)]


def doc_bin(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    data = DocBin(docs=nlp.pipe(made(nlp, records)), store_user_data=True).to_bytes()
    return [camket.get_record(doc) for doc in DocBin().from_bytes(data).get_docs(nlp.vocab)]


def disk(nlp: spacy.Language, records: list[Record], folder: Path) -> list[Record]:
    nlp.to_disk(folder / "nlp")
    again = spacy.load(folder / "nlp")
    return [camket.get_record(doc) for doc in again.pipe(made(again, records))]


def pickled_doc(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    docs = list(nlp.pipe(made(nlp, records)))
    return [camket.get_record(doc) for doc in pickle.loads(pickle.dumps(docs))]


def pickled_pipeline(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    again = pickle.loads(pickle.dumps(nlp))
    return [camket.get_record(doc) for doc in again.pipe(made(again, records))]


def bytes_of_docs(nlp: spacy.Language, records: list[Record], _: Path) -> list[Record]:
    stored = [doc.to_bytes() for doc in nlp.pipe(made(nlp, records))]
    return [camket.get_record(Doc(nlp.vocab).from_bytes(data)) for data in stored]


def words_for_tokens(_: spacy.Language, records: list[Record], _folder: Path) -> list[Record]:
    other = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "camket.words.v1"}}})
    for name in camket.load().pipe_names:
        other.add_pipe(name)
    return [camket.get_record(doc) for doc in other.pipe(made(other, records))]


def command_line(_: spacy.Language, records: list[Record], folder: Path) -> list[Record]:
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    command = [sys.executable, "-m", "camket", "annotate", str(source), str(target), "--jobs", "2"]
    subprocess.run(command, check=True, capture_output=True)
    return [{name: line[name] for name in LABEL_FIELDS} for line in read_lines(target)]


WAYS: list[Callable[[spacy.Language, list[Record], Path], list[Record]]] = [
    one_by_one, by_annotation, stream, tuples, processes, tuples_in_processes, doc_bin, disk, pickled_doc,
    pickled_pipeline, bytes_of_docs, words_for_tokens, command_line,
]  # fmt: skip


def same(a: Any, b: Any) -> bool:
    """Equal, numbers with a fraction to 1e-9."""
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=0, abs_tol=TOLERANCE)
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_same_records(
    way: Callable, nlp: spacy.Language, records: list[Record], expected: list[Record], tmp_path: Path
) -> None:
    found = way(nlp, records, tmp_path)
    assert len(found) == len(expected)
    different = [r["text"] for r, a, b in zip(records, found, expected, strict=True) if not same(a, b)]
    assert different == []


def test_probabilities_are_not_rounded_to_agree(nlp: spacy.Language, records: list[Record]) -> None:
    """The records round to six places; what stands behind them agrees to nine."""
    alone = [nlp(doc)._.camket_probabilities for doc in made(nlp, records[:40])]
    together = [doc._.camket_probabilities for doc in nlp.pipe(made(nlp, records[:40]))]
    assert all(same(dict(a), dict(b)) for a, b in zip(alone, together, strict=True))
