"""The last day of a promise, the same in the register, in tables and in workbooks."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from camket.api import check
from camket.linking.reading import read_side
from camket.records import Item
from camket.register.imports import due_of
from camket.report.tables import to_csv
from camket.report.workbook.columns import last_day

SIGNED = date(2024, 1, 15)
# What is due before a period is due before its first day; a period named as such is over with its last.
CASES = [
    ("Xây xong trạm y tế xã trước năm 2025.", date(2024, 12, 31)),
    ("Xây xong trạm y tế xã trong năm 2025.", date(2025, 12, 31)),
    ("Xây xong trạm y tế xã trước quý IV/2024.", date(2024, 9, 30)),
    ("Xây xong trạm y tế xã trong quý IV/2024.", date(2024, 12, 31)),
    ("Xây xong trạm y tế xã trước tháng 9/2024.", date(2024, 8, 31)),
    ("Xây xong trạm y tế xã đến hết tháng 9/2024.", date(2024, 9, 30)),
    ("Xây xong trạm y tế xã trước ngày 30/6/2024.", date(2024, 6, 29)),
    ("Xây xong trạm y tế xã chậm nhất ngày 30/6/2024.", date(2024, 6, 30)),
]


@pytest.mark.parametrize(("text", "day"), CASES)
def test_last_day_is_the_same_everywhere(text, day, tmp_path):
    (annotation,) = read_side([Item(text, "commitment", SIGNED, id="1")])
    assert due_of(annotation) == day
    assert last_day([t for t in annotation.evidence.times if t.role == "deadline"]) == day
    path = tmp_path / "cam-ket.txt"
    path.write_text(text, encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(to_csv([check(path, kind="commitment", date=SIGNED)])))
    assert row["deadlines"] == day.isoformat()


def test_what_names_no_days_has_no_last_day():
    (annotation,) = read_side([Item("Hằng quý báo cáo kết quả về Phòng Nội vụ.", "commitment", SIGNED, id="1")])
    assert [t.last_day for t in annotation.evidence.times] == [None]
    assert due_of(annotation) is None
