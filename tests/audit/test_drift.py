"""What changed between two commitments."""

from __future__ import annotations

from datetime import date

import pytest

from camket.audit.boilerplate import boilerplate_index, shared_texts
from camket.audit.delays import delays
from camket.audit.drift import drift
from camket.linking.reading import read_side
from camket.pipeline import analyse
from camket.records import Item


def side(year, *texts):
    return read_side([Item(t, "commitment", date(year, 1, 20), id=f"{year}-{i}") for i, t in enumerate(texts)])


CASES = [
    ("1. Trồng 120 ha rừng trong năm {year}.", "1. Trồng 90 ha rừng trong năm {year}.", ["target_lowered"]),
    ("1. Trồng 90 ha rừng trong năm {year}.", "1. Trồng 120 ha rừng trong năm {year}.", ["target_raised"]),
    ("1. Tỷ lệ hộ nghèo dưới 3%.", "1. Tỷ lệ hộ nghèo dưới 4%.", ["target_lowered"]),
    (
        "1. Làm xong cầu Nà Mạ trước ngày 30/6/{year}.",
        "1. Làm xong cầu Nà Mạ trước ngày 31/10/{year}.",
        ["deadline_moved"],
    ),
    (
        "1. Tăng cường tuyên truyền pháp luật năm {year}.",
        "2. Tăng cường tuyên truyền pháp luật năm {year}.",
        ["copied"],
    ),
    ("1. Trồng 120 ha rừng.", "1. Kết nạp 12 đảng viên.", ["dropped", "added"]),
]


@pytest.mark.parametrize(("old", "new", "changes"), CASES)
def test_changes(old, new, changes):
    found = drift(side(2023, old.format(year=2023)), side(2024, new.format(year=2024)))
    assert [d.change for d in found] == changes


def test_shared_texts_ignore_names_and_numbers():
    texts = {"xã A": ["Vận động 95% dân số xã Na Sang tham gia bảo hiểm y tế."],
             "xã B": ["Vận động 90% dân số xã Pu Lau tham gia bảo hiểm y tế."]}  # fmt: skip
    assert boilerplate_index(texts) == {"xã A": 1.0, "xã B": 1.0}
    assert shared_texts((name, t) for name, ts in texts.items() for t in ts)[0].organisations == ("xã A", "xã B")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nguyên nhân chủ quan là một số cán bộ thiếu chủ động.", "subjective"),
        ("Nguyên nhân khách quan là do mưa lũ kéo dài.", "objective"),
        ("Nguyên nhân do thiếu vốn đối ứng.", "unclear"),
    ],
)
def test_delays(text, kind):
    assert [d.kind for d in delays(analyse([Item(text, "report", date(2023, 12, 1))]))] == [kind]
