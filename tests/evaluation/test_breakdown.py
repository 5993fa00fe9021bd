"""Scores by class, mistakes, calibration."""

from __future__ import annotations

import pytest

from camket.evaluation.breakdown import NOTHING, class_scores, confusions, decided
from camket.evaluation.calibration import calibration_error, reliability


def record(name: str, act: str, claims: list[tuple[int, int, str]] = [], causes: list[str] = []) -> dict:  # noqa: B006
    spans = [{"start": a, "end": b, "result": r, "timing": "unstated", "estimated": False} for a, b, r in claims]
    return {"id": name, "doc": name[0], "act": act, "target": None, "verdict": None, "claims": spans, "causes": causes}


GOLD = [
    record("a1", "claim", [(0, 10, "completed"), (12, 20, "not_met")]),
    record("a2", "cause", causes=["land", "approval"]),
    record("b1", "claim"),
]
GIVEN = {
    "a1": record("a1", "claim", [(0, 9, "mostly")]),
    "a2": record("a2", "claim", causes=["land"]),
    "b1": record("b1", "claim", [(0, 5, "completed")]),
}


def test_spans_without_a_partner_count_as_nothing():
    assert list(decided(GOLD[0], GIVEN["a1"], "result")) == [("completed", "mostly"), ("not_met", NOTHING)]
    assert list(decided(GOLD[2], GIVEN["b1"], "result")) == [(NOTHING, "completed")]


def test_class_scores():
    scores = {s.metric: s for s in class_scores(GOLD, GIVEN, "act")}
    assert scores["claim"].value == pytest.approx(0.8)
    assert (scores["cause"].value, scores["cause"].support) == (0.0, 1)
    assert scores["claim"].low <= scores["claim"].value <= scores["claim"].high


def test_confusions():
    assert confusions(GOLD, GIVEN, "causes") == [("approval", NOTHING, 1)]
    assert confusions(GOLD, GIVEN, "act") == [("cause", "claim", 1)]


def test_calibration_of_a_perfect_and_of_a_boastful_judge():
    assert calibration_error(reliability([1.0] * 4, [True] * 4)) == 0
    assert calibration_error(reliability([0.95] * 4, [True, False] * 2)) == pytest.approx(0.45)
    assert calibration_error([]) == 0
