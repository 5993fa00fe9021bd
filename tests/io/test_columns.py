"""What the columns of a table are for."""

import pytest

from camket.api import check_document
from camket.io import read_bytes
from camket.io.columns import column_name, column_names
from support import cases_of

CASES = cases_of("io", "columns.yaml")


def cells(line):
    return [cell.strip() for cell in line.split("|")]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=lambda case: case["head"])
def test_heads(case):
    found = column_names(cells(case["head"]), [cells(row) for row in case.get("rows", ())])
    assert [name or "-" for name in found] == case["names"].split()


@pytest.mark.parametrize("case", [case for _, case in CASES if "|" not in case["head"]], ids=lambda case: case["head"])
def test_a_head_of_its_own(case):
    assert column_name(case["head"]) == case["names"]


@pytest.mark.parametrize(("label", "asked"), [("Hoàn thành", True), ("Chưa đạt", False)])
@pytest.mark.parametrize("ending", ["Tỷ lệ (%) | Đánh giá", "Đánh giá | Tỷ lệ (%)"])
def test_a_label_is_held_against_plan_and_result(ending, label, asked):
    last = f"90,4 | {label}" if ending.endswith("giá") else f"{label} | 90,4"
    text = (f"BÁO CÁO\nKết quả năm 2024\nTT | Chỉ tiêu | ĐVT | Kế hoạch 2024 | Thực hiện 2024 | {ending}\n"
            f"1 | Đường liên xã | km | 12,5 | 11,3 | {last}")  # fmt: skip
    report = check_document(read_bytes(text.encode(), "a.txt"))
    assert ("BC07" in {f.code for a in report.annotations for f in a.findings}) == asked
