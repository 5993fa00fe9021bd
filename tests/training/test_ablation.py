"""The ablation: every variant measured, the parts really left out, slow values timed once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from camket.corpus import corpus_dir, read_records
from camket.training.ablation import METRICS, Data, run
from camket.training.ablation_table import markdown
from camket.training.rules_only import decide_by_rules
from camket.training.timed import Timed
from camket.training.variants import linear, variants_of


@pytest.fixture(scope="module")
def records() -> tuple[list[dict], list[dict]]:
    return tuple(list(read_records(corpus_dir(), split))[::25] for split in ("train", "test"))


def unit(text: str) -> np.ndarray:
    found = np.random.default_rng(len(text)).normal(size=8)
    return found / np.linalg.norm(found)


def test_every_variant_is_measured(records):
    results = run(*records, variants_of(Timed(unit)))
    names = [result.name for result in results]
    assert names == [
        "rules", "ngrams", "evidence", "both", "words", "words_tags", "second_look", "embedding", "both_embedding",
    ]  # fmt: skip
    for result in results:
        for scores in (result.crossed, result.test):
            assert set(scores) == set(METRICS)
            assert all(0 <= s.low <= s.value <= s.high <= 1 for s in scores.values())
        assert result.microseconds > 0
    page = markdown(results)
    assert page.count("\n| ") == len(results) + 2
    better = {result.name: result.crossed["act_macro_f1"].value for result in results}
    assert better["both"] > better["embedding"]


def test_without_embedding_its_rows_are_left_out(records):
    assert "embedding" not in variants_of(None)


@pytest.mark.parametrize(("words", "evidence"), [(False, True), (True, False)])
def test_a_part_left_out_makes_no_difference(records, words, evidence):
    train, test = (Data(part) for part in records)
    variant = linear(words=words, evidence=evidence)
    before, _ = variant(train, test)
    for one in test.observed:
        if words:
            one.times, one.figures, one.cues = (), (), ()
    assert variant(train, test)[0] == before


def test_rules_decide_without_learning(records):
    data = Data(records[1])
    right = [decide_by_rules(one)[0] == record["act"] for one, record in zip(data.observed, data.records, strict=True)]
    assert sum(right) > len(right) / 2


def test_a_slow_value_is_made_once():
    made: list[str] = []
    size = Timed(lambda text: made.append(text) or len(text))
    assert [size("a"), size("a"), size("bc")] == [1, 1, 2]
    assert size.seconds(["a", "bc", "d"]) >= 0
    assert made == ["a", "bc", "d"]


def test_the_command_names_a_missing_corpus(tmp_path: Path):
    command = [sys.executable, "-m", "camket", "ablation", "--corpus", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "--corpus" in done.stderr
