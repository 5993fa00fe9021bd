"""Names, numbered places and short forms tie a report to its promise over common words."""

from __future__ import annotations

import pytest
import yaml

from camket.linking.match import match_record
from support import CASES as FOLDER

PROMISES = [
    "1. Khai trương Trung tâm Giám sát tập trung (GSTT) trước ngày 30/9/2023.",
    "2. Các xã Ba Na, Mun La đạt chuẩn nông thôn mới trong năm 2023.",
    "3. Sửa chữa hai trạm y tế xã Nà Sang và Huổi Tăm trước ngày 31/8/2023.",
    "4. Trồng mới 90 ha rừng phòng hộ tại tiểu khu 312 trước ngày 30/11/2023.",
    "5. Chăm sóc 150 ha rừng trồng năm thứ hai.",
    "6. Tỷ lệ hộ nghèo toàn huyện giảm còn 15%.",
]
CASES = {
    "GSTT mới lắp xong màn hình, chưa ra mắt được do gói thầu phần mềm phải đấu thầu lại.": "0",
    "Xã Mun La đạt 16/19 tiêu chí, còn vướng thu nhập, hộ nghèo và môi trường.": "1",
    "Trạm y tế xã Huổi Tăm mới xong phần mái, phải ngừng thi công.": "2",
    "Ở tiểu khu 312 đã xử lý thực bì, cuốc hố 52 ha.": "3",
    "Chăm sóc 155 ha rừng trồng, tỷ lệ cây sống 87%.": "4",
}
STRANGERS = [
    "Xã Cồn Vệ có 16 hộ trồng dâu.",
    "Nhân viên Trung tâm Dịch vụ tham gia 02 giải thể thao.",
]


def side(texts, day):
    return {"date": day, "units": [{"id": str(i), "text": text} for i, text in enumerate(texts)]}


@pytest.fixture(scope="module")
def links():
    reports = [*CASES, *STRANGERS]
    record = match_record({"commitment": side(PROMISES, "2023-02-10"), "report": side(reports, "2023-12-20")})
    found = {text: set() for text in reports}
    for link in record["links"]:
        found[reports[int(link["report"])]].add(link["commitment"])
    return found


@pytest.mark.parametrize("report", CASES)
def test_a_mark_of_its_own_ties(links, report):
    assert links[report] == {CASES[report]}


@pytest.mark.parametrize("report", STRANGERS)
def test_other_names_do_not(links, report):
    assert not links[report]


def matched(promises, reports, day="2023-12-20", **more):
    told = side(reports, day)
    for unit in told["units"]:
        unit.update(more)
    return match_record({"commitment": side(promises, "2023-02-10"), "report": told})


@pytest.mark.parametrize(("promise", "report", "linked"), [
    ("1. Định kỳ 6 tháng báo cáo Giám đốc Sở.", "Giám đốc Sở thu hồi 126 triệu đồng nộp ngân sách.", False),
    ("1. Phấn đấu xếp loại tốt trở lên.", "Ước cả năm thu phí đạt 1,1 tỷ đồng, bằng 115% dự toán.", False),
    ("1. Báo cáo tiến độ về huyện trước ngày 15.", "Tiến độ giải ngân còn chậm, mới đạt 71% kế hoạch vốn.", False),
    ("1. Thu hồi 126 triệu đồng chi sai.", "Yêu cầu Giám đốc Sở thu hồi 126 triệu đồng chi sai.", False),
    ("1. Thu hồi 126 triệu đồng chi sai.", "Giám đốc Sở đã thu hồi 126 triệu đồng chi sai.", True),
])  # fmt: skip
def test_offices_and_requests_are_no_answer(promise, report, linked):
    assert bool(matched([promise], [report])["links"]) == linked


ANSWERS = yaml.safe_load((FOLDER / "links" / "answers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("group", ANSWERS, ids=[group["group"] for group in ANSWERS])
def test_what_answers_what(group):
    promises = [f"{n}. {text}" for n, text in enumerate(group["promises"], 1)]
    day = group.get("day", "2023-12-20")
    record = matched(promises, [report["text"] for report in group["reports"]], day)
    found = {str(j): set() for j in range(len(group["reports"]))}
    for link in record["links"]:
        found[link["report"]].add(int(link["commitment"]) + 1)
    assert found == {str(j): set(report["answers"]) for j, report in enumerate(group["reports"])}


def test_reasons_are_whole_phrases():
    record = matched(
        ["1. Tỷ lệ học sinh tốt nghiệp THPT đạt 99% trở lên.", "2. Sửa chữa, nâng cấp 15 hồ chứa."],
        ["Tỷ lệ tốt nghiệp THPT đạt 98,5%.", "Đã sửa chữa 11/15 hồ chứa."],
    )
    assert [link["terms"][:2] for link in record["links"]] == [["tốt nghiệp thpt"], ["15 hồ chứa", "sửa chữa"]]
