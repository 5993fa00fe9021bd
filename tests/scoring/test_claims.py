"""Claims: chunks, the best cut, and what the models say of plain sentences."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.pipeline import analyse
from camket.records import Item
from camket.scoring.claims.chunks import cut
from camket.scoring.claims.decode import best_set, run_chances
from camket.scoring.claims.direction import tell_direction
from camket.scoring.claims.groups import Kept
from camket.scoring.claims.measure import bucket, loose, shares
from camket.text.lexer import Syllables
from camket.training.lattice import Lattice
from scoring.support import evidence


def pieces(text: str) -> list[str]:
    syllables = Syllables(text)
    return [syllables.slice(c.first, c.last) for c in cut(syllables)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đã thực hiện 3 việc", ["Đã thực hiện 3 việc"]),
        ("phát hiện 2 vụ hiện đang xử lý", ["phát hiện 2 vụ", "hiện đang xử lý"]),
        ("15 ha còn lại chưa trồng", ["15 ha còn lại chưa trồng"]),
        ("Có lý do chính đáng", ["Có lý do chính đáng"]),
        ("trong 9 việc có 4 việc xong", ["trong 9 việc", "có 4 việc xong"]),
        ("xong kè nhưng chậm do mưa", ["xong kè", "nhưng chậm", "do mưa"]),
    ],
)
def test_chunks(text, expected):
    assert pieces(text) == expected


def every_cut(n: int) -> list[list[tuple[int, int]]]:
    """All ways to mark runs of n chunks as claims."""
    found = []
    for tags in product("OBI", repeat=n):
        if all(t != "I" or (i and tags[i - 1] != "O") for i, t in enumerate(tags)):
            starts = [i for i, t in enumerate(tags) if t == "B"]
            ends = [next((j for j in range(i + 1, n) if tags[j] != "I"), n) - 1 for i in starts]
            found.append(list(zip(starts, ends, strict=True)))
    return found


def score(runs, n, own, added, spans):
    table = iter(spans)
    value = {(i, j): next(table) for i in range(n) for j in range(i, n)}
    total, state = 0.0, 0
    inside = {k: run for run in runs for k in range(run[0], run[1] + 1)}
    for k in range(n):
        tag = 0 if k not in inside else 1 if inside[k][0] == k else 2
        total += own[k, tag] + added[k, state, tag]
        state = 1 if tag == 0 else 2
    return total + sum(value[run] for run in runs)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_chances_and_sums_are_those_of_all_cuts(n, seed):
    draw = np.random.default_rng(seed)
    own, added, spans = draw.normal(size=(n, 3)), draw.normal(size=(n, 3, 3)), draw.normal(size=n * (n + 1) // 2)
    cuts = every_cut(n)
    scores = np.array([score(runs, n, own, added, spans) for runs in cuts])
    total, outside, begin, claim = Lattice([n]).marginals(own, added, spans)
    assert total == pytest.approx(np.logaddexp.reduce(scores))
    weights = np.exp(scores - total)
    runs = [(i, j) for i in range(n) for j in range(i, n)]
    assert claim == pytest.approx([sum(w for w, c in zip(weights, cuts, strict=True) if run in c) for run in runs])
    assert run_chances(np.exp(own[:, None, :] + added).tolist(), np.exp(spans).tolist()) == pytest.approx(
        claim.tolist()
    )
    assert outside.sum(axis=1) == pytest.approx(
        [sum(w for w, c in zip(weights, cuts, strict=True) if not any(a <= k <= b for a, b in c)) for k in range(n)]
    )
    assert begin.sum() == pytest.approx(sum(w * len(c) for w, c in zip(weights, cuts, strict=True)))


def test_chances_of_a_very_long_item_are_probabilities():
    n = 400
    draw = np.random.default_rng(7)
    own, added, spans = 9 * draw.normal(size=(n, 3)), 9 * draw.normal(size=(n, 3, 3)), 9 * draw.normal(size=80_200)
    found = run_chances(np.exp(own[:, None, :] + added).tolist(), np.exp(spans).tolist())
    runs = [(i, j) for i in range(n) for j in range(i, n)]
    covered = np.zeros(n)
    for (i, j), p in zip(runs, found, strict=True):
        covered[i : j + 1] += p
    assert np.isfinite(covered).all()
    assert covered.max() == pytest.approx(1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.floats(-1, 1)), min_size=1, max_size=8))
def test_best_set_is_the_best_of_all_sets(drawn):
    runs = [(min(a, b), max(a, b)) for a, b, _ in drawn]
    values = [value for *_, value in drawn]

    def parted(chosen):
        ordered = sorted(runs[i] for i in chosen)
        return all(a[1] < b[0] for a, b in pairwise(ordered))

    sets = [[i for i in range(len(runs)) if bits >> i & 1] for bits in range(1, 2 ** len(runs))]
    most = max(sum(values[i] for i in chosen) for chosen in sets if parted(chosen))
    chosen = best_set(runs, values)
    assert chosen
    assert parted(chosen)
    assert sum(values[i] for i in chosen) == pytest.approx(most)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("GRDP tăng 7,84% (kế hoạch 7,5%)", "over"),
        ("GRDP tăng 6,4%, thấp hơn kế hoạch (7,5%)", "short"),
        ("Thời gian thẩm định 11 ngày (cam kết 12 ngày)", "over"),
        ("Thời gian thẩm định 24 ngày (cam kết 20 ngày)", "short"),
        ("Giá trị sản xuất | triệu đồng | 118 triệu đồng | kế hoạch 125 triệu đồng | 131 triệu đồng", "over"),
        ("Lập 08 tổ tự quản/kế hoạch 06 tổ", "over"),
        ("Trồng 40/50 ha rừng", "short"),
    ],
)
def test_a_result_is_measured_against_its_plan(text, size):
    *_, readings = evidence(text)
    assert bucket(shares(readings)[-1]) == size


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quỹ vì người nghèo 112%", [("over", "% False")]),
        ("Sản lượng bằng 118% so với cùng kỳ", [("over", "% True")]),
        ("Đăng ký 20 hộ, dời 12 hộ", [("short", "part actual")]),
        ("Sản lượng tăng 12%", []),
    ],
)
def test_what_may_be_a_share(text, expected):
    *_, readings = evidence(text)
    found = [(size, name.replace("other", "actual").replace("target", "actual")) for size, name in loose(readings)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Không xã viên nào xin nghỉ việc", ("adverse", "True")),
        ("Hai xã viên xin nghỉ việc", ("adverse", "False")),
        ("Tai nạn chết người: không", ("adverse", "True")),
        ("Số vụ vi phạm giảm 9 vụ", ("news", "False down 1")),
        ("Năng suất giảm 9 tạ", ("news", "- down -1")),
        ("Không xử lý vi phạm", ("adverse", "False")),
    ],
)
def test_good_and_bad_news(text, feature):
    _, seen, readings = evidence(text)
    kept = Kept({})
    tell_direction(kept, seen, 0, len(seen.plain), seen.signs, readings)
    kept.close()
    assert feature in kept.rows[0]


@pytest.mark.parametrize(
    ("text", "result", "timing"),
    [
        ("Đã hoàn thành tuyến kênh N4 đúng tiến độ.", "completed", "on_time"),
        ("Nhà văn hóa thôn Bàu Sen chưa khởi công.", "not_started", "unstated"),
        ("Thu ngân sách đạt 112% dự toán.", "exceeded", "unstated"),
        ("Dự án kè sông Vệ đang thi công, chậm tiến độ.", "in_progress", "late"),
        ("Công tác dân vận có nhiều chuyển biến tích cực.", "unsubstantiated", "unstated"),
    ],
)
def test_plain_claims(text, result, timing):
    (annotation,) = analyse([Item(text, "report", date(2023, 12, 20))])
    assert [(c.result, c.timing) for c in annotation.evidence.claims] == [(result, timing)]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=150))
def test_claims_lie_in_the_text_and_do_not_overlap(text):
    (annotation,) = analyse([Item(f"Đã xong {text}; còn chậm {text}", "report", date(2023, 12, 20))])
    claims = annotation.evidence.claims
    assert all(0 <= c.start < c.end <= len(annotation.item.text) for c in claims)
    assert all(a.end <= b.start for a, b in pairwise(claims))
