"""An annotation shows plain values in every state: half done, done, stored, read back and analysed again."""

from __future__ import annotations

import copy
import gc
import json
import pickle
from collections.abc import Iterator

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import camket
from camket.convert import RecordError, to_dict
from camket.language.docs import ANNOTATION
from camket.pipeline import ASSIGNS, STEPS

TEXT = "Phòng Tài chính chủ trì giải ngân 95/100 tỷ đồng trước ngày 30/6, báo cáo hằng quý."


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return camket.load()


def analysed(nlp: spacy.Language) -> Doc:
    return nlp(camket.make_doc(TEXT, date="2025-01-05", nlp=nlp))


def read_back(nlp: spacy.Language, doc: Doc) -> Doc:
    return Doc(nlp.vocab).from_bytes(doc.to_bytes())


def test_it_is_a_mapping_of_plain_values(nlp: spacy.Language) -> None:
    stored = analysed(nlp).user_data[ANNOTATION]
    fields = list(dict.fromkeys(name for names in ASSIGNS.values() for name in names))
    assert list(stored) == list(stored.keys()) == fields
    assert len(stored) == len(fields)
    assert stored["times"][0]["to"] == "2025-06-30"
    assert stored.get("item") is None
    with pytest.raises(KeyError):
        stored["item"]


def test_every_copy_is_a_dictionary_of_the_same(nlp: spacy.Language) -> None:
    doc = analysed(nlp)
    stored = doc.user_data[ANNOTATION]
    docs = [read_back(nlp, doc), pickle.loads(pickle.dumps(doc)), doc.copy()]
    docs += DocBin().from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(nlp.vocab)
    found = [dict(stored), copy.deepcopy(stored), *(other.user_data[ANNOTATION] for other in docs)]
    # As JSON, for a DocBin reads lists back as tuples.
    assert [json.dumps(one) for one in found] == [json.dumps(dict(stored))] * len(found)
    assert {type(one) for one in found} == {dict}


def test_each_step_adds_its_fields() -> None:
    known: set[str] = set()
    nlp = camket.load()
    doc = camket.make_doc(TEXT, date="2025-01-05", nlp=nlp)
    for name, component in nlp.pipeline:
        component(doc)
        known |= set(ASSIGNS[name])
        assert set(doc.user_data[ANNOTATION]) == known


@pytest.mark.parametrize("step", STEPS)
def test_without_a_step_its_fields_are_unknown(step: str, nlp: spacy.Language) -> None:
    part = camket.load(exclude=[step])
    doc = part(camket.make_doc(TEXT, date="2025-01-05", nlp=part))
    others = {name for other, names in ASSIGNS.items() if other != step for name in names}
    missing = set(ASSIGNS[step]) - others
    assert all(doc._.get(f"camket_{name}") is None for name in missing)
    assert not missing & set(doc.user_data[ANNOTATION])
    for name in ("times", "figures", "parties", "claims"):
        assert (f"camket_{name}" in doc.spans) == (name in others)
    again = read_back(part, doc)
    assert camket.get_record(again) == camket.get_record(doc)
    assert ("abstain" in camket.get_record(doc)["camket"]) == (step != "camket_acts")
    if step in ("camket_acts", "camket_judgement"):
        for one in (doc, again):
            with pytest.raises(RecordError):
                camket.get_annotation(one)


def test_what_is_read_is_detached(nlp: spacy.Language) -> None:
    doc = analysed(nlp)
    before = camket.get_record(doc)
    camket.get_record(doc)["camket"]["probabilities"].clear()
    camket.get_record(doc)["times"].clear()
    camket.get_annotation(doc).judgement.probabilities.clear()
    doc._.camket_probabilities.clear()
    doc.user_data[ANNOTATION]["times"].clear()
    assert camket.get_record(doc) == before


def test_records_are_the_same_before_and_after_storing(nlp: spacy.Language) -> None:
    doc = analysed(nlp)
    again = read_back(nlp, doc)
    assert camket.get_annotation(again) == camket.get_annotation(doc)
    assert to_dict(camket.get_annotation(again)) == to_dict(camket.get_annotation(doc))
    for name in (name for names in ASSIGNS.values() for name in names):
        assert again._.get(f"camket_{name}") == doc._.get(f"camket_{name}")


def test_what_was_stored_can_be_analysed_again(nlp: spacy.Language) -> None:
    part = camket.load(exclude=["camket_findings"])
    doc = read_back(nlp, part(camket.make_doc(TEXT, date="2025-01-05", nlp=part)))
    assert doc._.camket_findings is None
    assert camket.get_record(nlp(doc)) == camket.get_record(analysed(nlp))
    whole = analysed(nlp)
    assert camket.get_record(nlp(whole)) == camket.get_record(analysed(nlp))


@pytest.mark.parametrize("step", ["camket_judgement", "camket_findings"])
def test_one_step_can_run_again_on_a_finished_doc(step: str, nlp: spacy.Language) -> None:
    doc = analysed(nlp)
    assert camket.get_record(nlp.get_pipe(step)(doc)) == camket.get_record(analysed(nlp))


def test_the_collector_works_again_between_batches(nlp: spacy.Language) -> None:
    seen = []

    def made() -> Iterator[Doc]:
        for _ in range(6):
            seen.append(gc.isenabled())
            yield camket.make_doc(TEXT, date="2025-01-05", nlp=nlp)

    assert gc.isenabled()
    assert all(gc.isenabled() for _ in nlp.pipe(made(), batch_size=2))
    assert seen == [False] * 6


def test_the_collector_works_again_where_a_stream_breaks(nlp: spacy.Language) -> None:
    def broken() -> Iterator[Doc]:
        yield camket.make_doc(TEXT, nlp=nlp)
        raise OSError("lost")

    with pytest.raises(OSError, match="lost"):
        list(nlp.pipe(broken()))
    assert gc.isenabled()
