"""How often rules ask where nothing is unclear, and how often they miss what is: on labelled records."""

from __future__ import annotations

import json

import pytest

from camket.convert import record_to_item
from camket.corpus import corpus_dir, read_records
from camket.pipeline import analyse

# Of clear promises at most this share may be met with a warning.
ALARMS = 0.1
# Of vague promises at most this share may be without a question on target or product.
MISSES = 0.05


@pytest.fixture(scope="module", params=["corpus", "outside"])
def labelled_records(request):
    if request.param == "corpus":
        return list(read_records(corpus_dir(), "test"))
    shared = request.getfixturevalue("shared")
    lines = (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def annotated(labelled_records):
    return list(zip(labelled_records, analyse(map(record_to_item, labelled_records)), strict=True))


def test_few_clear_promises_get_a_warning(annotated) -> None:
    clear = [a for record, a in annotated if record["verdict"] == "clear"]
    warned = [a for a in clear if any(f.severity != "info" for f in a.findings)]
    assert len(warned) <= ALARMS * len(clear), [a.item.text for a in warned]


def test_few_vague_promises_get_no_question_on_their_target(annotated) -> None:
    # A clause that only says who answers is vague by its own text, and nothing is to be asked of it.
    judged = [a for record, a in annotated if record["verdict"] == "vague"]
    vague = [a for a in judged if a.judgement.standing != "responsibility"]
    missed = [a for a in vague if not any(_on_target(f) for f in a.findings)]
    assert len(missed) <= max(1, MISSES * len(vague)), [a.item.text for a in missed]


def _on_target(finding) -> bool:
    asks = finding.criterion == "product" or finding.name == "slogan"
    return asks and (finding.start is not None or finding.slot is not None)
