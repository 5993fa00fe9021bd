"""Where items begin and end, and what they take from around them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.io import ReadError, read_bytes
from camket.items import detect_kind, locate, split

HALF_YEAR = """UBND HUYỆN TÂN SƠN
UBND XÃ PHÚ LƯƠNG
Số: 45/BC-UBND
Phú Lương, ngày 20 tháng 6 năm 2023
BÁO CÁO
Sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023
Kính gửi:
- UBND huyện Tân Sơn;
- Phòng Nội vụ huyện.
PHẦN THỨ NHẤT
KẾT QUẢ THỰC HIỆN 6 THÁNG ĐẦU NĂM 2023
I/ Lĩnh vực kinh tế
1/ Nông nghiệp:
- Diện tích gieo trồng đạt 350/400 ha.
+ Lúa xuân 120 ha, năng suất 55 tạ/ha.
2/ Tài chính: Thu ngân sách đạt 52% dự toán. Chi ngân sách đúng quy định. Nợ thuế giảm 5%. Không có nợ mới.
II/ Tồn tại, hạn chế
* Giải ngân một số công trình chậm;
PHẦN THỨ HAI
PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2023
1. Thu ngân sách đạt 100% dự toán năm.
2. Giao công chức Tài chính theo dõi, đôn đốc.
Trên đây là báo cáo của UBND xã Phú Lương./.
Nơi nhận:
- Như trên;
- Lưu VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Thị Cúc
"""
PERSONAL = """BẢN CAM KẾT
Của Bí thư Đảng ủy năm 2024
Kính gửi: Ban Thường vụ Huyện ủy Tân Sơn
Họ và tên: Nguyễn Văn Dũng
Chức vụ: Bí thư Đảng ủy xã
Tôi xin cam kết thực hiện các nội dung sau:
1. Về chính trị tư tưởng: luôn kiên định, vững vàng.
2. Về nhiệm vụ được giao:
a) Hoàn thành 100% chỉ tiêu nghị quyết;
b) Xây dựng 01 mô hình điểm trong quý II;
STT | Nội dung | Thời gian | Người thực hiện
A | NHIỆM VỤ CHUNG
1 | Rà soát quy chế | Tháng 3/2024 | Văn phòng
- Trong đó: quy chế làm việc |  |  |
2 | Nâng cao chất lượng sinh hoạt chi bộ |  |  |
3 | Xây dựng cơ sở vật chất |  |  |
3.1 | Làm đường thôn Đồng Rôm | Quý II | UBND xã
NGƯỜI CAM KẾT
Nguyễn Văn Dũng
XÁC NHẬN CỦA BAN THƯỜNG VỤ
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Lê Văn Én
"""
LETTER = """Số: 120/UBND-NV
V/v báo cáo kết quả cam kết
Kính gửi: Sở Nội vụ
Thực hiện Công văn số 12/SNV-CCHC ngày 05/3/2023, UBND huyện báo cáo như sau:
1.1 Kết quả: Đã hoàn thành 5/6 nội dung.
Trong thời gian tới, UBND huyện tập trung: hoàn thành giải phóng mặt bằng 2,5 km đường trước 30/6; giải ngân 100% vốn trong năm; cấp 300 giấy chứng nhận cho 5 xã; tổ chức 04 buổi đối thoại với người dân.
Điều 2. Tổ chức thực hiện
1. Phòng Nội vụ:
a) Theo dõi, đôn đốc thường xuyên, báo cáo kết quả.
2. Đề nghị Ủy ban MTTQ huyện
- Giám sát việc thực hiện các nội dung cam kết.
"""


def read(text):
    document = read_bytes(text.encode(), "a.txt")
    return document, split(document)


def test_a_report_in_two_parts():
    document, items = read(HALF_YEAR)
    assert document.metadata.addressees == ("UBND huyện Tân Sơn", "Phòng Nội vụ huyện")
    assert detect_kind(document) == "mixed"
    assert [(item.section, item.label, item.text) for item in items] == [
        ("results", "-", "Diện tích gieo trồng đạt 350/400 ha."),
        ("results", "+", "Lúa xuân 120 ha, năng suất 55 tạ/ha."),
        ("results", "2/", "Tài chính: Thu ngân sách đạt 52% dự toán."),
        ("results", "", "Chi ngân sách đúng quy định."),
        ("results", "", "Nợ thuế giảm 5%."),
        ("results", "", "Không có nợ mới."),
        ("shortcomings", "*", "Giải ngân một số công trình chậm;"),
        ("directions", "1.", "Thu ngân sách đạt 100% dự toán năm."),
        ("directions", "2.", "Giao công chức Tài chính theo dõi, đôn đốc."),
    ]
    assert items[4].context == "Tài chính"
    assert {item.period.value for item in items[:7]} == {"6 THÁNG ĐẦU NĂM 2023"}
    assert {item.period.value for item in items[7:]} == {"6 THÁNG CUỐI NĂM 2023"}
    assert {item.kind for item in items} == {"report"}
    assert {item.date for item in items} == {date(2023, 6, 20)}
    assert items[1].headings[-1] == "Nông nghiệp"


def test_a_personal_commitment_with_a_table():
    document, items = read(PERSONAL)
    assert [item.text for item in items] == [
        "Về chính trị tư tưởng: luôn kiên định, vững vàng.",
        "Hoàn thành 100% chỉ tiêu nghị quyết;",
        "Xây dựng 01 mô hình điểm trong quý II;",
        "1 | Rà soát quy chế | Tháng 3/2024 | Văn phòng",
        "- Trong đó: quy chế làm việc |  |  |",
        "2 | Nâng cao chất lượng sinh hoạt chi bộ |  |  |",
        "3.1 | Làm đường thôn Đồng Rôm | Quý II | UBND xã",
    ]
    assert {(item.owner.value, item.owner.source) for item in items} == {("Bí thư Đảng ủy xã", "preamble")}
    assert items[-1].headings[-1] == "Xây dựng cơ sở vật chất"
    assert items[3].context == "STT | Nội dung | Thời gian | Người thực hiện"
    assert len(document.metadata.signers) == 2


def test_a_letter_without_a_title():
    document, items = read(LETTER)
    assert document.metadata.title == "báo cáo kết quả cam kết"
    assert [item.section for item in items] == [None, *["directions"] * 4, "organisation", "organisation"]
    assert items[1].context == "Trong thời gian tới, UBND huyện tập trung"
    assert items[-1].owner is None or items[-1].owner.value == "Ủy ban MTTQ huyện"


@pytest.mark.parametrize(("text", "expected"), [
    ("Thu đạt 3.655,6 tỷ đồng. Chi đạt 95%.", ["Thu đạt 3.655,6 tỷ đồng.", "Chi đạt 95%."]),
    ("UBND TP. Đông Hải giao ThS. Lê An phụ trách.", ["UBND TP. Đông Hải giao ThS. Lê An phụ trách."]),
    ("Làm đường, điện... được tập trung giải quyết.", ["Làm đường, điện... được tập trung giải quyết."]),
    ("- Làm 2 km đường. Thời gian: quý II.", ["Làm 2 km đường. Thời gian: quý II."]),
    ("Kết quả ra sao? Đã trồng 5 ha.", ["Đã trồng 5 ha."]),
    ("Nguyên nhân: (1) thiếu vốn; (2) vướng mặt bằng.", ["Nguyên nhân: (1) thiếu vốn; (2) vướng mặt bằng."]),
    ("Cụ thể: (1) trồng 5 ha rừng; (2) nuôi 20 con bò.", ["trồng 5 ha rừng;", "nuôi 20 con bò."]),
    ("Ba là, trồng rừng. Chăm sóc rừng. Bảo vệ rừng. Giao rừng.",
     ["trồng rừng. Chăm sóc rừng. Bảo vệ rừng. Giao rừng."]),
    ("Nội dung 2: Xây cầu Nà Lốc. Kết quả: đã xong.", ["Nội dung 2: Xây cầu Nà Lốc. Kết quả: đã xong."]),
    ("Đất sản xuất (theo Điều 5. Khoản 2) đã giao xong.", ["Đất sản xuất (theo Điều 5. Khoản 2) đã giao xong."]),
    ("TIẾN ĐỘ QUY HOẠCH CÒN CHẬM, CHƯA ĐẠT YÊU CẦU.", ["TIẾN ĐỘ QUY HOẠCH CÒN CHẬM, CHƯA ĐẠT YÊU CẦU."]),
])  # fmt: skip
def test_boundaries(text, expected):
    assert [item.text for item in read(text)[1]] == expected


@pytest.mark.parametrize("kind", ["commitment", "report"])
def test_the_kind_and_date_may_be_given(kind):
    items = split(read(HALF_YEAR)[0], kind=kind, date=date(2020, 1, 1))
    assert {(item.kind, item.date) for item in items} == {(kind, date(2020, 1, 1))}


WORDS = st.sampled_from([
    "I.", "1.", "a)", "-", "+", "Một là,", "(1)", "(2)", ";", ":", ".", " | ", "\n", "\n\n", "BÁO CÁO", "Nơi nhận:",
    "thu đạt",
    "5 tỷ đồng", "Kết quả:", "như sau:", "TT | Nội dung | Thời hạn", "PHỤ LỤC", "CHỦ TỊCH",
    "năm 2024", "Trong đó", "?", "…",
])  # fmt: skip


@given(st.lists(WORDS, max_size=40))
def test_any_text_splits_into_pieces_of_itself(words):
    try:
        document = read_bytes(" ".join(words).encode() or b"x", "a.txt")
    except ReadError:
        return
    taken: dict[int, int] = {}
    for item in split(document):
        block = document.blocks[item.block]
        assert block.text[item.start :].startswith(item.text)
        assert item.text.strip()
        assert item.start >= taken.get(item.block, 0)
        taken[item.block] = item.start + len(item.text)
        assert all(item.text[start:end].strip() for _, start, end in item.columns)
        assert locate(document, item).text.strip()
