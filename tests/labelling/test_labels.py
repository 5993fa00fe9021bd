"""Which items are asked about, what a label holds, and that none is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.corpus import CorpusError
from camket.corpus.items import check_item
from camket.labelling import Session, Store, make_label, queue
from camket.labelling.exchange import from_tasks, to_tasks
from camket.labelling.record import LABELLED, plain
from camket.records import ACTS, Item

DAY = date(2024, 12, 18)
TEXTS = [
    "Trồng 12 ha rừng trước ngày 30/6/2025.",
    "Tăng cường công tác tuyên truyền.",
    "Đã bê tông hóa 1,9 km đường thôn, chậm tiến độ so với cam kết.",
    "Đường thôn.",
    "Nguyên nhân do thiếu vốn.",
]
WHEN = datetime(2025, 1, 6, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def candidates():
    return queue(Item(text, "report", DAY, doc="bao-cao.docx") for text in TEXTS)


def test_the_least_certain_come_first(candidates):
    sure = [one.confidence for one in candidates]
    assert sure == sorted(sure)
    assert {one.item.text for one in candidates} == set(TEXTS)


def test_what_has_a_label_is_not_asked_again(candidates):
    items = [one.item for one in candidates]
    assert [one.id for one in queue(items, {candidates[0].id})] == [one.id for one in candidates[1:]]


def test_the_same_text_is_asked_once():
    assert len(queue([Item("Xong.", "report", DAY)] * 3)) == 1


@pytest.mark.parametrize(
    "change", [{"context": "Mục II"}, {"date": None}, {"kind": "commitment"}, {"doc": "khac.docx"}]
)
def test_the_same_text_elsewhere_is_another_item(change):
    item = Item("Xong.", "report", DAY, doc="bao-cao.docx")
    assert len(queue([item, replace(item, **change)])) == 2


@pytest.mark.parametrize("act", ACTS)
def test_a_label_is_a_record_of_the_corpus(candidates, act):
    for one in candidates:
        found = queue([one.item])[0]
        claims = found.annotation.evidence.claims
        label = make_label(
            found, act, act == "commitment", claims if act == "claim" else None, by=" Lò  Thị Mai ", at=WHEN
        )
        told = label[LABELLED]
        assert (told["by"], told["at"]) == ("Lò Thị Mai", "2025-01-06T08:30:00+00:00")
        problems = [p.message for p in check_item(plain(label))]
        # An act a person has chosen against camket may ask for a claim or cause that camket can't find.
        assert set(problems) <= {"a claim without an entry in claims", "a cause without an entry in causes"}


def test_roles_follow_the_chosen_act():
    one = queue([Item("Trồng 12 ha rừng trong năm 2024.", "report", DAY)])[0]
    promise, result = make_label(one, "commitment", True), make_label(one, "claim")
    assert (promise["verdict"], promise["figures"][0]["role"]) == ("clear", "target")
    assert (result["verdict"], result["figures"][0]["role"]) == (None, "actual")


def test_a_later_label_replaces_an_earlier_one(tmp_path, candidates):
    store = Store(tmp_path)
    for act in ("claim", "other"):
        store.append(make_label(candidates[0], act, by="a", at=WHEN))
    assert [record["act"] for record in store.records()] == ["other"]
    assert len(store.path.read_text(encoding="utf-8").splitlines()) == 2


@settings(max_examples=50, deadline=None)
@given(cut=st.integers(1, 400))
def test_a_torn_line_loses_no_other_label(tmp_path_factory, candidates, cut):
    store = Store(tmp_path_factory.mktemp("labels") / "l.jsonl")
    labels = [make_label(one, "other", at=WHEN) for one in candidates[:3]]
    for label in labels[:2]:
        store.append(label)
    data = store.path.read_bytes()
    kept = len(data.splitlines(keepends=True)[0])
    store.path.write_bytes(data[: max(kept, len(data) - cut)])
    assert store.load()[labels[0]["id"]] == labels[0]


def test_writing_goes_on_after_a_whole_line_without_its_end(tmp_path, candidates):
    store = Store(tmp_path / "l.jsonl")
    labels = [make_label(one, "other", at=WHEN) for one in candidates[:2]]
    store.path.write_text(json.dumps(labels[0]), encoding="utf-8")
    store.append(labels[1])
    assert list(store.load().values()) == labels


@pytest.mark.parametrize("line", ['{"id": 3, "act": "other"}\n{}', "x\n\n{}", '["a"]'])
def test_what_is_no_label_is_named_with_its_line(tmp_path, line):
    (tmp_path / "l.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"dòng 1"):
        Store(tmp_path / "l.jsonl").load()


def test_a_sitting_goes_on_back_and_ends(tmp_path, candidates):
    session = Session(candidates, Store(tmp_path), 2)
    first = session.current
    session.skip()
    second = session.current
    session.label(make_label(second, "other"))
    session.back()
    assert session.current is second
    session.label(make_label(second, "claim"))
    session.label(make_label(session.current, "other"))
    assert session.current is None
    assert first.id not in session.given
    assert session.store.load()[second.id]["act"] == "claim"


def test_label_studio_takes_predictions_and_gives_labels(candidates):
    tasks, config = to_tasks(candidates)
    assert "<Choices" in config
    assert not any("annotations" in task for task in tasks)
    assert from_tasks(tasks, "a") == ([], [])
    done = [{**task, "annotations": task["predictions"]} for task in tasks[:2]]
    labels, problems = from_tasks([*done, tasks[2]], "a")
    assert not problems
    assert [label["id"] for label in labels] == [one.id for one in candidates[:2]]
    assert [label["act"] for label in labels] == [one.annotation.judgement.act for one in candidates[:2]]
