"""Temporal expressions against the case files: values, near misses, roles, cues, linear time."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.pipes.source import Source
from camket.pipes.times import assign_roles, explain, find_time_cues, find_times, normal_form
from camket.records import Item
from support import cases_of, growth

MARK = re.compile(r"\[\[(.+?) = (.+?)\]\]")
BOUNDS = ("before", "by", "in", "from")
VALUES = [case for name in ("dates", "periods", "rules") for case in cases_of("times", f"{name}.yaml")]


def source_of(group, text):
    return Source(Item(text, group["kind"], group["date"], group.get("context")))


def value(written):
    """First day, last day, recurrence, duration and bound of "2022-03-08..2022-04-07 P30D by"."""
    found = {"days": (None, None), "rrule": None, "event": None, "bound": "in"}
    for part in written.split():
        if part in BOUNDS:
            found["bound"] = part
        elif part.startswith("FREQ"):
            found["rrule"] = part
        elif part.startswith("P"):
            found["event"] = part
        else:
            first, _, last = part.partition("..")
            found["days"] = (date.fromisoformat(first), date.fromisoformat(last or first))
    return (*found["days"], found["rrule"], found["event"], found["bound"])


@pytest.mark.parametrize(("group", "marked"), VALUES)
def test_values(group, marked):
    text = MARK.sub(r"\1", marked)
    expected = [(m[1], *value(m[2])) for m in MARK.finditer(marked)]
    found = find_times(source_of(group, text))
    assert [(text[t.start : t.end], t.from_, t.to, t.rrule, t.event, t.bound) for t in found] == expected


@pytest.mark.parametrize("kind", ["commitment", "report"])
@pytest.mark.parametrize(("group", "text"), cases_of("times", "misses.yaml"))
def test_no_time(group, text, kind):
    found = find_times(Source(Item(text, kind, date(2022, 3, 8))))
    assert [text[t.start : t.end] for t in found] == []


@pytest.mark.parametrize(("group", "marked"), cases_of("times", "roles.yaml"))
def test_roles(group, marked):
    text = MARK.sub(r"\1", marked)
    source = source_of(group, text)
    found = assign_roles(find_times(source), source, group["act"])
    assert [(text[t.start : t.end], t.role) for t in found] == MARK.findall(marked)


@pytest.mark.parametrize(("group", "marked"), VALUES)
def test_without_a_date_nothing_is_guessed(group, marked):
    text = MARK.sub(r"\1", marked)
    undated = find_times(Source(Item(text, group["kind"], None, group.get("context"))))
    dated = {(t.start, t.end): t for t in find_times(source_of(group, text))}
    for time in undated:
        if time.from_ is not None and (time.start, time.end) in dated:
            other = dated[time.start, time.end]
            assert (time.from_, time.to) == (other.from_, other.to)


def test_undated_words_are_cues():
    source = Source(Item("Xong trước 30/6, đến nay 4 hộ, hằng quý báo cáo.", "commitment"))
    assert [t.rrule for t in find_times(source)] == ["FREQ=MONTHLY;INTERVAL=3"]
    cues = [(source.item.text[c.start : c.end], c.label) for c in find_time_cues(source)]
    assert cues == [("trước 30/6", "unresolved_time"), ("đến nay", "unresolved_time")]


def test_vague_words_and_events_are_cues():
    text = "Sớm trình Đề án, thực hiện theo lộ trình sau khi được phê duyệt, xong trước 30/6."
    source = Source(Item(text, "commitment", date(2022, 3, 8)))
    cues = [(text[c.start : c.end], c.label) for c in find_time_cues(source)]
    assert cues == [("Sớm", "vague_time"), ("theo lộ trình", "vague_time"), ("sau khi", "event_anchor")]


def test_a_role_can_move_the_year():
    text = "Đến 30/6 chi 5 tỷ đồng, phấn đấu chi hết trước 15/3."
    source = Source(Item(text, "report", date(2021, 7, 5)))
    found = assign_roles(find_times(source), source, "claim")
    assert [(t.role, t.to) for t in found] == [("as_of", date(2021, 6, 30)), ("deadline", date(2022, 3, 15))]


@pytest.mark.parametrize(("group", "marked"), VALUES)
def test_explanations_name_the_value(group, marked):
    text = MARK.sub(r"\1", marked)
    for time in find_times(source_of(group, text)):
        said = explain(time, text)
        assert text[time.start : time.end] in said
        assert time.from_ is None or str(time.from_.year) in said
        assert "None" not in normal_form(time)


ODD = st.text(alphabet=st.sampled_from(list("0123456789/.-–,;:()| năgthqúyIVướcđếnhằừ")), max_size=60)


@given(
    st.one_of(st.text(max_size=80), ODD),
    st.sampled_from(["commitment", "report"]),
    st.sampled_from([None, date(2024, 2, 29)]),
)
def test_any_text(text, kind, day):
    source = Source(Item(text, kind, day))
    found = assign_roles(find_times(source), source, "claim")
    last = 0
    for time in found:
        assert last <= time.start < time.end <= len(text)
        assert time.rrule or time.event or time.from_ <= time.to
        last = time.end
    for cue in find_time_cues(source):
        assert 0 <= cue.start < cue.end <= len(text)


PIECES = [
    "30/6/2021 ", "1/2", "từ 5/6 đến ", "quý I, II, ", "tháng 1, 2, ", "năm 2021, 2022, ", "1 ", "trước ", "(", "trong vòng 5 ngày kể từ ",
    "hằng tháng, ", "ngày 1 và ngày 2 và ", "định kỳ ", "2021-2022-", "thứ hai, thứ ba, ", "a", "9", "đến nay ", "Tết Giáp Tý ", "| ",
]  # fmt: skip


def read_all(text):
    source = Source(Item(text, "report", date(2022, 3, 8)))
    assign_roles(find_times(source), source, "claim")


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece):
    assert growth(read_all, piece, size=5_000) < 1.4


@pytest.mark.full
@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_100_kb(piece):
    assert growth(read_all, piece, size=50_000) < 1.4


@pytest.mark.parametrize("text", ["x" * 100_000, "1" * 100_000, "1/" * 50_000, "((" * 50_000])
def test_long_runs(text):
    assert find_times(Source(Item(text, "report", date(2022, 3, 8)))) == ()


def test_days_far_ahead_do_not_break():
    source = Source(Item("Trước Tết Nguyên đán năm 2060, đến năm 2099.", "commitment", date(2058, 12, 31)))
    assert [t.to - timedelta(0) for t in find_times(source)] == [date(2060, 2, 2), date(2099, 12, 31)]
