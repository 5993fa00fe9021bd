"""Records to dictionaries and back."""

from __future__ import annotations

import json
import pickle
from datetime import date

import pytest

from camket import records as r
from camket.convert import RecordError, annotation_to_record, core_dicts, from_dict, record_to_item, to_dict

TIME = r.Time(0, 9, "deadline", date(2021, 6, 30), date(2021, 6, 30), "before", cues=(r.Cue(0, 5, "bound"),))
FIGURE = r.Figure(10, 15, 90.0, None, None, "%", "target", indicator=(0, 9), warnings=("unit_missing",))
ITEM = r.Item(
    "Xong 30/6, ≥ 90%", "commitment", date(2021, 3, 2), owner=r.Inherited("A", "signer"), columns=(("task", 0, 4),)
)
JUDGEMENT = r.Judgement(
    "commitment", True, "clear", "clear", (r.Criterion("time", "present", "text", 0, 9),), {"target": 0.9}
)
FINDING = r.Finding("T01", "no-deadline", "warning", "time", "Bao giờ xong?", slot="deadline")
EVIDENCE = r.Evidence(
    (TIME,), (FIGURE,), (r.Party(0, 4, "lead"),), (r.Claim(0, 4, "completed", "late", False, 0.5),), ("land",)
)
ANNOTATION = r.Annotation(ITEM, EVIDENCE, JUDGEMENT, (FINDING,))


def test_round_trip_through_json() -> None:
    assert from_dict(r.Annotation, json.loads(json.dumps(to_dict(ANNOTATION)))) == ANNOTATION


def test_records_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(ANNOTATION)) == ANNOTATION


def test_record_has_the_guidelines_fields() -> None:
    record = annotation_to_record(ANNOTATION)
    assert list(record)[:8] == ["act", "target", "verdict", "times", "figures", "parties", "claims", "causes"]
    assert set(record["times"][0]) == {"start", "end", "role", "from", "to", "bound", "rrule", "event"}
    assert set(record["figures"][0]) == {"start", "end", "low", "high", "of", "unit", "role"}
    assert record["times"][0]["from"] == "2021-06-30"


def test_core_fields_only() -> None:
    assert core_dicts([r.Party(0, 4, "lead", explanation="x")]) == [{"start": 0, "end": 4, "role": "lead"}]


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"kind": "report"}, "text"),
        ({"text": 3}, "text"),
        ({"text": "a", "kind": "memo"}, "kind"),
        ({"text": "a", "date": "30/6/2021"}, "date"),
        ({"text": "a", "date": 2021}, "date"),
        ({"text": "a", "context": ["x"]}, "context"),
    ],
)
def test_malformed_records_name_the_field(record: dict, field: str) -> None:
    with pytest.raises(RecordError) as error:
        record_to_item(record)
    assert error.value.field == field


def test_missing_field_is_an_error() -> None:
    with pytest.raises(RecordError):
        from_dict(r.Cue, {"start": 0})
