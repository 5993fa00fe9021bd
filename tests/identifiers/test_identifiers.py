"""Identifiers against the case files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.pipes.identifiers import find_identifiers
from camket.text.lexer import Syllables
from support import cases_of, growth

MARK = re.compile(r"\[\[(.+?)\]\]")


@pytest.mark.parametrize(("group", "marked"), cases_of("identifiers", "found.yaml"))
def test_found(group, marked):
    syllables = Syllables(MARK.sub(r"\1", marked))
    assert [syllables.slice(*span) for span in find_identifiers(syllables)] == MARK.findall(marked)


@pytest.mark.parametrize(("group", "text"), cases_of("identifiers", "misses.yaml"))
def test_not_found(group, text):
    syllables = Syllables(text)
    assert [syllables.slice(*span) for span in find_identifiers(syllables)] == []


@given(st.one_of(st.text(max_size=80), st.text(alphabet="0123456789/-. NQHĐTWkm+:@", max_size=60)))
def test_any_text(text):
    syllables = Syllables(text)
    last = 0
    for first, end in find_identifiers(syllables):
        assert last <= first < end <= len(syllables)
        last = end


@pytest.mark.parametrize(
    "piece", ["1/NQ-TW ", "1-", "12.345.678 ", "QL1A", "Km1+1 ", "số 1, 2, 3, ", "a1", "0912", "a@b ", "http://a "]
)
def test_time_grows_with_the_text(piece):
    assert growth(lambda text: find_identifiers(Syllables(text)), piece, size=20_000) < 1.4
