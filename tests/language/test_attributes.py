"""Attributes, what factories say of themselves, and pipelines with a configuration of one's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.pipe_analysis import analyze_pipes

import camket
from camket.config import ConfigError
from camket.convert import RecordError
from camket.language.attributes import attribute
from camket.pipeline import ASSIGNS, REQUIRES, STEPS
from camket.records import Claim, Figure, Party, Time

TEXT = "Phòng Tài chính chủ trì giải ngân 95/100 tỷ đồng trước ngày 30/6, báo cáo hằng quý."


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return camket.load()


def test_every_span_shows_its_record(nlp: spacy.Language, examples: list[dict]) -> None:
    kinds = {"time": Time, "figure": Figure, "party": Party, "claim": Claim}
    fields = {"time": "times", "figure": "figures", "party": "parties", "claim": "claims"}
    seen = set()
    for record in examples:
        doc = nlp(camket.make_doc(record["text"], date=record["date"], kind=record["kind"]))
        for name, cls in kinds.items():
            shown = [span._.get(f"camket_{name}") for span in doc.spans[f"camket_{fields[name]}"]]
            assert all(isinstance(one, cls) for one in shown)
            assert tuple(shown) == doc._.get(f"camket_{fields[name]}")
            seen |= {name} if shown else set()
    assert seen == set(kinds)


def test_other_spans_show_nothing(nlp: spacy.Language) -> None:
    doc = nlp(camket.make_doc(TEXT, date="2025-01-05"))
    assert doc[0:1]._.camket_time is None
    assert nlp.make_doc("Xong.")._.camket is None
    assert nlp.make_doc("Xong.")._.camket_times is None


def test_fields_are_those_of_the_annotation(nlp: spacy.Language) -> None:
    doc = nlp(camket.make_doc(TEXT, date="2025-01-05"))
    whole = doc._.camket
    assert doc._.camket_times == whole.evidence.times
    assert doc._.camket_causes == whole.evidence.causes
    assert doc._.camket_criteria == whole.judgement.criteria
    assert doc._.camket_verdict == whole.judgement.verdict
    assert doc._.camket_findings == whole.findings


@pytest.mark.parametrize("step", STEPS)
def test_factories_document_what_they_assign_and_require(nlp: spacy.Language, step: str) -> None:
    meta = nlp.get_pipe_meta(step)
    assert meta.assigns == [attribute(field) for field in ASSIGNS[step]]
    assert meta.requires == [attribute(field) for field in REQUIRES[step]]
    done = nlp(camket.make_doc(TEXT, date="2025-01-05"))
    for name in [*meta.assigns, *meta.requires]:
        assert done.has_extension(name.removeprefix("doc._."))


def test_spacy_finds_what_is_missing(nlp: spacy.Language) -> None:
    assert not any(analyze_pipes(nlp)["problems"].values())
    problems = analyze_pipes(camket.load(exclude=["camket_times"]))["problems"]
    assert "doc._.camket_times" in problems["camket_figures"]


def test_unknown_steps_are_told() -> None:
    with pytest.raises(ValueError, match="camket_claims"):
        camket.load(exclude=["camket_claim"])


def test_context_of_a_text_is_checked(nlp: spacy.Language) -> None:
    with pytest.raises(RecordError, match="YYYY-MM-DD"):
        camket.make_doc("Xong.", date="30/6/2021")
    with pytest.raises(RecordError, match="kind"):
        list(nlp.pipe([("Xong.", {"kind": "memo"})], as_tuples=True))


def test_any_other_context_is_left_alone(nlp: spacy.Language) -> None:
    ((doc, context),) = nlp.pipe([("Trồng 5 ha rừng.", 17)], as_tuples=True)
    assert (doc._.camket_act, context) == ("commitment", 17)


def codes(nlp: spacy.Language, text: str = "Tăng cường tuyên truyền.") -> list[str]:
    return [finding.code for finding in nlp(camket.make_doc(text, date="2025-01-05"))._.camket_findings]


def test_configuration_decides_which_rules_run(nlp: spacy.Language, tmp_path: Path) -> None:
    (tmp_path / "camket.toml").write_text('[rules]\ndisable = ["TG", "NG"]\n', encoding="utf-8")
    own = camket.load(config=tmp_path / "camket.toml")
    assert {"TG01", "NG01"} <= set(codes(nlp))
    assert codes(own) == [code for code in codes(nlp) if code[:2] not in ("TG", "NG")]


def test_default_configuration_changes_nothing(nlp: spacy.Language, examples: list[dict]) -> None:
    own = camket.load(config={})
    for record in examples:
        doc = camket.make_doc(record["text"], date=record["date"], kind=record["kind"])
        again = camket.make_doc(record["text"], date=record["date"], kind=record["kind"])
        assert camket.get_record(own(doc)) == camket.get_record(nlp(again))


def test_configuration_is_stored_with_the_pipeline(tmp_path: Path) -> None:
    camket.load(config={"rules": {"disable": ["TG", "NG", "TN"]}}).to_disk(tmp_path / "nlp")
    code = f"import spacy; nlp = spacy.load({str(tmp_path / 'nlp')!r}); "
    code += "print(*[f.code for f in nlp('Tăng cường tuyên truyền.')._.camket_findings])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {found[:2] for found in done.stdout.split()} == {"SP"}


def test_bad_configuration_names_the_key() -> None:
    with pytest.raises(ConfigError, match="disabel"):
        camket.load(config={"rules": {"disabel": []}})
