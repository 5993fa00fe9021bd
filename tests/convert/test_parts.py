"""The rows of a record's parts hold what the guidelines define, and no field of ours goes missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from camket import records as r
from camket.convert import labels, to_dict
from camket.convert.parts import CORE, claim_row, criterion_row, cue_row, figure_row, finding_row, party_row, time_row

CUE = r.Cue(0, 5, "hedge")
TIME = r.Time(1, 9, "deadline", date(2025, 1, 1), date(2025, 3, 31), "by", "FREQ=YEARLY", "P1M", (CUE,), "x")
FIGURE = r.Figure(2, 8, 1.0, 2.5, 10.0, "ha", "target", (0, 1), (1, 2), "up", True, ("w",), (CUE,), "x")
CRITERION = r.Criterion("time", "unclear", "text", 3, 4)
FINDING = r.Finding("SP02", "effort", "error", "product", "?", 1, 2, "slot", "…", "accepted", "vì")
OWN = [(cue_row, CUE), (criterion_row, CRITERION), (finding_row, FINDING)]
GUIDELINES = [
    ("times", time_row, TIME), ("figures", figure_row, FIGURE), ("parties", party_row, r.Party(0, 4, "lead")),
    ("claims", claim_row, r.Claim(0, 4, "completed", "late", True, 0.5, (CUE,))),
]  # fmt: skip


@pytest.mark.parametrize(("row", "record"), OWN)
def test_our_own_parts_are_whole(row: Any, record: Any) -> None:
    assert list(row(record).items()) == list(to_dict(record).items())


@pytest.mark.parametrize(("name", "row", "record"), GUIDELINES)
def test_parts_of_the_guidelines_hold_their_keys_in_order(name: str, row: Any, record: Any) -> None:
    assert tuple(row(record)) == CORE[name]
    plain = to_dict(record)
    assert row(record) == {key: plain[key] for key in CORE[name]}


@pytest.mark.parametrize("value", [0.0, 1.0, 0.1, 1 / 3, 0.123456789, 1e-7, 0.999999999, 0.5])
def test_probabilities_have_six_places(value: float) -> None:
    judgement = r.Judgement("other", None, None, None, probabilities={"act=other": value})
    record = labels.labels_to_record(r.Evidence(), judgement, ())
    assert record["camket"]["probabilities"] == {"act=other": round(value, 6)}
