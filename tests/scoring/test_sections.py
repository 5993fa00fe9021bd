"""The section an item stands in decides where the words alone do not."""

from __future__ import annotations

from datetime import date

import pytest

import camket
from camket.pipeline import analyse
from camket.records import Item
from camket.scoring.sections import best_act, weigh

EVEN = {"act=claim": 0.3, "act=commitment": 0.3, "act=cause": 0.2, "act=proposal": 0.1, "act=other": 0.1, "target": 0.7}


@pytest.mark.parametrize(
    ("section", "act"),
    [("results", "claim"), ("directions", "commitment"), ("causes", "cause"), ("proposals", "proposal")],
)
def test_section_tips_the_balance(section: str, act: str) -> None:
    assert best_act(weigh(EVEN, section)) == act


@pytest.mark.parametrize("section", [None, "situation", "lessons"])
def test_other_sections_change_nothing(section: str | None) -> None:
    assert weigh(EVEN, section) == EVEN


def test_acts_stay_probabilities_and_the_rest_is_kept() -> None:
    weighed = weigh(EVEN, "results")
    assert sum(p for k, p in weighed.items() if k.startswith("act=")) == pytest.approx(1)
    assert weighed["target"] == 0.7


def test_plain_words_win_over_a_section() -> None:
    item = Item("Phấn đấu trồng mới 120 ha rừng trước ngày 30/9/2025.", "report", date(2025, 1, 5), section="results")
    assert next(analyse([item])).judgement.act == "commitment"


@pytest.mark.parametrize(
    ("context", "text", "act"),
    [
        ("Nguyên nhân", "Trạm y tế thiếu 2 bác sĩ chưa được bổ sung.", "cause"),
        ("Nguyên nhân chủ quan", "Kế toán xã còn thiếu, chưa được tập huấn.", "cause"),
        (None, "Trạm y tế thiếu 2 bác sĩ chưa được bổ sung.", "claim"),
        ("Nội dung | Nguyên nhân", "Trạm y tế thiếu 2 bác sĩ chưa được bổ sung.", "claim"),
        ("Mục tiêu", "100% thôn có nhà văn hóa.", "commitment"),
    ],
)
def test_a_heading_above_an_item_weighs_too(context, text, act):
    record = {"text": text, "kind": "report", "date": "2024-12-10", "context": context}
    assert next(camket.annotate([record]))["act"] == act
