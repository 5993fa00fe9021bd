"""Causes against the case file: a text and the classes it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.pipes.causes import find_cause_cues, find_causes
from camket.pipes.source import Source
from camket.records import CAUSES, Item
from support import cases_of, growth


@pytest.mark.parametrize(("group", "case"), cases_of("causes", "causes.yaml"))
def test_causes(group, case):
    text, labels = case.rsplit(" => ", 1)
    expected = () if labels == "none" else tuple(labels.split())
    kind = "commitment" if group["act"] == "commitment" else "report"
    assert sorted(find_causes(Source(Item(text, kind)), group["act"])) == sorted(expected)


def test_cues_cover_the_words():
    text = "Chưa khởi công do thiếu vốn và mưa lũ."
    cues = find_cause_cues(Source(Item(text, "report")), "claim")
    assert [(text[c.start : c.end], c.label) for c in cues] == [
        ("thiếu vốn", "cause:resources"),
        ("mưa lũ", "cause:external"),
    ]


def test_unknown_act_of_a_heading_is_a_cause():
    source = Source(Item("- Nguyên nhân chủ quan: cán bộ thiếu chủ động.", "report"))
    assert find_causes(source) == ("initiative",)


@given(st.text(max_size=80), st.sampled_from(["claim", "cause", "proposal", "commitment", None]))
def test_never_fails_and_stays_in_range(text, act):
    source = Source(Item(f"Chậm do {text} thiếu vốn nên {text}", "report"))
    assert set(find_causes(source, act)) <= set(CAUSES)
    assert all(0 <= c.start < c.end <= len(source.item.text) for c in find_cause_cues(source, act))


@pytest.mark.parametrize(
    "piece", ["do vốn chậm, ", "do vốn; ", "vốn chậm nên, ", "chậm, hộ dân chưa nhận tiền, ", "do "]
)
def test_time_grows_with_length(piece):
    def work(text):
        source = Source(Item(text, "report"))
        return find_causes(source, "claim"), find_causes(source, "cause")

    assert growth(work, piece) < 1.4
