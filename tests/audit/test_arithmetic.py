"""The arithmetic of reports: generated ones with a planted slip, the same without, and cases with known answers."""

from __future__ import annotations

import random
from datetime import date

import pytest

from camket.audit.arithmetic import audit
from camket.linking.reading import read_side
from camket.records import Item
from support import cases_of

CASES = cases_of("audit", "arithmetic.yaml")


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


@pytest.mark.parametrize(("group", "case"), CASES, ids=[case["text"][:60] for _, case in CASES])
def test_known_cases(group, case):
    assert slips(case["text"]) == case["found"]


def test_the_calculation_is_written_out():
    text = "Có 9.831 việc, gồm 7.892 việc đúng hạn, 1.602 việc trước hạn và 319 việc quá hạn."
    (slip,) = audit(read_side([Item(text, "report", date(2023, 12, 1), id="1")]))
    assert slip.calculation == "7.892 + 1.602 + 319 = 9.813 việc"
    assert (slip.expected, slip.found) == (9813, 9831)


def test_one_indicator_with_two_values():
    first = "Tổng thu ngân sách trên địa bàn đạt 12,4 tỷ đồng."
    assert slips(first, "Tổng thu ngân sách trên địa bàn đạt 14,2 tỷ đồng.") == ["two_values"]
    assert slips(first, first) == []
