"""The fast scorer and the matrix product say the same."""

from __future__ import annotations

import numpy as np
import pytest

from camket.convert import record_to_item
from camket.pipeline import STEPS, observe
from camket.scoring import store
from camket.scoring.features import item_row
from camket.scoring.heads import head

TEXTS = ["Trồng 12 ha rừng trước ngày 30/6/2024.", "", "Đã xong 3/4 cầu, còn 1 cầu chậm do mưa.", "x y z", "100%"]


@pytest.mark.parametrize("model", ["act"])
def test_same_scores_as_a_matrix_product(model):
    batch = [observe(record_to_item({"text": t, "kind": "report", "date": "2024-01-05"})) for t in TEXTS]
    for step in ("camket_times", "camket_figures", "camket_cues"):
        STEPS[step](batch)
    family = store.load("acts")
    rows = [item_row(one, family.vectoriser.index) for one in batch]
    expected = family.models[model].scores(family.vectoriser.transform(rows))
    assert np.allclose(family.scorer.scores(rows)[model], expected, atol=1e-4)


@pytest.mark.parametrize("kind", ["commitment", "report"])
def test_columns_of_the_head_are_those_of_its_evidence(kind):
    texts = [*TEXTS, "Đã đã đã xong.", "Tăng cường công tác tuyên truyền, phổ biến giáo dục pháp luật."]
    family = store.load("acts")
    known, index = family.vectoriser.known, family.vectoriser.index
    batch = [observe(record_to_item({"text": t, "kind": kind, "date": "2024-01-05"})) for t in texts]
    found = family.scorer.heads.find([one.columns(index)[0] for one in batch], [kind] * len(batch))
    for one, columns in zip(batch, found, strict=True):
        expected = {known(feature, -1) for feature in head(one.source.syllables.forms, kind)}
        cells = columns[columns >= 0].tolist()
        assert set(cells) == expected - {-1}
        assert len(cells) == len(set(cells))
