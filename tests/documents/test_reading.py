"""The view of what was read."""

import json

import pytest

from camket.io import read_bytes
from camket.items import split
from camket.report.reading import reading_html, reading_json, reading_text
from documents.writers.plain import to_html
from documents.writers.spec import load, names
from documents.writers.word import to_docx


@pytest.mark.parametrize("name", names())
def test_every_item_and_block_is_shown(name):
    document = read_bytes(to_docx(load(name)), f"{name}.docx")
    items = split(document)
    text = reading_text(document, items)
    for block in document.blocks:
        assert block.text in text
    for item in items:
        assert f"[{item.id}] {item.text}" in text
    assert json.loads(reading_json(document, items))["items"][0]["text"] == items[0].text
    assert reading_html(document, items).count("<li>") == len(items)


def test_what_was_skipped_is_told():
    document = read_bytes(to_html(load("cam-ket-ubnd-xa-thuong-lam-2024")), "a.html")
    assert "Bỏ qua: phần của trang mạng" in reading_text(document, split(document))


def test_markup_in_a_file_stays_text():
    document = read_bytes("1. Làm <script>alert(1)</script> đường.".encode(), "<b>.txt")
    page = reading_html(document, split(document))
    assert "<script>" not in page
    assert "<b>.txt" not in page
