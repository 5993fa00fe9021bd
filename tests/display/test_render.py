"""Items as coloured text."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import camket
from camket.convert import record_to_item
from camket.display.nested import Mark, nested
from camket.pipeline import analyse


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@given(st.text("ab<&c ", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_the_text_is_kept_whatever_the_marks(text: str, places: list[tuple[int, int]]) -> None:
    marks = [Mark(a, min(b, len(text)), "x", "") for a, b in places]
    html = nested(text, marks, lambda mark, inner: f"<i>{inner}</i>")
    assert words_of(html) == text
    assert html.count("<i>") == html.count("</i>")


def test_doc_annotation_and_report_look_the_same(examples: list[dict]) -> None:
    nlp = camket.load()
    record = {k: v for k, v in examples[0].items() if k in ("text", "kind", "date", "context")}
    doc = nlp(camket.make_doc(record["text"], date=record["date"], kind=record["kind"], context=record.get("context")))
    annotation = next(analyse([record_to_item(record)]))
    assert camket.render(doc) == camket.render(annotation) == camket.render([doc])


def test_whole_report_with_questions(documents: Path) -> None:
    report = camket.check(documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx")
    html = camket.render(report, questions=True)
    assert html.count("<div") == len(report.annotations) + sum(len(a.findings) for a in report.annotations)
    assert "<script" not in html
    assert "http" not in html
    assert html._repr_html_() == html


def test_only_the_kinds_asked_for() -> None:
    annotation = next(analyse([record_to_item({"text": "Trồng 12 ha rừng trước 30/6.", "date": "2021-03-02"})]))
    assert "chỉ tiêu" not in camket.render(annotation, kinds=["times"])
    assert "target" in camket.render(annotation, lang="en")
    with pytest.raises(ValueError, match="claims"):
        camket.render(annotation, kinds=["deadline"])
