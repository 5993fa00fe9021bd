"""Syllables: exact offsets on any text, and codes that a pattern can trust."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.text.grammar import Grammar, any_of, code
from camket.text.lexer import Syllables, lower, number_code
from camket.text.spelling import variants


@given(st.text())
def test_tokens_are_the_text_without_white_space(text: str) -> None:
    syllables = Syllables(text)
    assert "".join(syllables.forms) == "".join(c for c in text if not c.isspace())
    assert [text[a:b] for a, b in zip(syllables.starts, syllables.ends, strict=True)] == syllables.forms


@given(st.text())
def test_one_code_for_each_token(text: str) -> None:
    syllables = Syllables(text)
    assert len(syllables.codes) == len(syllables)


@given(st.text())
def test_lower_case_keeps_the_length(text: str) -> None:
    assert len(lower(text)) == len(text)


@pytest.mark.parametrize(
    ("form", "code"),
    [("1", "1"), ("12", "1"), ("13", "2"), ("31", "2"), ("32", "4"), ("1899", "4"), ("2021", "3"), ("3.655,6", "5"),
     ("30.6.2021", "6"), ("31.12", "7"), ("0", "4"), ("00", "4"), ("9" * 400, "4")],
)  # fmt: skip
def test_number_classes(form: str, code: str) -> None:
    assert number_code(form) == code


def test_roman_quarters_only_in_capitals() -> None:
    grammar = Grammar("quý (?P<q>I|II|III|IV)")
    assert grammar.search(Syllables("trong quý IV"))
    assert not grammar.search(Syllables("quý i"))


@pytest.mark.parametrize("text", ["kỳ", "kì", "Kì", "KỲ"])
def test_spelling_variants_share_a_code(text: str) -> None:
    assert Grammar("kỳ").search(Syllables(text))


def test_tone_of_qu_never_moves() -> None:
    assert "qúy" not in variants("quý")
    assert not Grammar("quy").search(Syllables("quý"))


def test_longest_phrase_first() -> None:
    match = Grammar(any_of(["giao", "giao cho"])).search(Syllables("giao cho Sở"))
    assert match
    assert match.span() == (0, 2)


def test_a_pattern_never_stops_inside_a_word() -> None:
    assert not Grammar("an").search(Syllables("toàn bản quan"))


def test_digits_in_a_pattern_are_refused() -> None:
    with pytest.raises(ValueError, match="atom"):
        Grammar("quý 3")


def test_unknown_atom_is_named() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        Grammar("<nonsense>")


def test_words_seen_before_are_read_anew_when_a_syllable_becomes_known() -> None:
    assert Syllables("xong zyzy,").codes[1] == "x"
    known = code("zyzy")
    assert Syllables("xong zyzy,").codes[1] == known


@pytest.mark.parametrize("text", ["a\nb", " a  b ", "a\u00a0b, c\t", "30/6.\n2021", "", " "])
def test_white_space_of_any_kind_parts_tokens(text: str) -> None:
    syllables = Syllables(text)
    assert [text[a:b] for a, b in zip(syllables.starts, syllables.ends, strict=True)] == syllables.forms
    assert not any(c.isspace() for form in syllables.forms for c in form)
