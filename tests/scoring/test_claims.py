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
from camket.scoring.claims.decode import best_runs
from camket.text.lexer import Syllables
from camket.training.lattice import Lattice


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
def test_best_cut_and_sums_are_those_of_all_cuts(n, seed):
    draw = np.random.default_rng(seed)
    own, added, spans = draw.normal(size=(n, 3)), draw.normal(size=(n, 3, 3)), draw.normal(size=n * (n + 1) // 2)
    cuts = every_cut(n)
    scores = np.array([score(runs, n, own, added, spans) for runs in cuts])
    assert best_runs(own, added, spans.tolist()) == cuts[int(scores.argmax())]
    total, outside, begin, claim = Lattice([n]).marginals(own, added, spans)
    assert total == pytest.approx(np.logaddexp.reduce(scores))
    weights = np.exp(scores - total)
    runs = [(i, j) for i in range(n) for j in range(i, n)]
    assert claim == pytest.approx([sum(w for w, c in zip(weights, cuts, strict=True) if run in c) for run in runs])
    assert outside.sum(axis=1) == pytest.approx(
        [sum(w for w, c in zip(weights, cuts, strict=True) if not any(a <= k <= b for a, b in c)) for k in range(n)]
    )
    assert begin.sum() == pytest.approx(sum(w * len(c) for w, c in zip(weights, cuts, strict=True)))


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
