"""The data card states what the files hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from camket.corpus import corpus_dir, read_documents, read_lines, read_pairs, read_records
from camket.evaluation.agreement import agreement


def card(folder: Path) -> str:
    return (folder / "README.md").read_text(encoding="utf-8")


def test_the_card_counts_items_documents_and_pairs() -> None:
    folder = corpus_dir()
    counts = (sum(1 for _ in read_records(folder)), len(read_documents(folder)))
    assert "{:,} items from {} made-up".format(*counts) in card(folder)
    assert f"{len(read_pairs(folder))} minimal pairs" in card(folder)


def test_the_card_states_the_agreement_of_the_stored_labellings() -> None:
    folder = corpus_dir()
    paths = sorted(folder.glob("second/*.jsonl"))
    labellings = [{record["id"]: record for record in read_lines(path)} for path in paths]
    if len(labellings) < 2:
        pytest.skip("no second labelling stored")
    for found in agreement(labellings):
        line = f"{found.field:18s} {found.measure:6s} {found.value:6.3f}  ({found.support})"
        assert line in card(folder)
