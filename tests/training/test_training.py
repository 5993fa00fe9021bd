"""Training: the same bytes twice, no pickle, cards that agree with the models."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from camket.corpus import corpus_dir, read_records
from camket.scoring.store import models_dir
from camket.training.cards import CARDS, card_tables, gather
from camket.training.train import train_judgements

FAMILIES = ("acts", "acts_words", "causes", "claims_label", "claims_segment", "words")


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_same_records_give_the_same_bytes(tmp_path):
    records = list(read_records(corpus_dir(), "train"))[::12]
    for name in ("first", "second"):
        train_judgements(records, tmp_path / name, lambda _line: None)
    first = files(tmp_path / "first")
    assert first == files(tmp_path / "second")
    assert {name.split("/")[0] for name in first} == set(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES)
def test_models_open_without_pickle(family):
    for path in (models_dir() / family).glob("*.npz"):
        with np.load(path, allow_pickle=False) as stored:
            assert all(stored[name].dtype.kind == "f" for name in stored.files)


@pytest.mark.parametrize("family", ["acts", "acts_words", "claims_label", "claims_segment"])
def test_a_model_names_what_it_was_made_of(family):
    meta = json.loads((models_dir() / family / "meta.json").read_text(encoding="utf-8"))
    assert len(meta["corpus"]) == len(meta["code"]) == 64


@pytest.fixture(scope="module")
def evidence():
    return gather(corpus_dir())


@pytest.mark.parametrize("name", CARDS)
def test_cards_agree_with_the_models(name, evidence):
    card = (models_dir() / name / "README.md").read_text(encoding="utf-8")
    missing = [table.title for table in card_tables(name, evidence) if table.markdown() not in card]
    assert not missing, f"{name}: run “camket evaluate --cards --write models”"


def test_every_family_has_a_card():
    assert {path.parent.name for path in models_dir().glob("*/evidence.json")} == set(CARDS)


@pytest.mark.full
def test_every_table_of_the_cards_is_printed():
    done = subprocess.run(
        [sys.executable, "-m", "camket", "evaluate", "--cards"], capture_output=True, text=True, check=True
    )
    cards = [(models_dir() / name / "README.md").read_text(encoding="utf-8") for name in CARDS]
    titles = [line for card in cards for line in card.splitlines() if line.startswith("### ")]
    assert titles == [line for line in done.stdout.splitlines() if line.startswith("### ")]
