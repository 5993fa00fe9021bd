"""The fast scorer and the matrix product say the same."""

from __future__ import annotations

import numpy as np
import pytest

from camket.convert import record_to_item
from camket.pipeline import STEPS, observe
from camket.scoring import store
from camket.scoring.features import item_row

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
