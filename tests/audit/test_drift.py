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


GOALS = [
    # Another road, another indicator and the whole of several works are not what a number became.
    (
        "1. Nâng cấp 12,5 km đường liên xã (tuyến Vĩnh Hà - Tân Phú 7,5 km, tuyến Vĩnh Hà - An Lạc 5 km).",
        "1. Nâng cấp đường liên xã tuyến Vĩnh Hà - An Lạc 5 km.",
        [],
    ),
    (
        "1. Nâng cấp 12,5 km đường liên xã (tuyến Vĩnh Hà - Tân Phú 7,5 km, tuyến Vĩnh Hà - An Lạc 5 km).",
        "1. Nâng cấp đường liên xã tuyến Vĩnh Hà - An Lạc 4 km.",
        ["5 km → 4 km"],
    ),
    (
        "b) 100% hồ sơ được xử lý trên môi trường mạng, phấn đấu tỷ lệ hồ sơ trực tuyến toàn trình đạt 70%;",
        "1. Tỷ lệ hồ sơ trực tuyến toàn trình đạt 80%.",
        ["70 % → 80 %"],
    ),
    ("1. Trồng 120 ha keo và 30 ha quế.", "1. Trồng 30 ha quế và 100 ha keo.", ["120 ha → 100 ha"]),
    # A ceiling may be written as a length of time.
    (
        "1. Thời gian cấp giấy phép xây dựng không quá 12 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.",
        "1. Thời gian cấp giấy phép xây dựng không quá 15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.",
        ["≤ 12 ngày → ≤ 15 ngày"],
    ),
    (
        "1. Thời gian cấp giấy phép xây dựng không quá 12 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.",
        "1. Thời gian cấp giấy phép xây dựng không quá 12 ngày làm việc kể từ ngày nhận hồ sơ hợp lệ.",
        [],
    ),
    (
        "1. Giảm số vụ vi phạm trật tự xây dựng từ 32 vụ năm 2023 xuống còn dưới 15 vụ năm 2024.",
        "1. Giảm số vụ vi phạm trật tự xây dựng xuống dưới 17 vụ.",
        ["≤ 15 vụ → ≤ 17 vụ"],
    ),
    # The plan that a share is taken of is no goal.
    (
        "1. Giải ngân vốn đầu tư công đạt trên 95% kế hoạch vốn giao là 48,6 tỷ đồng.",
        "1. Giải ngân vốn đầu tư công đạt trên 90% kế hoạch vốn giao là 52,1 tỷ đồng.",
        ["≥ 95 % → ≥ 90 %"],
    ),
    ("1. Kéo giảm tỷ lệ hộ nghèo từ 5 - 6%.", "1. Kéo giảm tỷ lệ hộ nghèo từ 5 - 7%.", ["5 % – 6 % → 5 % – 7 %"]),
]


@pytest.mark.parametrize(("old", "new", "details"), GOALS)
def test_numbers_are_laid_beside_those_on_the_same_thing(old, new, details):
    other = "2. Tăng cường công tác quản lý trật tự xây dựng trên địa bàn."
    found = drift(side(2024, old, other), side(2025, new, other))
    assert [d.detail for d in found if d.change in ("target_lowered", "target_raised")] == details
    assert not any(d.change in ("dropped", "added") for d in found)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("trước ngày 31/10/2025", "trước ngày 30/6/2024 → trước ngày 31/10/2025"),
        ("trước năm 2027", "trước ngày 30/6/2024 → trước năm 2027"),
        ("trước ngày 30/6/2025", None),
    ],
)
def test_a_moved_deadline_is_told_in_the_words_of_both(text, detail):
    work = "1. Làm xong cầu Nà Mạ bắc qua suối Nậm Chim"
    found = drift(side(2024, f"{work} trước ngày 30/6/2024."), side(2025, f"{work} {text}."))
    assert [d.detail for d in found if d.change == "deadline_moved"] == ([detail] if detail else [])


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


@pytest.mark.parametrize(
    ("until", "last"),
    [("trước ngày 30/6/2024", date(2024, 6, 29)), ("trước năm 2025", date(2024, 12, 31)),
     ("trong quý II/2024", date(2024, 6, 30)), ("trong thời gian tới", None)],
)  # fmt: skip
def test_new_deadline_of_a_delay(until, last):
    text = f"Chưa xây xong trạm y tế do thiếu vốn đối ứng, sẽ hoàn thành {until}."
    assert [d.new_deadline for d in delays(analyse([Item(text, "report", date(2023, 12, 1))]))] == [last]
