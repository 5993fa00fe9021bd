"""Models that have learned from labels of one's own: what they learn, and that they are used."""

from __future__ import annotations

import json
import os
from datetime import date

import pytest

from camket.config import ConfigError, load_config
from camket.corpus import corpus_dir
from camket.labelling import make_label, queue, rank
from camket.labelling.compare import changes, held_out, validation_scores
from camket.labelling.retrain import MOST, WEIGHT, Learner, weights
from camket.pipeline import analyse
from camket.records import Item
from camket.scoring import store
from camket.text.resources import MODELS_VARIABLE
from camket.training.rows import Rows

# Minutes of a meeting: the corpus has none, and a label says they are nothing of interest.
TEXTS = [
    f"Đồng chí Lò Văn {name} phát biểu ý kiến về việc sửa nhà văn hóa thôn." for name in ("An", "Bình", "Cường", "Dũng")
]
ITEMS = [Item(text, "report", date(2024, 5, 6), doc="bien-ban.docx") for text in TEXTS]


@pytest.fixture(autouse=True)
def _shipped_models_again():
    before = os.environ.get(MODELS_VARIABLE)
    yield
    os.environ.pop(MODELS_VARIABLE, None)
    if before:
        os.environ[MODELS_VARIABLE] = before
    store.load.cache_clear()
    store.word_index.cache_clear()


@pytest.fixture(scope="module")
def learner():
    return Learner(corpus_dir(), [make_label(one, "proposal", by="a") for one in queue(ITEMS)[:3]])


@pytest.fixture(scope="module")
def own(learner, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    assert learner.write(folder) == ["acts"]
    return folder


def test_labels_are_learned_without_forgetting_the_corpus(own):
    old = list(analyse(ITEMS))
    before = validation_scores(corpus_dir())
    with store.using(own):
        new, after = list(analyse(ITEMS)), validation_scores(corpus_dir())
    assert [a.judgement.act for a in new] == ["proposal"] * 4
    assert len(changes(old, new)) == sum(a.judgement.act != "proposal" for a in old)
    assert all(b.value > a.value - 0.02 for a, b in zip(before, after, strict=True))
    assert [a.judgement for a in analyse(ITEMS)] == [a.judgement for a in old]


def test_each_label_is_told_by_models_that_have_not_seen_it(learner):
    told = held_out(learner)
    assert [t.label for t in told["act"]] == ["proposal"] * 3
    assert told["target"] == []
    # The other two labels are of the same kind: they tell.
    assert [t.after for t in told["act"]] == ["proposal"] * 3


def test_the_same_labels_give_the_same_bytes(learner, own, tmp_path):
    learner.write(tmp_path)
    for path in (own / "acts").iterdir():
        assert (tmp_path / "acts" / path.name).read_bytes() == path.read_bytes()


def test_nothing_is_left_half_written(own):
    assert [path.name for path in own.iterdir()] == ["acts"]


def test_claims_are_learned_where_a_person_was_asked(tmp_path):
    item = Item("Đường thôn Bản Tả: đã rải đá 1,2 km.", "report", date(2024, 12, 6), doc="a")
    (one,) = queue([item])
    label = make_label(one, "claim", None, one.annotation.evidence.claims)
    assert Learner(corpus_dir(), [label]).write(tmp_path) == ["acts", "claims_label"]
    with store.using(tmp_path):
        assert store.load("claims_label").meta["own"] == 1
        assert next(analyse([item])).evidence.claims
    assert "own" not in store.load("claims_label").meta


@pytest.mark.parametrize("number", [1, 20, 2000])
def test_own_labels_count_more_but_never_drown_the_corpus(number):
    rows = Rows([], ["a"] * 3000 + ["own/b"] * number, {})
    found = weights(rows)
    assert set(found[:3000]) == {1.0}
    assert 1 <= found[-1] <= WEIGHT
    assert found[3000:].sum() <= max(MOST * 3000, number)


def test_a_configuration_names_models(own, tmp_path):
    load_config({"models": str(own)})
    assert rank(analyse(ITEMS[:1]))[0].annotation.judgement.act == "proposal"
    with pytest.raises(ConfigError, match="không có mô hình"):
        load_config({"models": str(tmp_path)})


def test_models_of_another_version_say_so(own, tmp_path):
    (tmp_path / "acts").mkdir()
    for path in (own / "acts").iterdir():
        (tmp_path / "acts" / path.name).write_bytes(path.read_bytes())
    evidence = json.loads((tmp_path / "acts" / "evidence.json").read_text(encoding="utf-8"))
    (tmp_path / "acts" / "evidence.json").write_text(json.dumps(evidence[:-1]), encoding="utf-8")
    with store.using(tmp_path), pytest.raises(store.ModelError, match="học lại"):
        store.load("acts")
