"""Parties against the case files: text with marked names, one group a construction."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.pipes.parties import find_parties, find_party_cues
from camket.pipes.source import Source
from camket.records import Item
from support import cases_of, growth

MARK = re.compile(r"\[\[(.+?)=(lead|coordinate)\]\]")
CASES = cases_of("parties", "subjects.yaml") + cases_of("parties", "tasks.yaml")


@pytest.mark.parametrize(("group", "marked"), CASES)
def test_parties(group, marked):
    text, expected = MARK.sub(r"\1", marked), [m.groups() for m in MARK.finditer(marked)]
    kind = "report" if group["act"] in ("claim", "cause", "proposal") else "commitment"
    parties = find_parties(Source(Item(text, kind, context=group.get("context"))), group["act"])
    assert [(text[p.start : p.end], p.role) for p in parties] == expected


def test_explanation_gives_name_role_and_words():
    (party,) = find_parties(Source(Item("Giao Sở Y tế lập đề án.", "commitment")), "commitment")
    assert party.explanation == "Sở Y tế: chủ trì (“Giao” … “lập”)"


def test_known_columns_need_no_header():
    text = "Lắp 12 đèn | UBND xã | Điện lực huyện"
    columns = (("task", 0, 10), ("lead", 13, 20), ("coordinate", 23, 37))
    parties = find_parties(Source(Item(text, "commitment", columns=columns)), "commitment")
    assert [(text[p.start : p.end], p.role) for p in parties] == [("UBND xã", "lead"), ("Điện lực huyện", "coordinate")]


def test_explanation_resolves_abbreviation():
    text = "Ban Quản lý chợ (BQLC) lắp 20 bình chữa cháy; BQLC chịu trách nhiệm kiểm tra."
    parties = find_parties(Source(Item(text, "commitment")), "commitment")
    assert parties[1].explanation.startswith("BQLC (Ban Quản lý chợ): chủ trì")


@pytest.mark.parametrize(("group", "marked"), cases_of("parties", "cues.yaml"))
def test_cues(group, marked):
    found = re.compile(r"\[\[(.+?)=(\w+)\]\]")
    text, expected = found.sub(r"\1", marked), [m.groups() for m in found.finditer(marked)]
    cues = find_party_cues(Source(Item(text, "commitment")))
    assert [(text[c.start : c.end], c.label) for c in cues if c.label in group["labels"]] == expected


PIECES = ["giao", "UBND", "xã", "Phòng", "các", ",", "và", ":", "|", "(", ")", "5", "nào", "thì", "'", "-"]
PHRASES = ["Phòng Nội vụ", "chủ trì", "phối hợp với", "Bí thư", "tôi là"]
ACTS = st.sampled_from(["commitment", "claim", "other", None])


@given(st.lists(st.sampled_from([*PIECES, *PHRASES]) | st.text(max_size=6), max_size=30), ACTS)
def test_never_fails_and_stays_in_range(words, act):
    text = " ".join(words)
    source = Source(Item(text, "commitment", context="Chủ trì | Phối hợp"))
    parties = find_parties(source, act)
    assert all(0 <= p.start < p.end <= len(text) for p in parties)
    assert all(a.end <= b.start for a, b in pairwise(parties))
    assert all(0 <= c.start < c.end <= len(text) for c in find_party_cues(source))


@pytest.mark.parametrize(
    "piece",
    ["UBND ", "Phòng A B, ", "giao UBND xã, ", "(UBND (", "Tôi là Bí thư, ", "Bí thư nào ", "UBND | ", "các xã ", "9 "],
)
def test_time_grows_with_length(piece):
    def work(text):
        source = Source(Item(text, "commitment", context="Chủ trì | Phối hợp"))
        return find_parties(source, "commitment"), find_parties(source, "other"), find_party_cues(source)

    assert growth(work, piece) < 1.6
