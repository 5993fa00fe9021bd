"""A level that is named makes a target, whatever nouns or other cells stand beside it."""

from __future__ import annotations

from datetime import date

import pytest

from camket.pipeline import analyse, find_figures, observe
from camket.records import Inherited, Item
from camket.scoring.aims import names_level

DAY = date(2024, 1, 15)
HEADER = "TT | Nội dung | Chỉ tiêu | Thời hạn | Đơn vị chủ trì"


def named(text: str, context: str | None = None) -> bool:
    one = observe(Item(text, "commitment", DAY, context=context))
    find_figures([one])
    return names_level(one)


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Giảm số vụ vi phạm xuống dưới 17 vụ.", None, True),
        ("Nâng tỷ lệ hộ dùng nước sạch lên 95%.", None, True),
        ("Giảm nghèo ở 5 xã.", None, False),
        ("Nâng cao chất lượng 05 nhóm giải pháp.", None, False),
        ("Nâng lên 3 nhóm giải pháp.", None, False),
        ("5 | Sự hài lòng | ≥ 90% | Thường xuyên | Phòng QLCL", HEADER, True),
        ("5 | Sự hài lòng của 90% người bệnh | Tốt | Thường xuyên | Phòng QLCL", HEADER, False),
    ],
)
def test_levels(text: str, context: str | None, expected: bool) -> None:
    assert named(text, context) is expected


@pytest.mark.parametrize(
    "thing", ["vi phạm trật tự xây dựng", "cháy", "vi phạm trật tự giao thông", "tai nạn lao động"]
)
def test_the_noun_does_not_decide(thing: str) -> None:
    (annotation,) = analyse([Item(f"Giảm số vụ {thing} xuống dưới 17 vụ.", "commitment", DAY)])
    assert annotation.judgement.target
    assert [f.role for f in annotation.evidence.figures] == ["target"]
    assert "SP02" not in [f.code for f in annotation.findings]


@pytest.mark.parametrize("when", ["Thường xuyên", "Năm 2024", "Liên tục"])
def test_the_cell_for_the_time_does_not_decide(when: str) -> None:
    (annotation,) = analyse([Item(f"5 | Sự hài lòng | ≥ 90% | {when} | Phòng QLCL", "commitment", DAY, context=HEADER)])
    assert annotation.judgement.target
    assert [f.role for f in annotation.evidence.figures] == ["target"]


def test_a_cause_inside_a_time_is_none() -> None:
    text = "4 hồ còn lại chưa khởi công, trong khi cam kết hoàn thành trước mùa mưa lũ năm 2023."
    late = "4 hồ còn lại chưa khởi công do mưa lũ kéo dài."
    plain, explained = analyse([Item(text, "report", DAY), Item(late, "report", DAY)])
    assert plain.evidence.causes == ()
    assert explained.evidence.causes == ("external",)


def test_a_time_that_waits_for_others_is_not_that_of_the_document() -> None:
    texts = ("Xong 100% hồ sơ khi được cấp kinh phí.", "Xong 100% hồ sơ.")
    waits, inherits = analyse([Item(t, "commitment", DAY, period=Inherited("năm 2024", "title")) for t in texts])
    assert (waits.judgement.verdict_in_document, inherits.judgement.verdict_in_document) == ("incomplete", "clear")
    assert [f.code for f in waits.findings if f.criterion == "time"] == ["TG02"]
