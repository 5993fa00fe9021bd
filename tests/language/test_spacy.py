"""The spaCy pipeline gives the same records as the plain functions, in every way spaCy can run it."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin

import camket
from camket.convert import annotation_to_record, record_to_item
from camket.pipeline import STEPS, analyse


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return camket.load()


@pytest.fixture(scope="module")
def expected(examples: list[dict]) -> list[dict]:
    return [annotation_to_record(a) for a in analyse(map(record_to_item, examples))]


def docs(examples: list[dict]) -> list:
    return [camket.make_doc(r["text"], date=r["date"], kind=r["kind"], context=r.get("context")) for r in examples]


def record(doc: spacy.tokens.Doc) -> dict:
    return annotation_to_record(camket.get_annotation(doc))


def test_one_doc_at_a_time(nlp: spacy.Language, examples: list[dict], expected: list[dict]) -> None:
    assert [record(nlp(doc)) for doc in docs(examples)] == expected


def test_record_without_detour(nlp: spacy.Language, examples: list[dict], expected: list[dict]) -> None:
    assert [camket.get_record(doc) for doc in nlp.pipe(docs(examples))] == expected


def test_pipe_in_batches(nlp: spacy.Language, examples: list[dict], expected: list[dict]) -> None:
    assert [record(doc) for doc in nlp.pipe(docs(examples), batch_size=3)] == expected


def test_two_processes(nlp: spacy.Language, examples: list[dict], expected: list[dict]) -> None:
    assert [record(doc) for doc in nlp.pipe(docs(examples), n_process=2, batch_size=3)] == expected


def test_doc_bin(nlp: spacy.Language, examples: list[dict], expected: list[dict]) -> None:
    stored = DocBin(docs=list(nlp.pipe(docs(examples))), store_user_data=True).to_bytes()
    assert [record(doc) for doc in DocBin().from_bytes(stored).get_docs(nlp.vocab)] == expected


def test_saved_and_loaded(nlp: spacy.Language, tmp_path: Path, examples: list[dict], expected: list[dict]) -> None:
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert [record(doc) for doc in again.pipe(docs(examples))] == expected


def test_loaded_where_camket_was_not_imported(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    code = f"import spacy; nlp = spacy.load({str(tmp_path / 'model')!r}); print(len(nlp('Xong 30/6.').user_data))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


def test_every_step_has_an_entry_point() -> None:
    names = {e.name for e in entry_points(group="spacy_factories") if e.value.startswith("camket.")}
    assert names == {*STEPS, "camket_rules"}


def test_spans_by_kind(nlp: spacy.Language, examples: list[dict]) -> None:
    doc = nlp(docs(examples)[0])
    assert [span.text for span in doc.spans["camket_times"]] == ["trước ngày 30/9"]
    assert [(span.text, span.label_) for span in doc.spans["camket_figures"]] == [("120 ha", "target")]


def test_components_are_registered_under_fixed_names(nlp: spacy.Language) -> None:
    assert nlp.pipe_names == list(STEPS)


def test_components_can_be_left_out() -> None:
    assert "camket_claims" not in camket.load(exclude=["camket_claims"]).pipe_names


def test_words_of_a_memory_zone_are_forgotten_and_found_again(nlp: spacy.Language) -> None:
    words = ["Trồng", "qwxyz", "17", "ha", "."]
    for _ in range(2):
        with nlp.memory_zone():
            assert [t.text for t in nlp("Trồng qwxyz 17 ha.")] == words
    assert [t.text for t in nlp("Trồng qwxyz 17 ha.")] == words
    with nlp.memory_zone():
        assert [t.text for t in nlp("Trồng qwxyz 17 ha.")] == words


def test_tokens_know_their_words_in_every_way(nlp: spacy.Language) -> None:
    token = nlp("Trồng qwxyz 17 ha.")[1]
    assert (token.text, token.lower_, token.shape_, token.is_alpha) == ("qwxyz", "qwxyz", "xxxx", True)
    assert nlp.vocab["qwxyz"].orth == token.orth


@given(st.text())
def test_the_tokenizer_keeps_every_text(text: str) -> None:
    blank = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "camket.syllables.v1"}}})
    assert blank.make_doc(text).text == text


def test_span_groups_are_like_any_others(nlp: spacy.Language) -> None:
    doc = nlp(camket.make_doc("Trồng 12 ha rừng trước ngày 30/6.", date="2021-03-02"))
    # What copies, prints or stores the groups meets no group that is still to be made.
    assert repr(doc.spans).startswith("{'camket_times': [trước ngày 30/6], 'camket_figures': [12 ha]")
    other = nlp(camket.make_doc("Trồng 12 ha rừng trước ngày 30/6.", date="2021-03-02"))
    assert {type(group).__name__ for group in other.spans.data.copy().values()} == {"SpanGroup"}
    fresh = nlp(camket.make_doc("Trồng 12 ha rừng trước ngày 30/6.", date="2021-03-02"))
    restored = spacy.tokens.Doc(nlp.vocab).from_bytes(fresh.to_bytes())
    for found in (doc, other, restored, fresh.copy()):
        assert [(span.text, span.label_) for span in found.spans["camket_times"]] == [("trước ngày 30/6", "deadline")]
        assert found.spans["camket_times"] is found.spans["camket_times"]
        assert set(found.spans) == {"camket_times", "camket_figures", "camket_parties", "camket_claims"}
