"""Clauses that only frame promises have no verdict in their document, and all outputs follow."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
import yaml

from camket.api import check
from camket.pipeline import find_cues, observe
from camket.records import Item
from camket.report.tables import to_csv
from camket.report.terminal import render
from camket.report.words import Words
from camket.review.gate import failing
from camket.scoring.framing import is_framing
from support import CASES

TEXTS = yaml.safe_load((CASES / "framing.yaml").read_text(encoding="utf-8"))
CLAUSE = TEXTS["frames"][0]


def framing(text: str) -> bool:
    one = observe(Item(text, "commitment", date(2024, 1, 15)))
    find_cues([one])
    return is_framing(one)


@pytest.mark.parametrize("text", TEXTS["frames"])
def test_frames(text: str) -> None:
    assert framing(text)


@pytest.mark.parametrize("text", TEXTS["promises"])
def test_promises(text: str) -> None:
    assert not framing(text)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "cam-ket.txt"
    body = f"BẢN CAM KẾT NĂM 2024\n\n1. Trồng 5 ha rừng trước ngày 30/9/2024.\n\n2. {CLAUSE}\n"
    path.write_text(body, encoding="utf-8")
    return check(path, date=date(2024, 1, 15))


def test_own_verdict_stays_and_that_of_the_document_is_none(report) -> None:
    judgement = report.annotations[-1].judgement
    assert (judgement.act, judgement.target, judgement.verdict) == ("commitment", False, "vague")
    assert (judgement.verdict_in_document, judgement.standing, judgement.score) == (None, "responsibility", None)
    assert not report.annotations[-1].findings


def test_it_fails_no_run_and_is_counted_with_no_verdict(report) -> None:
    assert not failing(report, "vague")
    assert not failing(report, "incomplete")
    shown = render(report, Words())
    assert "[ĐIỀU KHOẢN TRÁCH NHIỆM]" in shown
    assert "0 chung chung" in shown


def test_tables_leave_its_verdict_and_criteria_empty(report) -> None:
    row = list(csv.DictReader(io.StringIO(to_csv([report]))))[-1]
    assert (row["act"], row["verdict"], row["verdict_in_document"], row["score"]) == ("commitment", "vague", "", "")


def test_other_promises_of_the_document_inherit_who_answers(report) -> None:
    states = {c.name: c.state for c in report.annotations[0].judgement.criteria}
    assert states["accountability"] == "inherited"
