"""Phrase tables: longest match, alternatives, atoms, spelling variants."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.text.lexer import Syllables
from camket.text.phrases import Endings, Phrases, expand

TABLE = Phrases([
    ("chủ trì", 1), ("chủ", 2), ("đưa vào (sử dụng|khai thác)", 3), ("kỳ họp", 4), ("<number> rõ", 5), ("đ / c", 6),
])  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "plain"),
    [
        ("giao", ["giao"]),
        ("giao cho?", ["giao cho", "giao"]),
        ("(rất)? tốt", ["rất tốt", "tốt"]),
        ("a (b|c d) e", ["a b e", "a c d e"]),
        ("(a|b) (c|d)", ["a c", "a d", "b c", "b d"]),
    ],
)
def test_expand(phrase, plain):
    assert expand(phrase) == plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sở Y tế chủ trì", [(3, 5, 1)]),
        ("chủ hộ", [(0, 1, 2)]),
        ("CHỦ TRÌ", [(0, 2, 1)]),
        ("đưa vào khai thác", [(0, 4, 3)]),
        ("đưa vào kho", []),
        ("kì họp", [(0, 2, 4)]),
        ("bảo đảm 06 rõ", [(2, 4, 5)]),
        ("Đ/c Ba", [(0, 3, 6)]),
        ("Ð/c Ba", [(0, 3, 6)]),
        ("", []),
    ],
)
def test_scan(text, found):
    assert TABLE.scan(Syllables(text).codes) == found


def test_match_begins_where_it_is_asked():
    codes = Syllables("do Sở chủ trì").symbols
    assert TABLE.match(codes, 2) == (4, 1)
    assert TABLE.match(codes, 1) is None
    assert TABLE.match(codes, 99) is None


@given(st.text(max_size=60))
def test_matches_are_in_order_and_apart(text):
    found = TABLE.scan(Syllables(f"{text} chủ trì {text}").codes)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("position", "floor", "found"), [(3, 0, (1, 2)), (3, 2, (2, 1)), (3, 3, None), (0, 0, None), (2, 0, None)]
)
def test_endings_begin_at_the_floor_or_behind(position, floor, found):
    endings = Endings([("nhất", 1), ("chậm nhất", 2)])
    assert endings.find(Syllables("xong chậm nhất 30/6").symbols, position, floor) == found
