"""The word tokenizer keeps every text, knows words, and is found by name."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from importlib.metadata import entry_points
from itertools import pairwise

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

import camket
from camket.language.words import NAME, word_spans

CONFIG = {"nlp": {"tokenizer": {"@tokenizers": NAME}}}


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return spacy.blank("vi", config=CONFIG)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trồng rừng phòng hộ", ["Trồng", "rừng phòng hộ"]),
        ("Hoà  bình, thuỷ lợi", ["Hoà  bình", ",", "thuỷ lợi"]),
        ("Đạt 95,5% trước 30/6/2025.", ["Đạt", "95,5", "%", "trước", "30/6/2025", "."]),
        ("", []),
        (" \n", [" \n"]),
    ],
)
def test_words(nlp, text, words):
    assert [t.text for t in nlp.make_doc(text)] == words


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_every_unicode_form_gives_the_same_words(nlp, form):
    text = "Uỷ ban nhân dân xã chủ trì, bảo đảm tiến độ"
    words = [unicodedata.normalize("NFC", t.text) for t in nlp.make_doc(unicodedata.normalize(form, text))]
    assert words == [t.text for t in nlp.make_doc(text)]


ODD = st.text(
    alphabet=st.sampled_from(
        "aăâđêôơưÀỆỹ\u0301\u0323\u0300\u0302 \t\n\u00a0\u200b09.,;/%“”(-–—)😀ﬁ각\u1100\u1161\u0345\u0344"
    ),
    max_size=60,
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), ODD))
@example("a\u0323\u0302 b\u0301")
@example("\u1100\u1161\u11a8")
def test_every_text_is_kept(nlp, text):
    assert nlp.make_doc(text).text == text
    spans = word_spans(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))


def test_the_whole_pipeline_finds_the_same_with_words(examples):
    words, syllables = camket.load(), camket.load()
    words.tokenizer = spacy.registry.tokenizers.get(NAME)()(words)
    for record in examples:
        meta = {"date": record["date"], "kind": record["kind"]}
        made = [nlp(camket.make_doc(record["text"], nlp=nlp, **meta)) for nlp in (words, syllables)]
        assert camket.get_record(made[0]) == camket.get_record(made[1])


def test_saved_and_loaded_where_camket_was_not_imported(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    code = f"import spacy; nlp = spacy.load({str(tmp_path / 'model')!r}); print([t.text for t in nlp('rừng phòng hộ')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['rừng phòng hộ']"


def test_it_has_an_entry_point():
    found = {point.name: point.value for point in entry_points(group="spacy_tokenizers")}
    assert found[NAME] == "camket.language.words:make_tokenizer"


def test_underthesea_is_loaded_only_when_a_text_is_cut():
    code = "import sys, camket.language.words; assert 'underthesea' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
