"""The arithmetic of reports: generated ones with a planted slip, the same without, and cases with known answers."""

from __future__ import annotations

import random
from datetime import date

import pytest

from camket.audit.arithmetic import audit
from camket.linking.reading import read_side
from camket.records import Item


def slips(*texts):
    items = [Item(text, "report", date(2023, 12, 1), id=str(i)) for i, text in enumerate(texts)]
    return [slip.check for slip in audit(read_side(items))]


NOUNS = ["hồ sơ", "nhiệm vụ", "giấy phép", "đơn", "hộ", "công trình", "học sinh"]


def thousands(value):
    return f"{value:,}".replace(",", ".")


def percent(value):
    return f"{value:.1f}".replace(".", ",")


def sum_line(rng, wrong):
    noun, parts = rng.choice(NOUNS), [rng.randint(40, 900) for _ in range(3)]
    total = sum(parts) + (rng.choice([-18, 18, 90]) if wrong else 0)
    a, b, c = map(thousands, parts)
    return (
        f"Toàn huyện có {thousands(total)} {noun}, gồm {a} {noun} loại một, {b} {noun} loại hai và {c} {noun} loại ba."
    )


def share_line(rng, wrong):
    noun, whole = rng.choice(NOUNS), rng.randint(100, 900)
    part = rng.randint(whole // 3, whole - 5)
    rate = 100 * part / whole + (rng.choice([-3, 4]) if wrong else 0)
    return f"Đã giải quyết {part}/{whole} {noun}, đạt {percent(rate)}%."


def growth_line(rng, wrong):
    before = rng.randint(60, 300)
    now = before + rng.choice([-1, 1]) * rng.randint(5, 40)
    rate = abs(100 * (now - before) / before) + (2.5 if wrong else 0)
    verb = "tăng" if now > before else "giảm"
    return f"Trong kỳ xảy ra {now} vụ, {verb} {percent(rate)}% so với cùng kỳ năm trước ({before} vụ)."


def plan_line(rng, wrong):
    plan = rng.randint(40, 200)
    done = rng.randint(plan // 2, plan)
    rate = 100 * done / plan + (6 if wrong else 0)
    return f"Trồng mới {done} ha rừng (kế hoạch {plan} ha), đạt {percent(rate)}%."


MAKERS = [sum_line, share_line, growth_line, plan_line]


def report(seed, planted):
    """Four lines of arithmetic, at most one of them with a slip, among lines without any."""
    rng = random.Random(seed)
    bad = rng.randrange(len(MAKERS)) if planted else -1
    lines = [make(rng, wrong=i == bad) for i, make in enumerate(MAKERS)]
    return [*lines, "Công tác tuyên truyền được duy trì thường xuyên.", f"Tổ chức {rng.randint(2, 30)} buổi tập huấn."]


@pytest.mark.parametrize("seed", range(50))
def test_planted_slips_are_found(seed):
    assert len(slips(*report(seed, planted=True))) == 1


@pytest.mark.parametrize("seed", range(50))
def test_clean_reports_raise_no_alarm(seed):
    assert slips(*report(seed, planted=False)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 9.831 việc, gồm 7.892 việc đúng hạn, 1.602 việc trước hạn và 319 việc quá hạn.", ["sum"]),
        ("Có 9.831 việc, gồm 7.892 việc đúng hạn, 1.620 việc trước hạn và 319 việc quá hạn.", []),
        ("Đã xử lý 2.501/2.723 hồ sơ, đạt 91,8%.", []),
        ("Đã xử lý 2.501/2.723 hồ sơ, đạt 81,9%.", ["share"]),
        ("Thu 45,6 tỷ đồng, trong đó tiền đất 30,2 tỷ đồng, thuế 18,1 tỷ đồng.", ["sum"]),
        ("Thu 45,6 tỷ đồng, trong đó tiền đất 30,2 tỷ đồng, thuế 8,1 tỷ đồng.", []),
        (
            "Có 21.914 việc, gồm 16.051 việc đã xong (14.068 việc đúng hạn, 1.983 việc quá hạn), 5.863 việc chưa xong.",
            [],
        ),
        ("Kiểm tra 37/37 tổ chức và 52/50 đảng viên, đạt 100% và 104% kế hoạch.", []),
        ("Thu đạt 52 tỷ đồng, tăng 5,8% so với cuối năm 2022; dư nợ 211 tỷ đồng.", []),
        ("Giải quyết 19/55 trường hợp, đạt 90,5% chỉ tiêu.", []),
    ],
)
def test_known_cases(text, found):
    assert slips(text) == found


def test_one_indicator_with_two_values():
    first = "Tổng thu ngân sách trên địa bàn đạt 12,4 tỷ đồng."
    assert slips(first, "Tổng thu ngân sách trên địa bàn đạt 14,2 tỷ đồng.") == ["two_values"]
    assert slips(first, first) == []
