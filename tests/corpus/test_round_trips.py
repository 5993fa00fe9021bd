"""The whole corpus through DocBin and Label Studio comes back as it was, and so does any labelled text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from camket import records as r
from camket.cli.app import app
from camket.corpus import corpus_dir, read_lines
from camket.corpus.docbin import from_docbin, to_docbin, tokens
from camket.corpus.items import derived_verdict
from camket.corpus.label_studio import config, from_task, to_task
from camket.corpus.reader import ITEMS
from camket.corpus.schema import SPAN_FIELDS
from camket.corpus.spans import LABELS, ORDER

runner = CliRunner()


@pytest.fixture(scope="module")
def corpus() -> list[dict]:
    return read_lines(corpus_dir() / ITEMS)


def same(left: list[dict], right: list[dict]) -> bool:
    """Equal to the byte once written."""
    return json.dumps(left, ensure_ascii=False) == json.dumps(right, ensure_ascii=False)


def through_label_studio(labelled: list[dict]) -> list[dict]:
    return [from_task(task) for task in json.loads(json.dumps([to_task(record) for record in labelled]))]


def test_corpus_through_docbin(corpus: list[dict]) -> None:
    assert same(list(from_docbin(to_docbin(corpus[::10]))), corpus[::10])


@pytest.mark.full
def test_whole_corpus_through_docbin(corpus: list[dict]) -> None:
    assert same(list(from_docbin(to_docbin(corpus))), corpus)


def test_whole_corpus_through_label_studio(corpus: list[dict]) -> None:
    assert same(through_label_studio(corpus), corpus)


# --- any labelled text -------------------------------------------------------------------------------------------
CLOSED = {
    "role": {"times": ("deadline", "as_of", "reference"), "figures": ("target", "other"), "parties": ("lead",)},
    "bound": ("before", "by", "in", "from"),
    "timing": r.TIMINGS,
    "estimated": (True, False),
    "result": r.RESULTS,
}
NUMBERS = st.one_of(st.none(), st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9, allow_nan=False))
FREE = {
    "low": NUMBERS, "high": NUMBERS, "of": NUMBERS,
    "unit": st.one_of(st.none(), st.sampled_from(["%", "VND", "hộ", "điểm %"])),
    "from": st.one_of(st.none(), st.just("2021-06-30")), "to": st.one_of(st.none(), st.just("2021-06-30")),
    "rrule": st.one_of(st.none(), st.just("FREQ=MONTHLY;BYMONTHDAY=15")),
    "event": st.one_of(st.none(), st.just("P30D")),
}  # fmt: skip


def value(field: str, name: str) -> st.SearchStrategy:
    if name in FREE:
        return FREE[name]
    options = CLOSED[name]
    return st.sampled_from(options[field] if isinstance(options, dict) else options)


@st.composite
def spans(draw: st.DrawFn, field: str, text: str) -> list[dict]:
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True).map(sorted))
    places = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if text[a:b].strip() == text[a:b] != ""]
    return [
        {n: p[n == "end"] if n in ("start", "end") else draw(value(field, n)) for n in ORDER[field]} for p in places
    ]


@st.composite
def labelled_texts(draw: st.DrawFn) -> dict:
    text = draw(st.text(alphabet="ạđƠ 9,;%|\u00a0🙂x", min_size=1, max_size=40).filter(lambda t: t.strip() == t != ""))
    act = draw(st.sampled_from(r.ACTS))
    record = {"id": "x-1", "doc": "x", "kind": "report", "date": "2021-02-18", "text": text, "act": act}
    record |= {"target": draw(st.booleans()) if act == "commitment" else None, "verdict": None}
    record |= {field: draw(spans(field, text)) for field in SPAN_FIELDS}
    record["causes"] = draw(st.lists(st.sampled_from(r.CAUSES), unique=True, max_size=3))
    record["verdict"] = derived_verdict(record)
    return record


@given(st.lists(labelled_texts(), max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_records_through_docbin(labelled: list[dict]) -> None:
    assert same(list(from_docbin(to_docbin(labelled))), labelled)


@given(st.lists(labelled_texts(), max_size=3))
@settings(max_examples=150, deadline=None)
def test_any_records_through_label_studio(labelled: list[dict]) -> None:
    assert same(through_label_studio(labelled), labelled)


@given(st.text(max_size=60), st.lists(st.integers(0, 60), max_size=5))
def test_tokens_give_the_text_back(text: str, cuts: list[int]) -> None:
    inside = [cut for cut in cuts if cut <= len(text)]
    words, spaces = tokens(text, inside)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
    ends, at = set(), 0
    for word, space in zip(words, spaces, strict=True):
        ends |= {at, at + len(word)}
        at += len(word) + space
    assert set(inside) - {0, len(text)} <= ends | {0}


# --- what inspectors change ----------------------------------------------------------------------------------------
def edited_task(corpus: list[dict]) -> dict:
    record = next(r for r in corpus if len(r["claims"]) == 1 and r["claims"][0]["timing"] == "unstated")
    return to_task(record)


def test_a_changed_choice_comes_back(corpus: list[dict]) -> None:
    task = edited_task(corpus)
    for part in task["annotations"][0]["result"]:
        if part["from_name"] == "timing":
            part["value"]["choices"] = ["late"]
    assert from_task(task)["claims"][0]["timing"] == "late"


def test_a_removed_deadline_changes_the_verdict(corpus: list[dict]) -> None:
    task = to_task(next(r for r in corpus if r["verdict"] == "clear" and len(r["times"]) == 1))
    result = task["annotations"][0]["result"]
    task["annotations"][0]["result"] = [part for part in result if not part.get("id", "").startswith("times-")]
    assert from_task(task)["verdict"] == "incomplete"


def test_a_cancelled_annotation_is_passed_over(corpus: list[dict]) -> None:
    task = to_task(corpus[0])
    task["annotations"].append({"was_cancelled": True, "result": []})
    assert from_task(task) == corpus[0]
    with pytest.raises(ValueError, match="no annotation"):
        from_task({**task, "annotations": []})


def test_label_studio_counts_utf16_units() -> None:
    record = {
        "id": "x-1", "doc": "x", "kind": "report", "date": "2021-02-18", "text": "🙂 đạt 95%", "act": "claim",
        "target": None, "verdict": None, "times": [], "parties": [], "causes": [],
        "figures": [{"start": 6, "end": 9, "low": 95, "high": 95, "of": None, "unit": "%", "role": "actual"}],
        "claims": [{"start": 2, "end": 9, "result": "mostly", "timing": "unstated", "estimated": False}],
    }  # fmt: skip
    regions = [part["value"] for part in to_task(record)["annotations"][0]["result"] if part["type"] == "labels"]
    assert [(region["start"], region["end"]) for region in regions] == [(7, 10), (3, 10)]
    assert from_task(to_task(record)) == {name: record[name] for name in from_task(to_task(record))}


def test_the_interface_offers_every_label() -> None:
    shown = config()
    assert all(f'value="{label}"' for label in (*r.ACTS, *r.RESULTS, *r.TIMINGS, *r.CAUSES) if label in shown)
    assert all(f'name="{name}"' in shown for name in ("act", "target", "causes", *LABELS, "from", "rrule", "low", "of"))


# --- the commands --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["out.spacy", "out.json"])
def test_export_and_import(tmp_path: Path, corpus: list[dict], name: str) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    few = corpus[:40]
    (folder / ITEMS).write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in few), encoding="utf-8")
    assert runner.invoke(app, ["corpus", "export", str(tmp_path / name), "--corpus", str(folder)]).exit_code == 0
    back = tmp_path / "back.jsonl"
    assert runner.invoke(app, ["corpus", "import", str(tmp_path / name), str(back)]).exit_code == 0
    assert back.read_bytes() == (folder / ITEMS).read_bytes()
    assert (tmp_path / "out.xml").is_file() == (name == "out.json")


def test_what_can_not_be_imported_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"data": {}}]', encoding="utf-8")
    (tmp_path / "b.spacy").write_bytes(b"nothing")
    for name in ("a.json", "b.spacy", "missing.json"):
        result = runner.invoke(app, ["corpus", "import", str(tmp_path / name), str(tmp_path / "out.jsonl")])
        assert result.exit_code == 3, result.output
        assert not (tmp_path / "out.jsonl").exists()
    assert runner.invoke(app, ["corpus", "export", str(tmp_path / "x.txt")]).exit_code == 2
