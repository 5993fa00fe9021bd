"""What is ruled out by the second token is matched by no pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.pipes.times.openings import END, parse, seconds
from camket.pipes.times.scan import _WAYS
from camket.text.lexer import Syllables

PIECES = [
    "(?:ab|ac)+d?", "a(?=b|c)[bcd]", "a(?!b).", "a?(?P<n>b|cd){2,3}c", r"a(?:b|\Z)", "(?<!c)a[b-d]e", "(?>ab|a)c",
    "a*?bc", "[^b]c", "a()?(?:b*c)*", r"(a)\1b", "a{0}b",
]  # fmt: skip


@pytest.mark.parametrize("expression", PIECES)
def test_every_match_has_a_second_character_that_may_stand_there(expression):
    compiled, parts = re.compile(expression), parse(expression)
    texts = ["", *(a + b + c + d for a in "abcde" for b in "abcde" for c in ("", *"abcde") for d in ("", *"bcd"))]
    for text in [*texts, *"abcde"]:
        match = compiled.match(text)
        allowed = seconds(parts, text[0]) if match and match.end() else None
        assert allowed is None or text[1:2] in allowed or (len(text) == 1 and END in allowed)


WORDS = [
    "3",
    "12",
    "2024",
    "30/6",
    "tháng",
    "quý",
    "năm",
    "ngày",
    "đến",
    "-",
    "/",
    ",",
    "hộ",
    "%",
    "từ",
    "I",
    "sau",
    "khi",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_no_time_is_ruled_out(words):
    syllables = Syllables(" ".join(words))
    symbols = syllables.symbols
    for place, symbol in enumerate(symbols):
        ways = _WAYS.get(symbol)
        if ways is not None and ways.any_of(syllables.codes, place):
            following = symbols[place + 1] if place + 1 < len(symbols) else END
            assert ways.following is None or following in ways.following


def test_most_numbers_are_ruled_out():
    _, number, noun = Syllables("Trồng 12 hộ").symbols
    assert noun not in _WAYS[number].following
