"""Wording cues against the case file: text with marked words."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.lexicons import lexicon
from camket.pipes.source import Source
from camket.pipes.wording import find_wording_cues
from camket.records import Item
from camket.text.phrases import expand
from support import cases_of, growth

MARK = re.compile(r"\[\[(.+?)=(\w+)\]\]")


@pytest.mark.parametrize(("group", "marked"), cases_of("wording", "wording.yaml"))
def test_wording(group, marked):
    text, expected = MARK.sub(r"\1", marked), [m.groups() for m in MARK.finditer(marked)]
    cues = find_wording_cues(Source(Item(text, "commitment")))
    assert [(text[c.start : c.end], c.label) for c in cues if c.label in group["labels"]] == expected


@pytest.mark.parametrize(("group", "marked"), cases_of("wording", "cells.yaml"))
def test_a_cue_speaks_only_of_its_cell(group, marked):
    text, expected = MARK.sub(r"\1", marked), [m.groups() for m in MARK.finditer(marked)]
    cues = find_wording_cues(Source(Item(text, "commitment", context=group["header"])))
    manner = ("effort_verb", "attention", "continuity", "result_without_measure")
    assert [(text[c.start : c.end], c.label) for c in cues if c.label in manner] == expected


def test_a_phrase_stands_in_one_list():
    seen = {}
    for label, phrases in lexicon("wording").items():
        for phrase in phrases:
            for plain in expand(phrase):
                assert seen.setdefault(plain, label) == label, plain


def test_tone_style_does_not_matter():
    text = "Hoàn thành cứng hoá 2 km."
    assert "cứng hoá" in [text[c.start : c.end] for c in find_wording_cues(Source(Item(text, "commitment")))]


@given(st.text(max_size=120))
def test_never_fails_and_stays_in_order(text):
    cues = find_wording_cues(Source(Item(f"{text} tăng cường {text} 100% {text}", "commitment")))
    assert all(a.end <= b.start for a, b in pairwise(cues))


@pytest.mark.parametrize("piece", ["tăng cường ", "tỉnh giao ", "100% ", "không để xảy ra ", "đạt đạt, "])
def test_time_grows_with_length(piece):
    assert growth(lambda text: find_wording_cues(Source(Item(text, "commitment"))), piece) < 1.4
