"""Linking pairs of documents: invariants, held-out pairs, minimal pairs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.convert import RecordError
from camket.linking.match import match_record, match_records
from camket.linking.outcome.decide import Setting, judge
from camket.linking.reading import read_side
from camket.linking.records import OUTCOMES
from camket.linking.unit import prepare
from camket.records import Item
from support import growth

LINKS = Path(__file__).parents[2] / "corpus" / "links"


def lines(name):
    return [json.loads(line) for line in (LINKS / name).read_text(encoding="utf-8").splitlines()]


PAIRS, MINIMAL = lines("pairs.jsonl"), lines("minimal.jsonl")
TEST = set(json.loads((LINKS / "splits.json").read_text(encoding="utf-8"))["test"])


def f1(hit, gold, given_):
    return 2 * hit / (gold + given_)


@pytest.fixture(scope="module")
def matched():
    return {pair["pair"]: match_record(pair) for pair in PAIRS if pair["pair"] in TEST}


def test_held_out_pairs(matched):
    links = outcomes = gold = found = 0
    left = {"silent": [0, 0, 0], "orphan": [0, 0, 0]}
    for pair in PAIRS:
        if pair["pair"] not in TEST:
            continue
        mine = {(x["commitment"], x["report"]): x["outcome"] for x in matched[pair["pair"]]["links"]}
        theirs = {(x["commitment"], x["report"]): x["outcome"] for x in pair["links"]}
        links += len(mine.keys() & theirs.keys())
        outcomes += sum(mine.get(key) == value for key, value in theirs.items())
        gold, found = gold + len(theirs), found + len(mine)
        for name, counts in left.items():
            a, b = set(pair[name]), set(matched[pair["pair"]][name])
            counts[:] = [counts[0] + len(a & b), counts[1] + len(a), counts[2] + len(b)]
    assert f1(links, gold, found) >= 0.85
    assert f1(outcomes, gold, found) >= 0.75
    assert all(f1(*counts) >= 0.75 for counts in left.values())


def test_records_are_whole(matched):
    for pair in PAIRS:
        if pair["pair"] not in TEST:
            continue
        record = matched[pair["pair"]]
        mine = {u["id"] for u in pair["commitment"]["units"]}
        theirs = {u["id"] for u in pair["report"]["units"]}
        linked = {x["commitment"] for x in record["links"]}, {x["report"] for x in record["links"]}
        assert all(x["outcome"] in OUTCOMES and 0 <= x["probability"] <= 1 for x in record["links"])
        assert linked[0] <= mine
        assert linked[1] <= theirs
        assert linked[0].isdisjoint(record["silent"])
        assert linked[1].isdisjoint(record["orphan"])
        assert record["unit"] == pair["unit"]


def test_labels_in_the_input_change_nothing():
    pair = PAIRS[0]
    bare = {k: v for k, v in pair.items() if k not in ("links", "silent", "orphan")}
    wrong = {**bare, "links": [{"commitment": "c3", "report": "r2", "outcome": "met"}], "silent": ["c4"], "orphan": []}
    assert next(match_records([wrong])) == next(match_records([bare]))


def test_why_is_told():
    record = match_record(PAIRS[0])
    assert all(link["terms"] or link["probability"] < 0.9 for link in record["links"])
    assert any("calculation" in link for link in record["links"])


@pytest.mark.parametrize("pair", MINIMAL, ids=lambda pair: pair["id"])
def test_minimal_pairs_flip(pair):
    given_ = Item(pair["commitment"]["text"], "commitment", date.fromisoformat(pair["commitment"]["date"]), id="c")
    commitments = prepare(read_side([given_]))
    for case in pair["cases"]:
        told = Item(case["text"], "report", date.fromisoformat(pair["report"]["date"]), id="r")
        reports = prepare(read_side([told]))
        assert judge(commitments[0], reports[0], Setting.of(commitments, reports)).outcome == case["outcome"], case[
            "text"
        ]


@pytest.mark.parametrize(
    ("pair", "field"),
    [
        ({}, "commitment"),
        ({"commitment": {"units": []}}, "commitment.date"),
        ({"commitment": {"date": "2023-01-01", "units": [{"id": "c1"}]}}, "commitment.units"),
        ({"commitment": {"date": "hôm nay", "units": []}}, "commitment.date"),
    ],
)
def test_malformed_pairs_name_the_field(pair, field):
    with pytest.raises(RecordError) as error:
        match_record(pair)
    assert error.value.field == field


def side(texts, day="2023-05-05"):
    return {"date": day, "units": [{"id": str(i), "text": text} for i, text in enumerate(texts)]}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4), st.lists(st.text(max_size=80), max_size=4))
def test_any_text_is_taken(promised, told):
    record = match_record({"commitment": side(promised), "report": side(told, "2023-12-12")})
    assert {"links", "silent", "orphan"} <= record.keys()


def test_empty_sides():
    record = match_record({"commitment": side([]), "report": side([])})
    assert (record["links"], record["silent"], record["orphan"]) == ([], [], [])


@pytest.mark.full  # comparing the many figures of one very long item is slow and not linear yet
@pytest.mark.parametrize("piece", ["1. Trồng 5 ha rừng, ", "12 ", "( ", "không để xảy ra cháy; "])
def test_long_items_take_linear_time(piece):
    def work(text):
        match_record({"commitment": side([text]), "report": side([text], "2023-12-12")})

    assert growth(work, piece, size=6_000, attempts=3) < 3.2
