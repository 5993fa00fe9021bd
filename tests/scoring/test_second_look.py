"""A second look at doubtful items: by words, only where it is needed, and as a sum that can be told."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.convert import record_to_item
from camket.corpus import corpus_dir, read_records
from camket.pipeline import STEPS, analyse, observe
from camket.records import Item
from camket.scoring import morphology, second_look
from camket.text.lexer import Syllables

SURE = "Trồng mới 12 ha rừng phòng hộ trước ngày 30/6/2025."
DAY = date(2025, 1, 6)


@pytest.fixture(scope="module")
def labelled() -> list[dict]:
    """Records that no model has learned from: among those it has, hardly one is in doubt."""
    return list(read_records(corpus_dir(), "validation"))


@pytest.fixture
def looked(monkeypatch) -> list[str]:
    seen: list[str] = []
    look = second_look.look
    monkeypatch.setattr(second_look, "look", lambda one: seen.append(one.source.item.text) or look(one))
    return seen


@pytest.fixture
def doubtful(looked, labelled) -> dict:
    """A record of the corpus that is looked at again."""
    list(analyse(map(record_to_item, labelled)))
    found = next(record for record in labelled if record["text"] in looked)
    looked.clear()
    return {name: value for name, value in found.items() if name in ("text", "kind", "date", "context")}


def test_only_doubtful_items_are_looked_at_again(looked, doubtful):
    list(analyse([Item(SURE, "commitment", DAY), record_to_item(doubtful)]))
    assert looked == [doubtful["text"]]


def test_at_most_a_tenth_of_the_corpus_is_doubtful(looked, labelled):
    list(analyse(map(record_to_item, labelled)))
    assert 0 < len(looked) <= len(labelled) / 10


def test_annotate_asks_underthesea_where_it_doubts(doubtful, tmp_path):
    command = "import sys; from camket.cli.app import app; app(standalone_mode=False); print(*sys.modules, sep='\\n')"
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    for record, asked in (({"text": SURE, "kind": "commitment", "date": "2025-01-06"}, False), (doubtful, True)):
        source.write_text(json.dumps(record), encoding="utf-8")
        arguments = [sys.executable, "-c", command, "annotate", str(source), str(target)]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        assert ("underthesea_core" in done.stdout.split()) is asked
        assert "act" in json.loads(target.read_text(encoding="utf-8"))


def acts(analysed) -> dict[str, float]:
    """The probabilities of the acts: every item has them, those of causes only where one is near."""
    return {name: p for name, p in analysed.judgement.probabilities.items() if name.startswith("act=")}


def test_words_change_judgements(monkeypatch, labelled):
    with_words = [acts(a) for a in analyse(map(record_to_item, labelled))]
    monkeypatch.setattr(second_look, "DOUBT", 0.0)
    without = [acts(a) for a in analyse(map(record_to_item, labelled))]
    changed = [max(abs(a[k] - b[k]) for k in a) for a, b in zip(with_words, without, strict=True)]
    assert 0 < sum(c > 1e-6 for c in changed) < len(labelled) / 10


def test_what_is_told_is_what_was_added(doubtful):
    one = observe(record_to_item(doubtful))
    for step in ("camket_times", "camket_figures", "camket_cues"):
        STEPS[step]([one])
    seen = second_look.look(one)
    known = second_look.load().scorer.vectoriser.known
    parts = {feature: second_look.load().scorer.evidence[known(feature, -1)] for feature, *_ in seen}
    total = sum(parts.values()) + second_look.load().models[second_look.MODEL].bias
    assert np.allclose(second_look.added_scores([seen])[0], total, atol=1e-4)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trồng rừng phòng hộ.", ["trồng", "rừng phòng hộ", "."]),
        ("Đạt 95,5% kế hoạch", ["đạt", "0", "%", "kế hoạch"]),
        ("", []),
    ],
)
def test_words_of_a_text(text, words):
    assert [w.form for w in morphology.find_words(Syllables(text).forms)] == words


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_words_cover_all_tokens_in_order(text):
    forms = Syllables(text).forms
    words = morphology.find_words(forms)
    assert [i for word in words for i in range(word.first, word.last)] == list(range(len(forms)))


def test_a_missing_model_says_what_to_do(monkeypatch):
    monkeypatch.setattr(morphology, "find_spec", lambda _name: None)
    with pytest.raises(morphology.MorphologyError, match="underthesea"):
        morphology._load("word_tokenize", "ws_crf_*", with_dictionary=True)
