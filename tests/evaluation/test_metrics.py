"""The metrics on cases whose answer can be worked out by hand."""

from __future__ import annotations

import pytest

from camket.evaluation import evaluate
from camket.evaluation.matching import pairs, same_figure, same_time

EMPTY = {"times": [], "figures": [], "parties": [], "claims": [], "causes": []}


def commitment(name: str, verdict: str, **fields: object) -> dict:
    return {
        "id": name,
        "doc": name,
        "act": "commitment",
        "target": verdict != "vague",
        "verdict": verdict,
        **EMPTY,
        **fields,
    }


def scores(gold: list[dict], predicted: list[dict]) -> dict[str, float]:
    return {s.metric: s.value for s in evaluate(gold, {p["id"]: p for p in predicted})}


def test_perfect_predictions_score_one() -> None:
    gold = [commitment("a", "vague"), commitment("b", "clear", causes=["land"])]
    assert set(scores(gold, gold).values()) == {1.0}


def test_macro_f1_is_the_mean_over_labelled_classes() -> None:
    gold = [commitment("a", "vague"), commitment("b", "clear"), commitment("c", "clear")]
    predicted = [commitment("a", "vague"), commitment("b", "vague"), commitment("c", "clear")]
    assert scores(gold, predicted)["verdict_macro_f1"] == pytest.approx(2 / 3)


def test_vague_raised_on_what_is_no_commitment_counts_against_precision() -> None:
    gold = [commitment("a", "vague"), {**commitment("b", "vague"), "act": "claim", "target": None, "verdict": None}]
    predicted = [commitment("a", "vague"), commitment("b", "vague")]
    assert scores(gold, predicted)["vague_f1"] == pytest.approx(2 / 3)


def test_a_missing_prediction_is_all_wrong() -> None:
    assert scores([commitment("a", "vague")], [])["vague_f1"] == 0


def test_spans_pair_one_to_one_from_half_overlap() -> None:
    gold = [{"start": 0, "end": 10}, {"start": 10, "end": 20}]
    assert len(pairs(gold, [{"start": 0, "end": 20}])) == 1
    assert pairs(gold, [{"start": 6, "end": 14}]) == []


def test_the_interval_holds_the_value() -> None:
    gold = [commitment(str(i), "vague" if i % 2 else "clear") for i in range(20)]
    predicted = [commitment(str(i), "vague" if i % 3 else "clear") for i in range(20)]
    for score in evaluate(gold, {p["id"]: p for p in predicted}):
        assert score.low <= score.value <= score.high


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("hộ", "hộ dân", True),
        ("hộ dân", "hộ", True),
        ("hộ", "hộ nghèo mới", False),
        ("điểm", "điểm %", False),
        ("%", "%/năm", False),
        (None, None, True),
        ("ha", None, False),
    ],
)
def test_units(a: str | None, b: str | None, same: bool) -> None:
    figure = {"low": 1, "high": 1, "of": None}
    assert same_figure({**figure, "unit": a}, {**figure, "unit": b}) is same


def test_order_of_recurrence_parts_does_not_matter() -> None:
    time = {"from": None, "to": None, "bound": "in", "event": None}
    assert same_time({**time, "rrule": "FREQ=MONTHLY;INTERVAL=3"}, {**time, "rrule": "INTERVAL=3;FREQ=MONTHLY"})
