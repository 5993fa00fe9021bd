"""Every rule of validation finds its fault, and the corpus itself has none."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from camket.cli.app import app
from camket.corpus import CorpusError, corpus_dir, read_documents, read_lines, read_pairs, read_splits
from camket.corpus.checks import check_documents, check_held_out, check_pairs, check_repeats, check_splits, validate
from camket.corpus.items import check_item
from camket.corpus.ngrams import Index, grams
from camket.corpus.reader import ITEMS
from camket.corpus.schema import json_schema

runner = CliRunner()
GOOD = {
    "id": "x-1-01", "doc": "x-1", "kind": "commitment", "date": "2021-02-18",
    "text": "Trước ngày 30/6, bàn giao 12 km mặt bằng.", "act": "commitment", "target": True, "verdict": "clear",
    "times": [{"start": 0, "end": 15, "role": "deadline", "from": "2021-06-30", "to": "2021-06-30", "bound": "before",
               "rrule": None, "event": None}],
    "figures": [{"start": 26, "end": 31, "low": 12, "high": 12, "of": None, "unit": "km", "role": "target"}],
    "parties": [], "claims": [], "causes": [],
}  # fmt: skip
TIME, FIGURE = GOOD["times"][0], GOOD["figures"][0]
FAULTS = {
    "missing field": ({"causes": None}, "causes"),
    "unknown act": ({"act": "promise"}, "act"),
    "unknown role": ({"times": [{**TIME, "role": "until"}]}, "times.0.role"),
    "number as text": ({"figures": [{**FIGURE, "low": "12"}]}, "figures.0.low"),
    "malformed rule": ({"times": [{**TIME, "from": None, "to": None, "rrule": "INTERVAL=3;FREQ=MONTHLY"}]}, "rrule"),
    "malformed duration": ({"times": [{**TIME, "event": "30 days"}]}, "event"),
    "wrong verdict": ({"verdict": "incomplete"}, "verdict should be clear"),
    "verdict without deadline": ({"times": [{**TIME, "role": "reference"}]}, "verdict should be incomplete"),
    "target of a claim": ({"act": "other", "verdict": None}, "target is given for commitments"),
    "no target": ({"target": None, "verdict": "vague"}, "target is given for commitments"),
    "empty claim": ({"act": "claim", "target": None, "verdict": None}, "without an entry in claims"),
    "empty cause": ({"act": "cause", "target": None, "verdict": None}, "without an entry in causes"),
    "cause twice": ({"causes": ["land", "land"]}, "a cause twice"),
    "span outside": ({"figures": [{**FIGURE, "end": 99}]}, "outside the text"),
    "span reversed": ({"figures": [{**FIGURE, "end": 26}]}, "empty"),
    "span with blanks": ({"figures": [{**FIGURE, "start": 25}]}, "blanks"),
    "spans overlap": ({"figures": [FIGURE, {**FIGURE, "start": 28}]}, "overlapping"),
    "time on figure": ({"times": [{**TIME, "end": 28}]}, "overlaps a figure"),
    "no such day": ({"times": [{**TIME, "to": "2021-06-31"}]}, "no such day"),
    "from after to": ({"times": [{**TIME, "to": "2021-06-29"}]}, "from is after to"),
    "half an interval": ({"times": [{**TIME, "to": None}]}, "go together"),
    "no value": ({"times": [{**TIME, "from": None, "to": None}]}, "no value"),
    "rule with days": ({"times": [{**TIME, "rrule": "FREQ=YEARLY"}]}, "a recurrence has neither"),
    "document's day": ({"date": "2021-02-30"}, "no such day"),
    "not NFC": ({"text": "Trước ngày 30/6, bàn giao 12 km mặt bằng.  "}, "NFC"),
}


def changed(**fields: object) -> dict:
    item = {**copy.deepcopy(GOOD), **fields}
    return {name: value for name, value in item.items() if not (name == "causes" and value is None)}


def test_a_good_item_passes() -> None:
    assert list(check_item(GOOD)) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(fault: str) -> None:
    fields, message = FAULTS[fault]
    assert any(message in problem.message for problem in check_item(changed(**fields)))


def test_documents_and_items_belong_together() -> None:
    document = {
        "doc": "x-1", "kind": "commitment", "date": "2021-02-18", "type": "kế hoạch", "organisation": "UBND xã X",
        "level": "xã", "era": "three-tier", "wording": "plain",
    }  # fmt: skip
    assert list(check_documents([GOOD], [document])) == []
    wrong = [
        ([GOOD], [{**document, "date": "2021-02-19"}]), ([GOOD], []), ([], [document]), ([GOOD, GOOD], [document]),
        ([GOOD], [{**document, "era": "two-tier"}]), ([GOOD], [{**document, "level": "thôn"}]),
        ([GOOD], [{**document, "wording": "odd"}]),
    ]  # fmt: skip
    assert all(list(check_documents(items, documents)) for items, documents in wrong)


def test_splits_hold_every_document_once() -> None:
    documents = [{"doc": "a"}, {"doc": "b"}]
    assert list(check_splits(documents, {"train": ["a"], "validation": ["b"], "test": []})) == []
    wrong = [
        {"train": ["a"], "validation": ["b"]}, {"train": ["a"], "validation": [], "test": []},
        {"train": ["a", "b"], "validation": ["b"], "test": []},
        {"train": ["a", "b", "c"], "validation": [], "test": []},
    ]  # fmt: skip
    assert all(list(check_splits(documents, splits)) for splits in wrong)


def test_pairs_stand_together_and_differ() -> None:
    other = {**changed(target=False, verdict="vague"), "id": "x-2-01", "doc": "x-2"}
    together, apart = {"train": ["x-1", "x-2"]}, {"train": ["x-1"], "test": ["x-2"]}
    assert list(check_pairs([GOOD, other], [["x-1-01", "x-2-01"]], together)) == []
    assert list(check_pairs([GOOD, other], [["x-1-01", "x-2-01"]], apart))
    assert list(check_pairs([GOOD], [["x-1-01", "x-2-01"]], together))
    assert list(check_pairs([GOOD, {**GOOD, "id": "x-2-01"}], [["x-1-01", "x-2-01"]], together))


LONG = "Chủ tịch Ủy ban nhân dân các phường, xã chịu trách nhiệm kiểm đếm xong 214 nhà trước mùa mưa năm nay"


def test_copies_in_two_splits_and_of_held_out_records_are_found() -> None:
    near = {**GOOD, "id": "x-2-01", "doc": "x-2", "text": LONG.replace("214", "38")}
    items = [{**GOOD, "text": LONG}, near]
    assert list(check_repeats(items, {"train": ["x-1"], "test": ["x-2"]}))
    assert not list(check_repeats(items, {"train": ["x-1", "x-2"]}))
    assert list(check_repeats([GOOD, GOOD], {"train": ["x-1"]}))
    assert list(check_held_out([near], [{"id": "held-1", "text": LONG}]))
    assert list(check_held_out([GOOD], [{"id": "held-1", "text": GOOD["text"]}]))
    assert not list(check_held_out([GOOD], [{"id": "held-1", "text": LONG}]))


def test_ngrams_of_short_texts() -> None:
    assert grams("một hai ba bốn") == set()
    assert Index(["một hai ba bốn"]).nearest(0) == 0


def test_the_corpus_is_clean() -> None:
    assert validate(corpus_dir()) == []


def test_the_corpus_holds_what_it_promises() -> None:
    folder = corpus_dir()
    assert len(read_lines(folder / ITEMS)) >= 4000
    assert len(read_documents(folder)) >= 300
    assert len(read_pairs(folder)) >= 300
    assert len({document["field"] for document in read_documents(folder)}) >= 20
    assert set(read_splits(folder)) == {"train", "validation", "test"}


def test_the_schema_file_is_the_schema() -> None:
    assert json.loads((corpus_dir() / "schema.json").read_text(encoding="utf-8")) == json_schema()


def test_commands_end_with_their_code(tmp_path: Path) -> None:
    missing = runner.invoke(app, ["corpus", "validate", "--corpus", str(tmp_path)])
    assert missing.exit_code == 3
    (tmp_path / ITEMS).write_text(json.dumps({**GOOD, "verdict": "vague"}) + "\n", encoding="utf-8")
    (tmp_path / "documents.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "splits.json").write_text('{"train": [], "validation": [], "test": []}', encoding="utf-8")
    faulty = runner.invoke(app, ["corpus", "validate", "--corpus", str(tmp_path)])
    assert faulty.exit_code == 1
    assert "verdict should be clear" in faulty.output
    (tmp_path / ITEMS).write_text("[]\n", encoding="utf-8")
    assert runner.invoke(app, ["corpus", "validate", "--corpus", str(tmp_path)]).exit_code == 3
    with pytest.raises(CorpusError, match="dòng 1"):
        read_lines(tmp_path / ITEMS)
