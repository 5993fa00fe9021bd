"""How a promise stands by a report: cases with near misses, minimal pairs, pieces, pace."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from camket.linking.match import match_record
from camket.linking.outcome.decide import Setting, judge
from camket.linking.outcome.pieces import judge_together
from camket.linking.reading import read_side
from camket.linking.unit import prepare
from camket.records import Item
from support import cases_of

LINKS = Path(__file__).parents[2] / "corpus" / "links"
MINIMAL = [json.loads(line) for line in (LINKS / "minimal.jsonl").read_text(encoding="utf-8").splitlines()]
CASES = cases_of("links", "outcomes.yaml")
YEAR_END = "2023-12-20"


def units(texts, kind, day, context=None):
    day = date.fromisoformat(day)
    return prepare(read_side([Item(t, kind, day, context, id=str(i)) for i, t in enumerate(texts)]))


def judged(promise, report, signed="2023-02-10", told=YEAR_END, context=None):
    commitments, reports = units([promise], "commitment", signed), units([report], "report", told, context)
    return judge(commitments[0], reports[0], Setting.of(commitments, reports))


@pytest.mark.parametrize(("group", "case"), CASES, ids=[case["report"][:60] for _, case in CASES])
def test_cases(group, case):
    day, signed = str(group.get("day", YEAR_END)), str(group.get("signed", "2023-02-10"))
    found = judged("1. " + case["promise"], case["report"], signed, day, group.get("header"))
    assert found.outcome == case["outcome"], found
    assert case.get("shown", "") in found.calculation
    assert "late" not in case or found.late == case["late"]
    behind = found.pace.is_behind if found.pace else None
    assert behind == case.get("behind")


@pytest.mark.parametrize("pair", MINIMAL, ids=lambda pair: pair["id"])
def test_minimal_pairs_flip(pair):
    assert len({case["outcome"] for case in pair["cases"]}) == 2
    for case in pair["cases"]:
        found = judged(pair["commitment"]["text"], case["text"], pair["commitment"]["date"], pair["report"]["date"])
        assert found.outcome == case["outcome"], (case["text"], found)


def test_there_are_a_hundred_minimal_pairs():
    assert len({pair["id"] for pair in MINIMAL}) >= 100


def test_pieces_of_one_promise_are_added_up():
    commitments = units(["1. Tập huấn cho 3.000 cán bộ trong năm 2023."], "commitment", "2023-02-10")
    texts = ["Tập huấn trực tiếp cho 1.240 cán bộ.", "Tập huấn trực tuyến cho 1.910 cán bộ."]
    reports = units(texts, "report", YEAR_END)
    setting = Setting.of(commitments, reports)
    assert [j.outcome for j in judge_together(commitments[0], reports, setting)] == ["exceeded", "exceeded"]
    assert [j.outcome for j in judge_together(commitments[0], reports[:1], setting)] == ["not_met"]


def test_praise_is_no_result():
    record = match_record({
        "commitment": side("1. Nâng cao chất lượng phong trào toàn dân đoàn kết xây dựng đời sống văn hóa."),
        "report": side("Phong trào toàn dân đoàn kết xây dựng đời sống văn hóa được duy trì, đạt nhiều kết quả.", YEAR_END),
    })  # fmt: skip
    assert record["praised"] == [{"commitment": "0", "report": "0"}]


def side(text, day="2023-02-10"):
    return {"date": day, "units": [{"id": "0", "text": text}]}
