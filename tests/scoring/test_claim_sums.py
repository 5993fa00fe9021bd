"""Evidence of claims: its sums are the scores of a matrix product, whatever is remembered."""

from __future__ import annotations

import numpy as np
import pytest

from camket.scoring import store
from camket.scoring.claims.chunks import cut
from camket.scoring.claims.features import MAKERS as CHUNK_MAKERS
from camket.scoring.claims.features import parts, tell_chunks
from camket.scoring.claims.groups import REMEMBERED, Adder, Kept, Sums, WordSums
from camket.scoring.claims.labels import MAKERS, Setting, claim_rows, claim_words, tell_claim
from camket.scoring.claims.spans import RunSums, ToldRuns, run_weights
from camket.scoring.vectoriser import Row
from scoring.support import evidence

TEXTS = [
    "Đã hoàn thành 3/4 cầu, còn 1 cầu chậm do mưa (vốn mới đạt 61,5% kế hoạch); không để xảy ra tai nạn.",
    "Trồng 12 ha rừng, 12 ha rừng; chưa khởi công nhà văn hóa.",
    "Công tác dân vận có nhiều chuyển biến.",
]


def tell_claims(teller, seen, chunks):
    for chunk in chunks:
        tell_claim(teller, seen, chunk.first, chunk.last, Setting(seen))
        teller.close()


@pytest.mark.parametrize("text", TEXTS)
def test_sums_of_what_is_told_are_the_scores_of_a_matrix_product(text):
    _, seen, _ = evidence(text)
    chunks = cut(seen.observed.source.syllables)
    inside = parts(seen, chunks)
    cases = [
        ("claims_segment", ("own", "before", "behind"), CHUNK_MAKERS, lambda t: tell_chunks(t, seen, chunks, inside)),
        ("claims_label", ("result", "timing"), MAKERS, lambda t: tell_claims(t, seen, chunks)),
    ]
    for name, models, makers, tell in cases:
        family = store.load(name)
        chosen = [family.models[model] for model in models]
        sums, kept = Sums(family.vectoriser, chosen, makers), Kept(makers)
        tell(kept)
        rows = family.vectoriser.transform([Row([], row) for row in kept.rows])
        expected = np.hstack([model.scores(rows) for model in chosen])
        for _ in range(2):
            adder = Adder(sums)
            tell(adder)
            assert sums.scores(adder.rows) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("text", TEXTS)
def test_runs_weigh_what_a_matrix_product_gives(text):
    _, seen, _ = evidence(text)
    chunks = cut(seen.observed.source.syllables)
    inside = parts(seen, chunks)
    family = store.load("claims_segment")
    kept = Kept({})
    ToldRuns(kept).read(chunks, inside)
    rows = family.vectoriser.transform([Row([], row) for row in kept.rows])
    sums = RunSums(Sums(family.vectoriser, [family.models["span"]], {}))
    for _ in range(2):
        found = np.log(run_weights(chunks, inside, sums))
        assert found == pytest.approx(family.models["span"].scores(rows).ravel(), abs=1e-4)


def test_no_group_is_taken_for_a_piece_of_evidence():
    for name, makers in (("claims_segment", CHUNK_MAKERS), ("claims_label", MAKERS)):
        evidence = store.load(name).vectoriser.evidence
        assert {template for template, _ in evidence}.isdisjoint(makers)


def test_what_is_not_remembered_sums_to_the_same():
    family = store.load("claims_label")
    sums = Sums(family.vectoriser, [family.models["result"]], MAKERS)

    def total(*labels):
        adder = Adder(sums)
        adder.tell_group("labels", labels)
        adder.tell("state", "unheard of")
        return adder.total

    first = total("effort_verb", "hedge")
    assert first
    assert total("effort_verb", "hedge") == first
    room = sums.room
    sums.room = 0
    other = total("hedge")
    assert other
    assert total("hedge") == other
    assert (room, sums.room) == (REMEMBERED - 1, 0)


@pytest.mark.parametrize("text", TEXTS)
def test_words_of_claims_score_as_in_a_matrix_product(text):
    _, seen, _ = evidence(text)
    family = store.load("claims_label")
    model = family.models["result"]
    spans = [(0, len(seen.plain)), (0, 1), (2, 5)]
    expected = family.vectoriser.transform([Row(row.words) for row in claim_rows(seen, spans)]) @ model.weights
    found = WordSums(family.vectoriser, [model]).scores([claim_words(seen, *span) for span in spans])
    assert found == pytest.approx(expected, abs=1e-4)


def test_what_runs_hold():
    _, seen, _ = evidence("Đã hoàn thành 3 cầu, còn 1 cầu chậm (do mưa)")
    chunks = cut(seen.observed.source.syllables)
    n = len(chunks)
    kept = Kept({})
    ToldRuns(kept).read(chunks, parts(seen, chunks))
    assert len(kept.rows) == n * (n + 1) // 2
    alone, whole = dict(kept.rows[0]), dict(kept.rows[n - 1])
    assert (alone["span first"], alone["span last"]) == ("completed False", "completed")
    assert alone["span opens"] == "^ True"
    assert (whole["span first"], whole["span last"]) == ("completed True", "late")
    assert whole["span size"] == min(n, 6)
    assert (whole["span depths"], whole["span depth behind"]) == ("0 1 True", "1 -1")
