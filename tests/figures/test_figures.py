"""Figures against the case files: values, near misses, roles."""

import re
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.pipes.figures import assign_roles, explain, find_figures
from camket.pipes.source import Source
from camket.pipes.times import find_times
from camket.records import Act, Item
from support import cases_of, growth

MARK = re.compile(r"\[\[(.+?) =>? (.+?)\]\]")


def read(text, context=None):
    source = Source(Item(text, "report", context=context))
    return source, find_figures(source, find_times(source))


def value(written):
    """The value of a mark: "5..7 xã", "16 of 25 chỉ tiêu", "..3 %"."""
    bounds, _, rest = written.partition(" ")
    low, dots, high = bounds.partition("..")
    whole = re.fullmatch(r"of (\S+) ?(.*)", rest)
    number = lambda text: float(text) if text else None  # noqa: E731
    of, unit = (float(whole[1]), whole[2]) if whole else (None, rest)
    return number(low), number(high) if dots else number(low), of, unit or None


@pytest.mark.parametrize(("group", "marked"), cases_of("figures", "values.yaml"))
def test_values(group, marked):
    text = MARK.sub(r"\1", marked)
    expected = [(m[1], *value(m[2])) for m in MARK.finditer(marked)]
    _, found = read(text)
    seen = [(text[f.start : f.end], f.low, f.high, f.of, f.unit) for f in found]
    assert [row for row in seen if row in expected] == expected, seen


@pytest.mark.parametrize(("group", "text"), cases_of("figures", "misses.yaml"))
def test_no_figure(group, text):
    assert [text[f.start : f.end] for f in read(text)[1]] == []


@pytest.mark.parametrize(("group", "marked"), cases_of("figures", "roles.yaml"))
def test_roles(group, marked):
    text = MARK.sub(r"\1", marked)
    source, found = read(text)
    roles = [(text[f.start : f.end], f.role) for f in assign_roles(found, source, group["act"], find_times(source))]
    for words, role in MARK.findall(marked):
        assert (words, role) in roles


def test_units_of_a_table_row():
    context = "Chỉ tiêu | ĐVT | TH 2021 | KH 2022 | So KH (%)"
    text = "Tổng thu ngân sách | tỷ đồng | 213,7 | 240 | 95,4"
    _, found = read(text, context)
    assert [(f.low, f.unit) for f in found] == [(213.7e9, "VND"), (240e9, "VND"), (95.4, "%")]


def test_warnings_and_explanation():
    text = "Tổng vốn 5,680 tỷ đồng, tăng 9,5 so với cùng kỳ."
    source, found = read(text)
    found = assign_roles(found, source, "claim")
    assert [f.warnings for f in found] == [("three_decimals",), ("unit_missing",)]
    assert found[1].direction == "up"
    assert text[slice(*found[1].base)] == "cùng kỳ"
    assert "5.680.000.000 VND" in explain(found[0], text)


def test_estimates_and_what_is_measured():
    text = "Thu ngân sách trên địa bàn ước đạt 96 tỷ đồng, bằng 80% dự toán tỉnh giao; trồng 12 ha rừng."
    source, found = read(text)
    first, second, third = assign_roles(found, source, "claim")
    assert (first.estimated, third.estimated) == (True, False)
    assert text[slice(*first.indicator)] == "Thu ngân sách trên địa bàn"
    assert text[slice(*second.base)] == "dự toán tỉnh giao"


@given(st.text(max_size=80), st.sampled_from(get_args(Act)))
def test_never_fails_and_stays_in_order(text, act):
    whole = f"{text} 12 ha {text} từ 5 đến 7 xã {text}% | {text}"
    source, found = read(whole, f"{text} | KH (%)")
    found = assign_roles(found, source, act)
    assert all(0 <= f.start < f.end <= len(whole) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(isinstance(explain(f, whole), str) for f in found)


@given(st.text("0123456789.,/%- (|)đồngtỷhaitrởlên", max_size=60))
def test_never_fails_on_digits_and_signs(text):
    source, found = read(text)
    assign_roles(found, source, "commitment")


PIECES = [
    "9", "1.", "12/", "5 - ", "(((", "trên ", "triệu ", "hai mươi ", "3 xã, ", "7% | ", "từ 5 ", "/ha", "KH 5 ", "2,",
    "“4 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_length(piece):
    def work(text):
        source, found = read(text)
        assign_roles(found, source, "claim")

    assert growth(work, piece, 20_000) < 1.4
