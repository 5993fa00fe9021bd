"""The fast ways to scores and the matrix product say the same."""

from __future__ import annotations

import sys
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.convert import record_to_item
from camket.pipeline import STEPS, observe
from camket.scoring import acts, groups, store
from camket.scoring.features import expand, item_row
from camket.scoring.groups import GroupSums
from camket.scoring.heads import head
from camket.scoring.observed import Observed, place
from camket.scoring.pairs import PairTable

TEXTS = [
    "Trồng 12 ha rừng trước ngày 30/6/2024.", "", "Đã xong 3/4 cầu, còn 1 cầu chậm do mưa.", "x y z", "100%",
    "Nếu không hoàn thành, tôi xin chịu trách nhiệm; quyết tâm, quyết tâm, quyết tâm.",
]  # fmt: skip


def seen(texts: list[str], kind: str = "report") -> list[Observed]:
    batch = [observe(record_to_item({"text": t, "kind": kind, "date": "2024-01-05"})) for t in texts]
    for step in ("camket_times", "camket_figures", "camket_cues"):
        STEPS[step](batch)
    return batch


@pytest.mark.parametrize("kind", ["commitment", "report"])
def test_same_scores_as_a_matrix_product(kind):
    family, batch = store.load("acts"), seen(TEXTS, kind)
    rows = [item_row(one, family.vectoriser.index) for one in batch]
    expected = family.models["act"].scores(family.vectoriser.transform(rows))
    assert np.allclose(family.scorer.scores(rows)["act"], expected, atol=1e-4)
    assert np.allclose(acts.score(batch, family.scorer)[0], expected, atol=1e-4)


def test_scores_do_not_hang_on_what_else_is_in_the_batch():
    family, batch = store.load("acts"), seen(TEXTS)
    together, _ = acts.score(batch, family.scorer)
    alone = [acts.score([one], family.scorer)[0][0] for one in batch]
    assert np.allclose(together, alone, atol=1e-5)


@pytest.mark.parametrize("kind", ["commitment", "report"])
def test_columns_of_the_head_are_those_of_its_evidence(kind):
    texts = [*TEXTS, "Đã đã đã xong.", "Tăng cường công tác tuyên truyền, phổ biến giáo dục pháp luật."]
    family, batch = store.load("acts"), seen(texts, kind)
    known, index = family.vectoriser.known, family.vectoriser.index
    found = family.scorer.heads.find(place(batch, index), [kind] * len(batch))
    for one, columns in zip(batch, found, strict=True):
        expected = {known(feature, -1) for feature in head(one.source.syllables.forms, kind)}
        cells = columns[columns >= 0].tolist()
        assert set(cells) == expected - {-1}
        assert len(cells) == len(set(cells))


def test_columns_found_together_are_those_found_one_by_one():
    index, batch = store.word_index(), seen(TEXTS)
    place(batch, index)
    for one in batch:
        forms = one.source.syllables.forms
        assert one.columns(index) == index.columns(forms)
        assert one.columns(index)[0] == [int.from_bytes(index[form], sys.byteorder, signed=True) for form in forms]


def test_columns_that_were_found_are_selected():
    index, batch = store.word_index(), seen(TEXTS)
    place(batch, index)
    some = [*reversed(batch[1:]), batch[1]]
    selected, anew = place(some, index), index.place([one.source.syllables.forms for one in some])
    for name in ("starts", "lengths", "words", "pairs"):
        assert getattr(selected, name).tolist() == getattr(anew, name).tolist()


@settings(max_examples=50, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=400), st.lists(st.integers(-1, 30)))
def test_pairs_are_found_as_in_a_dictionary(pairs, words):
    numbered = {pair: number for number, pair in enumerate(sorted(pairs))}
    found = PairTable(list(numbered), 31).find(np.array([*words, -1]))
    assert found.tolist() == [numbered.get(pair, -1) for pair in pairwise([*words, -1])]


def test_a_full_table_of_groups_begins_anew(monkeypatch):
    scorer = store.load("acts").scorer
    sums = GroupSums(scorer.evidence, scorer.vectoriser.known, expand)
    items = [[("cue", (label, n))] for label in ("negation", "future", "praise") for n in (1, 2, 3)]
    expected = sums.total(items)
    monkeypatch.setattr(groups, "REMEMBERED", 2)
    small = GroupSums(scorer.evidence, scorer.vectoriser.known, expand)
    assert np.array_equal(small.total(items), expected)
    assert len(small) <= 2
