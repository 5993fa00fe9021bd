"""Reasons and abstention: spans of the text, from weights, few, and none that overlap."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.pipeline import analyse
from camket.records import Annotation, Item
from camket.scoring.acts import SURE
from camket.scoring.reasons import MOST

DAY = date(2023, 12, 10)


def read(text: str, kind: str = "commitment") -> Annotation:
    return next(iter(analyse([Item(text, kind, DAY)])))  # type: ignore[arg-type]


def told(annotation: Annotation) -> list[str]:
    return [annotation.item.text[c.start : c.end].lower() for c in annotation.judgement.reasons]


@pytest.mark.parametrize(
    ("text", "label", "word"),
    [
        ("Tăng cường công tác tuyên truyền, nâng cao nhận thức của người dân.", "target=no", "tăng cường"),
        ("Trồng mới ít nhất 15 ha rừng phòng hộ trước ngày 30/9/2024.", "target=yes", "ít nhất 15 ha"),
    ],
)
def test_what_decided_on_a_target(text, label, word):
    annotation = read(text)
    assert {c.label for c in annotation.judgement.reasons} == {label}
    assert any(word.split()[0] in reason for reason in told(annotation))


def test_what_decided_on_an_act():
    annotation = read("Kiến nghị UBND huyện bố trí bổ sung 2 tỷ đồng để sửa kênh Bàu Sen.", "report")
    assert annotation.judgement.act == "proposal"
    assert any("kiến nghị" in reason or "nghị" in reason for reason in told(annotation))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["commitment", "report"]))
def test_reasons_lie_in_the_text(text, kind):
    reasons = sorted(read(text, kind).judgement.reasons, key=lambda c: c.start)
    assert len(reasons) <= MOST
    assert all(0 <= c.start < c.end <= len(text) for c in reasons)
    assert all(a.end <= b.start for a, b in itertools.pairwise(reasons))


def test_unsure_items_ask_for_a_person():
    texts = ["Xem mục trên.", "Cầu.", "Đường thôn.", "Trồng 12 ha rừng trước ngày 30/6/2024."]
    for annotation in analyse([Item(t, "commitment", DAY) for t in texts]):
        judgement = annotation.judgement
        sure = judgement.probabilities[f"act={judgement.act}"]
        if judgement.target is not None:
            sure *= max(judgement.probabilities["target"], 1 - judgement.probabilities["target"])
        assert judgement.abstain is (sure < SURE)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Tăng cường công tác tuyên truyền.", "tăng cường"),
        ("Tích cực bám sát địa phương, vận động bà con.", "tích cực"),
    ],
)
def test_syllables_that_decide_together_are_told_together(text, whole):
    assert whole in told(read(text))
