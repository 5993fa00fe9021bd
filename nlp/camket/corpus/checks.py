"""What must hold of the corpus as a whole: documents, splits, minimal pairs, no copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from camket.corpus.items import Problem, check_item
from camket.corpus.ngrams import HALF, Index, grams
from camket.corpus.reader import ITEMS, read_documents, read_lines, read_pairs, read_splits
from camket.corpus.schema import SPAN_FIELDS, DocumentModel, schema_errors

Record = Mapping[str, Any]
TWO_TIER = "2025-07-01"
# Fewer shared 5-grams than this are a formula ("Căn cứ Luật … ngày …"), not a copy.
MIN_SHARED = 6


def validate(folder: Path, held_out: Path | None = None) -> list[Problem]:
    """Everything wrong with a corpus folder; empty where it is clean.

    Parameters
    ----------
    folder : Path
        Folder with ``items.jsonl``, ``documents.jsonl``, ``splits.json`` and perhaps ``pairs.jsonl``.
    held_out : Path, optional
        Labelled records that must not be repeated in the corpus (JSON Lines).
    """
    items, documents, splits = read_lines(folder / ITEMS), read_documents(folder), read_splits(folder)
    problems = [problem for item in items for problem in check_item(item)]
    problems += check_documents(items, documents)
    problems += check_splits(documents, splits)
    problems += check_pairs(items, read_pairs(folder), splits)
    problems += check_repeats(items, splits)
    if held_out:
        problems += check_held_out(items, read_lines(held_out))
    return problems


def check_documents(items: Sequence[Record], documents: Sequence[Record]) -> Iterator[Problem]:
    """Each item stands in a known document of the same kind and date; ids are unique."""
    known = {document.get("doc"): document for document in documents}
    for document in documents:
        where = str(document.get("doc"))
        yield from (Problem(where, error) for error in schema_errors(document, DocumentModel))
        if (document.get("era") == "two-tier") != (str(document.get("date")) >= TWO_TIER):
            yield Problem(where, "era does not fit the date")
    for name, count in Counter([d.get("doc") for d in documents] + [i.get("id") for i in items]).items():
        if count > 1:
            yield Problem(str(name), "name is used twice")
    for item in items:
        document = known.get(item.get("doc"), {})
        if any(item.get(field) != document.get(field) for field in ("doc", "kind", "date")):
            yield Problem(str(item.get("id")), "its document is unknown or has another kind or date")
    for name in known.keys() - {item.get("doc") for item in items}:
        yield Problem(str(name), "document without items")


def check_splits(documents: Sequence[Record], splits: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Train, validation and test hold every document once."""
    if set(splits) != {"train", "validation", "test"}:
        yield Problem("splits", "should be train, validation and test")
    placed = Counter(name for names in splits.values() for name in names)
    for name in {document.get("doc") for document in documents} ^ set(placed):
        yield Problem(str(name), "is in the splits or in the documents, not in both")
    yield from (Problem(name, "is in the splits twice") for name, count in placed.items() if count > 1)


def check_pairs(
    items: Sequence[Record], pairs: Sequence[Sequence[str]], splits: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    """Both halves of a minimal pair exist, lie in one split, and differ in a label."""
    known = {item["id"]: item for item in items}
    split_of = {name: split for split, names in splits.items() for name in names}
    for pair in pairs:
        where = " / ".join(pair)
        halves = [known[name] for name in pair if name in known]
        if len(pair) != 2 or len(halves) != 2:
            yield Problem(where, "a half of the pair is missing")
        elif len({split_of.get(half["doc"]) for half in halves}) > 1:
            yield Problem(where, "the halves lie in two splits")
        elif _labels(halves[0]) == _labels(halves[1]):
            yield Problem(where, "the halves have the same labels")


def _labels(item: Record) -> Any:
    spans = [[{k: v for k, v in s.items() if k not in ("start", "end")} for s in item[f]] for f in SPAN_FIELDS]
    return item["act"], item["target"], item["verdict"], spans, item["causes"]


def check_repeats(items: Sequence[Record], splits: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """No text twice in a document; no near-duplicates in two splits."""
    seen: Counter[tuple[str, str]] = Counter((item["doc"], item["text"]) for item in items)
    yield from (Problem(doc, f"text twice: {text[:60]}") for (doc, text), count in seen.items() if count > 1)
    split_of = {name: split for split, names in splits.items() for name in names}
    index = Index([item["text"] for item in items])
    for number, item in enumerate(items):
        for other in _copies(index, index.grams[number]):
            if other < number and split_of.get(items[other]["doc"]) != split_of.get(item["doc"]):
                yield Problem(item["id"], f"is close to {items[other]['id']} of another split")


def check_held_out(items: Sequence[Record], held_out: Sequence[Record]) -> Iterator[Problem]:
    """No item repeats a held-out text, whole or over half."""
    index = Index([record["text"] for record in held_out])
    texts = {record["text"]: record["id"] for record in held_out}
    for item in items:
        close = [held_out[number]["id"] for number in _copies(index, grams(item["text"]))]
        if item["text"] in texts:
            close.append(texts[item["text"]])
        if close:
            yield Problem(item["id"], f"repeats the held-out record {close[0]}")


def _copies(index: Index, found: set[tuple[str, ...]]) -> Iterator[int]:
    for number, count in index.shared(found).items():
        if count >= MIN_SHARED and count > HALF * min(len(found), len(index.grams[number])):
            yield number
