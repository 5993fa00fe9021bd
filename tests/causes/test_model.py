"""The model of causes: what it adds to the lists, how sure it is, and by which words."""

from dataclasses import replace
from itertools import pairwise

import pytest

from camket import pipeline
from camket.convert import record_to_item
from camket.corpus import corpus_dir, read_records
from camket.pipes.causes import find_causes
from camket.records import CAUSES, Item
from camket.scoring.causes import SURE, decide
from camket.scoring.words import WordIndex
from camket.training.causes import LEFT_OUT, cause_rows
from camket.training.rows import observe

TEXT = "Kè Bến Đá chậm 02 tháng do nhà thầu thiếu nhân công và mưa lũ kéo dài."


def observed(text, act, kind="report"):
    return replace(pipeline.observe(Item(text, kind)), act=act)


@pytest.fixture(scope="module")
def records():
    return list(read_records(corpus_dir(), "validation"))


@pytest.fixture(scope="module")
def held_out(records):
    records = [record for record in records if record["act"] in ("claim", "cause")]
    batch = [replace(pipeline.observe(record_to_item(record)), act=record["act"]) for record in records]
    return batch, decide(batch)


def test_causes_have_a_probability_and_a_reason():
    (found,) = decide([observed(TEXT, "claim")])
    assert found.causes == ("third_party", "external")
    assert sorted(found.probabilities) == ["cause=external", "cause=third_party"]
    assert all(0.5 <= p <= 1 for p in found.probabilities.values())
    told = {TEXT[cue.start : cue.end]: cue.label for cue in found.reasons}
    assert told["mưa lũ kéo dài"] == "cause=external"


@pytest.mark.parametrize("act", ["commitment", "other"])
def test_only_what_reports_or_asks_has_causes(act):
    assert decide([observed(TEXT, act)])[0].causes == ()


def test_without_an_act_the_lists_decide_alone():
    one = observed(TEXT, None)
    (found,) = decide([one])
    assert found.causes == find_causes(one.source)
    assert found.probabilities == {}


def test_an_item_that_gives_no_reason_is_not_asked():
    (found,) = decide([observed("Thu ngân sách vượt 12% dự toán.", "claim")])
    assert (found.causes, found.reasons) == ((), ())


def test_one_item_and_many_get_the_same_answer(held_out):
    batch, found = held_out
    for one, answer in list(zip(batch, found, strict=True))[::25]:
        alone = decide([one])[0]
        assert alone.causes == answer.causes
        assert alone.probabilities == pytest.approx(answer.probabilities, abs=1e-5)


def test_what_the_lists_name_stays_and_the_model_adds_what_it_is_sure_of(held_out):
    added = 0
    for one, found in zip(*held_out, strict=True):
        named = find_causes(one.source, one.act, one.cause_hits)
        assert found.causes[: len(named)] == named
        more = found.causes[len(named) :]
        assert all(found.probabilities[f"cause={cause}"] >= SURE for cause in more)
        added += len(more)
    assert added


def test_reasons_stand_in_the_text_and_overlap_nothing(held_out):
    for one, found in zip(*held_out, strict=True):
        places = sorted((cue.start, cue.end) for cue in found.reasons)
        assert all(0 <= start < end <= len(one.source.item.text) for start, end in places)
        assert all(a[1] <= b[0] for a, b in pairwise(places))
        assert {cue.label for cue in found.reasons} <= {f"cause={cause}" for cause in found.causes}


def test_reasons_of_the_act_come_first():
    annotation = next(pipeline.analyse([Item(TEXT, "report")]))
    labels = [cue.label.partition("=")[0] for cue in annotation.judgement.reasons]
    assert labels == sorted(labels)
    assert {name for name in annotation.judgement.probabilities if name.startswith("cause=")} == {
        f"cause={cause}" for cause in annotation.evidence.causes
    }


def test_training_shows_each_item_again_with_phrases_left_out(records):
    seen = observe(records)
    rows = cause_rows(records, seen, WordIndex.fit([one.source.syllables.forms for one in seen]))
    assert sorted(rows.labels) == sorted(CAUSES)
    phrases = [sum(feature[0].startswith("rules") for feature in row.evidence) for row in rows.rows]
    share = len(rows.rows) // len(LEFT_OUT)
    assert sum(phrases[:share]) > sum(phrases[-share:])
    again = cause_rows(records, seen, WordIndex.fit([one.source.syllables.forms for one in seen]))
    assert [row.evidence for row in again.rows] == [row.evidence for row in rows.rows]
